"""Releases on the phone: kept whole or not at all, taken over when the person says so, and a way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from e2e.support.server import Server
from e2e.support.stand_in import MAIN, make_web, write_release


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    context.set_default_timeout(10_000)
    yield context
    context.close()


class Publisher:
    """The web folder of a server, and its releases."""

    def __init__(self, folder: Path) -> None:
        self.web = folder / "web"
        make_web(self.web)
        self.server = Server(folder / "data", web=self.web)

    def publish(self, name: str, main: str = MAIN) -> None:
        """Serve another release from now on."""
        self.server.stop()
        write_release(self.web, name, main)
        self.server.start()


@pytest.fixture
def publisher(tmp_path: Path) -> Iterator[Publisher]:
    made = Publisher(tmp_path)
    made.publish("one")
    yield made
    made.server.stop()


def open_app(phone: BrowserContext, publisher: Publisher) -> Page:
    page = phone.new_page()
    page.goto(publisher.server.origin)
    return page


def wait_until(page: Page, expression: str) -> None:
    """Wait until a promise of JavaScript comes true, asked every 20 ms. (`wait_for_function` needs eval, which the policy forbids.)"""
    page.evaluate(f"""(async () => {{
      for (let i = 0; i < 500; i += 1) {{
        if (await ({expression})) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }}
      throw new Error('it did not become true');
    }})()""")


def has_whole_release(page: Page) -> None:
    """Wait until the worker answers for this page."""
    wait_until(page, "navigator.serviceWorker.controller !== null")


def check_for_update(page: Page) -> None:
    """What a browser does by itself on a navigation and once a day."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update()).catch(() => {})")


def releases_kept(page: Page) -> list[str]:
    return page.evaluate("caches.keys().then((names) => names.filter((name) => name.startsWith('attune-release-')))")


def settle(page: Page) -> None:
    """Wait until no worker is on its way."""
    wait_until(page, "navigator.serviceWorker.getRegistration().then((found) => !found.installing)")


def test_opens_and_works_with_no_network_from_the_second_start(phone: BrowserContext, publisher: Publisher):
    page = open_app(phone, publisher)
    has_whole_release(page)
    mine = page.evaluate("releaseOfPage()")
    publisher.server.stop()
    page.reload()
    expect(page.get_by_role("heading", name="one")).to_be_visible()
    page.get_by_role("button", name="Later").click()
    expect(page.get_by_text("later of one")).to_be_visible()
    assert page.evaluate("releaseOfPage()") == mine
    assert len(mine) == 64
    page.goto(publisher.server.origin + "/somewhere/else")
    expect(page.get_by_role("heading", name="one")).to_be_visible()


def test_an_update_is_offered_and_never_forced(phone: BrowserContext, publisher: Publisher):
    page = open_app(phone, publisher)
    has_whole_release(page)
    publisher.publish("two")
    check_for_update(page)
    update = page.get_by_role("button", name="Update")
    expect(update).to_be_visible()
    expect(page.get_by_role("heading", name="one")).to_be_visible()
    page.get_by_role("button", name="Later").click()
    expect(page.get_by_text("later of one")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="one")).to_be_visible()
    update.click()
    expect(page.get_by_role("heading", name="two")).to_be_visible()
    expect(update).to_be_hidden()
    page.get_by_role("button", name="Later").click()
    expect(page.get_by_text("later of two")).to_be_visible()


def test_closing_every_window_takes_the_update_over(phone: BrowserContext, publisher: Publisher):
    page = open_app(phone, publisher)
    has_whole_release(page)
    publisher.publish("two")
    check_for_update(page)
    expect(page.get_by_role("button", name="Update")).to_be_visible()
    page.close()
    page = open_app(phone, publisher)
    expect(page.get_by_role("heading", name="two")).to_be_visible()


def test_a_second_window_goes_on_with_its_own_release(phone: BrowserContext, publisher: Publisher):
    first, second = open_app(phone, publisher), open_app(phone, publisher)
    has_whole_release(first)
    has_whole_release(second)
    second.reload()
    publisher.publish("two")
    check_for_update(first)
    first.get_by_role("button", name="Update").click()
    expect(first.get_by_role("heading", name="two")).to_be_visible()
    second.get_by_role("button", name="Later").click()
    expect(second.get_by_text("later of one")).to_be_visible()
    second.get_by_role("button", name="Update").click()
    expect(second.get_by_role("heading", name="two")).to_be_visible()


