"""Two phones, one server: fixtures of the tests in browsers."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from e2e.support.phone import Phone, pair
from e2e.support.server import Server

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


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "data").start()
    yield made
    made.stop()


@pytest.fixture
def device(chromium: Browser, server: Server) -> Iterator[Callable[..., Phone]]:
    """`device("Noor")` is a phone; what its page complained about fails the test."""
    phones: list[Phone] = []

    def make(name: str, **options: object) -> Phone:
        phone = Phone(name, chromium, server, **options)
        phones.append(phone)
        return phone

    yield make
    for phone in phones:
        phone.close()
    faults = [fault for phone in phones for fault in phone.faults]
    assert faults == []


@pytest.fixture
def installed_couple(device: Callable[..., Phone]) -> tuple[Phone, Phone]:
    """Noor and Sam, paired, with the app kept on their phones."""
    noor, sam = device("Noor", service_workers="allow"), device("Sam", service_workers="allow")
    pair(noor, sam)
    return noor, sam


@pytest.fixture
def couple(device: Callable[..., Phone]) -> tuple[Phone, Phone]:
    """Noor and Sam, paired."""
    noor, sam = device("Noor"), device("Sam")
    pair(noor, sam)
    return noor, sam
