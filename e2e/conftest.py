"""Two phones, one server: fixtures of the tests in browsers."""

import os
import shutil
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Playwright, expect, sync_playwright

from e2e.support.handset import PHONE, Handset
from e2e.support.phone import Phone, pair
from e2e.support.server import Server, free_port

expect.set_options(timeout=10_000)  # a loaded machine is no fault of the app
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # fewer processes for each phone: a tenth of the whole run
    "--in-process-gpu",
    "--process-per-site",
    "--enable-features=NetworkServiceInProcess,NetworkServiceInProcess2",
]


def pytest_configure(config: pytest.Config) -> None:
    """A socket that the driver or a cut network leaves to the garbage collector is no fault of the test it is collected in."""
    config.addinivalue_line("filterwarnings", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    browser.close()


@dataclass(frozen=True)
class Paired:
    """Noor and Sam, paired once: the folder of their server, and both phones. All three stay at their ports."""

    data: Path
    server_port: int
    handsets: tuple[Handset, Handset]


@pytest.fixture(scope="session")
def paired(driver: Playwright, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paired]:
    try:
        made = _pair_in(tmp_path_factory.mktemp("paired"), driver, chromium)
    except (Error, AssertionError) as error:  # a rerun would not make it anew, and every test of this worker would fall with it
        warnings.warn(f"the two phones were paired a second time: {error}", stacklevel=1)
        made = _pair_in(tmp_path_factory.mktemp("paired-again"), driver, chromium)
    yield made
    for handset in made.handsets:
        handset.close()


def _pair_in(folder: Path, driver: Playwright, chromium: Browser) -> Paired:
    def launch(over: Path) -> BrowserContext:
        return driver.chromium.launch_persistent_context(over, executable_path=CHROMIUM, args=ARGUMENTS, **PHONE)

    server = Server(folder / "data").start()
    noor, sam = (Handset(launch, folder / name, free_port()) for name in ("Noor", "Sam"))
    try:
        phones = [Phone(handset.folder.name, chromium, server, handset=handset) for handset in (noor, sam)]
        pair(phones[0], phones[1])
        for phone in phones:
            phone.is_synced()
            phone.close()
    finally:
        for handset in (noor, sam):
            handset.close()
        server.stop()
    return Paired(server.data, server.port, (noor.copy(folder / "used" / "Noor"), sam.copy(folder / "used" / "Sam")))


@pytest.fixture
def server(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    """An empty one; for a `couple`, or Noor of it, the one that knows them."""
    if "paired" in request.fixturenames:
        paired: Paired = request.getfixturevalue("paired")
        shutil.copytree(paired.data, tmp_path / "data", symlinks=True)
        made = Server(tmp_path / "data", port=paired.server_port).start()
    else:
        made = Server(tmp_path / "data").start()
    yield made
    made.stop()


@pytest.fixture
def device(chromium: Browser, server: Server) -> Iterator[Callable[..., Phone]]:
    """`device("Noor")` is a phone; what its page complained about fails the test."""
    phones: list[Phone] = []
    with ExitStack() as closing:

        def make(name: str, **options: object) -> Phone:
            phone = Phone(name, chromium, server, **options)
            closing.callback(phone.close)
            phones.append(phone)
            return phone

        yield make
    faults = [fault for phone in phones for fault in phone.faults]
    assert faults == []


@pytest.fixture
def installed_couple(device: Callable[..., Phone]) -> tuple[Phone, Phone]:
    """Noor and Sam, paired, with the app kept on their phones."""
    noor, sam = device("Noor", service_workers="allow"), device("Sam", service_workers="allow")
    pair(noor, sam)
    return noor, sam


def is_on_today(phone: Phone) -> None:
    expect(phone.page.get_by_role("heading", name="Today")).to_be_attached()


@pytest.fixture
def again(device: Callable[..., Phone]) -> Callable[[Handset], Phone]:
    """A phone of the pair, as it was when they had paired."""

    def open_again(handset: Handset) -> Phone:
        phone = device(handset.folder.name, handset=handset)
        is_on_today(phone)
        return phone

    return open_again


@pytest.fixture
def couple(device: Callable[..., Phone], paired: Paired) -> tuple[Phone, Phone]:
    """Noor and Sam, paired."""
    noor, sam = (device(handset.folder.name, handset=handset) for handset in paired.handsets)
    for phone in (noor, sam):
        is_on_today(phone)
    return noor, sam


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Any, call: object) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A fixture may ask whether its test came to its end."""
    report = yield
    if report.when == "call":
        item.has_passed = report.passed
    return report


@dataclass
class Played:
    """Noor and Sam, paired, used for one test after the other; opened anew after one that did not come to its end."""

    phones: tuple[Phone, ...] = ()
    server: Server | None = None
    is_through: bool = True
    practices: set[str] = field(default_factory=set)

    def close(self) -> None:
        with ExitStack() as closing:
            if self.server:
                closing.callback(self.server.stop)
            for phone in self.phones:
                closing.callback(phone.close)
        self.phones, self.server = (), None
        self.practices.clear()


@pytest.fixture(scope="module")
def played() -> Iterator[Played]:
    played = Played()
    yield played
    played.close()


@pytest.fixture
def players(
    played: Played, chromium: Browser, paired: Paired, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Phone, Phone]]:
    """Noor and Sam, in step, with clocks that can be moved; those of the test before, unless a practice would go on from there."""
    walk = request.node.callspec.params.get("walk", {}) if hasattr(request.node, "callspec") else {}
    practice = walk.get("practice", "")
    if not played.is_through or (walk.get("isFirst") and practice in played.practices):
        played.close()
    played.is_through = False
    played.practices.add(practice)
    if not played.phones:
        shutil.copytree(paired.data, tmp_path / "data", symlinks=True)
        played.server = Server(tmp_path / "data", port=paired.server_port).start()
        for handset in paired.handsets:
            played.phones = (*played.phones, Phone(handset.folder.name, chromium, played.server, handset=handset))
    for phone in played.phones:
        phone.go("today")
        is_on_today(phone)
    noor, sam = played.phones
    yield noor, sam
    played.is_through = getattr(request.node, "has_passed", False)
    faults = [fault for phone in played.phones for fault in phone.faults]
    for phone in played.phones:
        phone.faults.clear()
    assert faults == []


@pytest.fixture
def noor(again: Callable[[Handset], Phone], paired: Paired) -> Phone:
    """Noor alone with her phone, paired with a Sam who is elsewhere."""
    return again(paired.handsets[0])
