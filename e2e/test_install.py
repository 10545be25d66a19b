"""The real app is installable, opens with no network from the second start, and takes a new release over only when asked."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from e2e.conftest import ARGUMENTS, CHROMIUM
from e2e.support.phone import ROOT
from e2e.support.server import Server


@pytest.fixture
def web(tmp_path: Path) -> Path:
    copied = tmp_path / "web"
    shutil.copytree(ROOT / "web", copied)
    return copied


def test_installable_offline_and_updated_when_asked(driver: Playwright, tmp_path: Path, web: Path):
    server = Server(tmp_path / "data", web=web).start()
    phone = driver.chromium.launch_persistent_context(str(tmp_path / "profile"), executable_path=CHROMIUM, args=ARGUMENTS, locale="en-GB")
    phone.set_default_timeout(8_000)
    try:
        page = phone.new_page()
        page.goto(server.origin)
        page.get_by_role("button", name="Look around alone first").click()
        page.get_by_label("Your name").fill("Noor")
        page.get_by_role("button", name="Look around", exact=True).click()
        expect(page.get_by_text("Up to date")).to_be_visible()
        expect(page.locator("html[data-started]")).to_be_attached()
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        session = phone.new_cdp_session(page)
        assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        assert session.send("Page.getAppManifest")["errors"] == []
        page.reload()
        server.stop()
        page.reload()
        expect(page.get_by_text("No sky yet today")).to_be_visible()
        page.goto(f"{server.origin}/#/journal")
        expect(page.get_by_role("heading", name="Journal")).to_be_visible()
        page.get_by_role("link", name="Write a page").click()
        page.get_by_label("Your words").fill("Written with no network")
        sentences = web / "text" / "en" / "journal.ftl"
        sentences.write_text(sentences.read_text().replace("journal-title = Journal", "journal-title = The journal"))
        server.start()
        page.evaluate("() => navigator.serviceWorker.ready.then((registration) => registration.update())")
        page.goto(f"{server.origin}/#/today")
        page.get_by_role("button", name="Open it").click()
        expect(page.get_by_role("button", name="Open it")).to_have_count(0)
        page.goto(f"{server.origin}/#/page/new")
        expect(page.get_by_label("Your words")).to_have_value("Written with no network")
        page.goto(f"{server.origin}/#/journal")
        expect(page.get_by_role("heading", name="The journal")).to_be_visible()
    finally:
        phone.close()
        server.stop()
