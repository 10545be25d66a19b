"""`attune phones`: a browser that trusts this home's authority opens the app on the address in the network, and installs it."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Playwright, expect

from e2e.support.server import free_port
from e2e.support.stand_in import make_web, write_release
from server.certificates import home_addresses

pytestmark = pytest.mark.certutil
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("ATTUNE_")}


class Home:
    """`attune phones` in a process of its own."""

    def __init__(self, data: Path, web: Path) -> None:
        port = free_port(2)
        address = next(iter(home_addresses()), "127.0.0.1")
        self.app = f"https://{address}:{port}"
        self.page = f"http://{address}:{port + 1}"
        self.authority = data / "tls" / "authority.pem"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server", "phones", "--port", str(port), "--data", str(data), "--address", str(address)],
            env=ENVIRONMENT | {"ATTUNE_WEB": str(web)}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if "Ctrl-C" in line:
                break

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=15)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    make_web(tmp_path / "web")
    write_release(tmp_path / "web", "one")
    made = Home(tmp_path / "data", tmp_path / "web")
    yield made
    made.stop()


@contextlib.contextmanager
def phone(driver: Playwright, folder: Path, trusting: Path | None) -> Iterator:
    """A browser with its own list of authorities, as a phone has; incognito contexts cannot install."""
    store = folder / ".pki" / "nssdb"
    store.mkdir(parents=True)
    subprocess.run(["certutil", "-N", "-d", f"sql:{store}", "--empty-password"], check=True)
    if trusting is not None:
        subprocess.run(["certutil", "-A", "-d", f"sql:{store}", "-n", "home", "-t", "C,,", "-i", str(trusting)], check=True)
    context = driver.chromium.launch_persistent_context(
        folder / "profile",
        executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        args=ARGUMENTS,
        env=ENVIRONMENT | {"HOME": str(folder)},
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_a_phone_that_trusts_this_home_installs_attune(driver: Playwright, home: Home, tmp_path: Path):
    with phone(driver, tmp_path / "phone", home.authority) as page:
        page.goto(home.page)
        expect(page.get_by_role("heading", name="iPhone and iPad")).to_be_visible()
        page.get_by_role("heading", name="Android").click()
        with page.expect_download() as download:
            page.get_by_role("link", name="Get the certificate").click()
        assert download.value.suggested_filename == "attune-at-home.crt"
        page.get_by_role("link", name="Open Attune").click()
        page.wait_for_url(f"{home.app}/**")
        assert page.evaluate("isSecureContext && 'subtle' in crypto")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        cdp = page.context.new_cdp_session(page)
        assert cdp.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        assert cdp.send("Page.getAppManifest")["errors"] == []


def test_a_phone_that_does_not_trust_it_yet_is_stopped_by_its_browser(driver: Playwright, home: Home, tmp_path: Path):
    with phone(driver, tmp_path / "phone", None) as page, pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
        page.goto(home.app)