def test_a_window_left_open_over_two_updates_goes_on_with_its_own_release(phone: BrowserContext, publisher: Publisher):
    first, second = open_app(phone, publisher), open_app(phone, publisher)
    has_whole_release(first)
    has_whole_release(second)
    for name in ("two", "three"):
        publisher.publish(name)
        check_for_update(first)
        first.get_by_role("button", name="Update").click()
        expect(first.get_by_role("heading", name=name)).to_be_visible()
    second.get_by_role("button", name="Later").click()
    expect(second.get_by_text("later of one")).to_be_visible()
    second.close()
    publisher.publish("four")
    check_for_update(first)
    first.get_by_role("button", name="Update").click()
    expect(first.get_by_role("heading", name="four")).to_be_visible()
    assert len(releases_kept(first)) == 2


@pytest.mark.parametrize("how", ["missing", "other bytes", "false manifest"])
def test_a_release_that_does_not_arrive_whole_is_not_taken(phone: BrowserContext, publisher: Publisher, how: str):
    page = open_app(phone, publisher)
    has_whole_release(page)
    kept = releases_kept(page)
    publisher.publish("two")
    if how == "missing":
        phone.route("**/later.js", lambda route: route.fulfill(status=404))
    elif how == "other bytes":
        phone.route("**/later.js", lambda route: route.fulfill(body="export const text = 'from somebody else';"))
    else:
        phone.route("**/release.json", lambda route: route.fulfill(json={"release": "0" * 64, "worker": "", "files": {}}))
    with phone.expect_event("request", lambda request: request.url.endswith("/release.json")):
        check_for_update(page)
    settle(page)
    assert releases_kept(page) == kept
    expect(page.get_by_role("button", name="Update")).to_be_hidden()
    page.reload()
    expect(page.get_by_role("heading", name="one")).to_be_visible()
    phone.unroute_all()
    check_for_update(page)
    expect(page.get_by_role("button", name="Update")).to_be_visible()


@pytest.mark.parametrize("fault", ["throw new Error('does not start');", "import './nowhere.js';", "this is not JavaScript"])
def test_back_to_the_release_before_when_the_new_one_does_not_open(phone: BrowserContext, publisher: Publisher, fault: str):
    page = open_app(phone, publisher)
    has_whole_release(page)
    publisher.publish("two", main=fault)
    check_for_update(page)
    update = page.get_by_role("button", name="Update")
    update.click()
    expect(page.get_by_role("heading", name="Attune did not open.")).to_be_visible()
    page.get_by_role("button", name="Use the version from before").click()
    expect(page.get_by_role("heading", name="one")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="one")).to_be_visible()
    publisher.publish("three")
    check_for_update(page)
    update.click()
    expect(page.get_by_role("heading", name="three")).to_be_visible()


def test_the_release_before_is_kept_until_the_new_one_started_twice(phone: BrowserContext, publisher: Publisher):
    page = open_app(phone, publisher)
    has_whole_release(page)
    publisher.publish("two")
    check_for_update(page)
    page.get_by_role("button", name="Update").click()
    expect(page.get_by_role("heading", name="two")).to_be_visible()
    assert len(releases_kept(page)) == 2
    page.reload()
    wait_until(page, "caches.keys().then((names) => names.filter((name) => name.startsWith('attune-release-')).length === 1)")
    page.reload()
    expect(page.get_by_role("heading", name="two")).to_be_visible()


def test_a_first_start_that_fails_says_so(phone: BrowserContext, publisher: Publisher):
    publisher.publish("one", main="throw new Error('does not start');")
    page = open_app(phone, publisher)
    help_text = page.get_by_role("alert")
    expect(help_text).to_contain_text("Everything you wrote is safe on this phone.")
    expect(page.get_by_role("button", name="Use the version from before")).to_be_hidden()
    publisher.publish("one")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="one")).to_be_visible()
    expect(help_text).to_be_hidden()
