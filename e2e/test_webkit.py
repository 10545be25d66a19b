"""The engine family of iPhones: what the service worker promises holds there too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.support.ui import WebDriverWait

from e2e.support.server import Server
from e2e.support.stand_in import make_web, write_release
from e2e.support.webkit import display, evaluate, webkit

pytestmark = pytest.mark.webkit


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with display() as name:
        yield name


def test_opens_with_no_network_and_takes_an_update_over(screen: str, tmp_path: Path):
    web = tmp_path / "web"
    make_web(web)
    write_release(web, "one")
    server = Server(tmp_path / "data", web=web).start()
    heading = "() => document.querySelector('h1').textContent"
    when_controlled = """() => navigator.serviceWorker.controller ? true
      : new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true }))"""
    with webkit(screen) as phone:
        phone.get(server.origin)
        assert evaluate(phone, when_controlled)
        server.stop()
        phone.refresh()
        assert evaluate(phone, heading) == "one"
        assert evaluate(phone, "async () => (await import('/packs/later.js')).text") == "later of one"
        write_release(web, "two")
        server.start()
        assert evaluate(phone, """async () => {
          const found = await navigator.serviceWorker.getRegistration();
          await found.update();
          while (!found.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
          return document.querySelector('#update').hidden;
        }""") is False  # fmt: skip
        phone.execute_script("document.querySelector('#update').click()")
        # While the page changes there is no script to ask.
        WebDriverWait(phone, 10, 0.05, [WebDriverException]).until(lambda _: evaluate(phone, heading) == "two")
    server.stop()
