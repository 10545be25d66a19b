"""The whole app in WebKit, the engine family of iPhones: start, keys, pairing, the check-in in own time, a server that restarts."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.support.ui import WebDriverWait

from e2e.support.server import Server
from e2e.support.webkit import display, evaluate, webkit

pytestmark = pytest.mark.webkit

#: Finds a control by its name, as a screen reader would say it.
FIND = """(name) => [...document.querySelectorAll('button, a, [role=radio]')].find((control) => {
  const said = control.getAttribute('aria-label') ?? control.textContent;
  return said.trim().startsWith(name) && control.checkVisibility();
})"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with display() as name:
        yield name


class Handset:
    """A WebKit window used by names."""

    def __init__(self, driver: Any, origin: str) -> None:
        self.driver = driver
        driver.get(origin)

    def wait(self, condition: Callable[[], Any]) -> Any:
        return WebDriverWait(self.driver, 15, 0.1).until(lambda _: condition())

    def tap(self, name: str) -> None:
        script = f"(name) => {{ const found = ({FIND})(name); found?.click(); return Boolean(found); }}"
        self.wait(lambda: evaluate(self.driver, script, name))

    def fill(self, label: str, words: str) -> None:
        script = """(label, words) => {
          const named = [...document.querySelectorAll('label')].find((each) => each.textContent.trim().startsWith(label));
          const field = named && document.getElementById(named.htmlFor);
          if (!field) return false;
          field.value = words;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          return true;
        }"""
        self.wait(lambda: evaluate(self.driver, script, label, words))

    def sees(self, words: str) -> None:
        self.wait(lambda: words in evaluate(self.driver, "() => document.body.innerText"))

    def text_of(self, selector: str) -> str:
        return self.wait(lambda: evaluate(self.driver, "(selector) => document.querySelector(selector)?.textContent ?? ''", selector))


def test_two_phones_pair_check_in_and_outlive_a_restart(screen: str, tmp_path: Path):
    server = Server(tmp_path / "data").start()
    try:
        with webkit(screen) as one, webkit(screen) as two:
            noor, sam = Handset(one, server.origin), Handset(two, server.origin)
            noor.tap("Begin with someone")
            noor.tap("Partner")
            noor.fill("Your name", "Noor")
            noor.tap("Send a link instead")
            link = noor.wait(lambda: noor.text_of("#link"))
            sam.driver.get(link)
            sam.tap("Partner")
            sam.fill("Your name", "Sam")
            sam.tap("Go on")
            noor.tap("Yes, the same four")
            sam.tap("Yes, the same four")
            for phone in (noor, sam):
                phone.tap("Go to today")
            for phone, sky in ((noor, "Rain"), (sam, "Still")):
                phone.tap("Begin")
                phone.tap(sky)
                phone.tap("That is enough")
                phone.tap("Us")
                phone.tap("Share these")
            server.stop()
            server.start()
            evaluate(noor.driver, "() => dispatchEvent(new Event('online'))")
            evaluate(sam.driver, "() => dispatchEvent(new Event('online'))")
            noor.tap("Open together")
            noor.sees("Still beside Rain")
            sam.tap("Open together")
            sam.sees("Rain beside Still")
    finally:
        server.stop()
