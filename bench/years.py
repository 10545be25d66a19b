"""Five years on one phone: until Today is drawn, the records that opens, and the longest task while a list is opened and scrolled.

Each day has a check-in of both, three entries and one practice; photos are stubs (years.js). The phone has synchronised and kept its index.
"""

import os
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.app_figures import ARGUMENTS, NOTE_START, ROUNDS, STARTED_MS, reload, slowed
from e2e.support.server import Server

DAYS = 5 * 365
SLOWDOWN = 4
LISTS = ("days", "journal", "sessions", "acts", "thanks", "moments", "memories", "requests", "practices", "retreat")
SEED = Path(__file__).with_name("years.js").read_text(encoding="utf-8").partition("*/")[2].strip().rstrip(";")
NOTE_TASKS = """
globalThis.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((each) => each.duration))).observe({ type: 'longtask' });
"""
KEPT = """async () => {
  const { attune } = document.querySelector('today-screen').app;
  if (attune.sync.state !== 'synced') return false;
  const { openDB } = await import('/vendor/idb.js');
  const database = await openDB('attune');
  const names = await database.getAllKeys('sealed');
  database.close();
  return names.filter((name) => name.endsWith('/index')).length === 2;
}"""
OPENED = "document.querySelector('today-screen').app.attune.opened"


@dataclass(frozen=True, slots=True)
class YearsFigures:
    """What Today and the lists take, at a quarter of the speed."""

    today_ms: float
    opened: int
    one_day_ms: float
    """Today of a phone with one day of records: what the code itself takes."""
    longest_ms: dict[str, float]
    """By list: the longest task of opening and scrolling it; 0 when none was above 50 ms."""


def seed(page: Page, days: int) -> None:
    """Put days of records into the store of a phone that has not begun, and open it on Today."""
    page.evaluate(SEED, {"days": days})
    origin = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(origin)
    page.wait_for_selector("today-screen main", timeout=180_000)


def wait_until_kept(page: Page) -> None:
    """Wait until all is with the server and in the index."""
    while not page.evaluate(KEPT):
        page.wait_for_timeout(500)


def measure(days: int = DAYS) -> YearsFigures:
    """Return the figures of the app as it is."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data").start()
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS)
        try:
            page = _phone(browser, server, 1)
            one_day_ms, _ = _today(page)
            page.context.close()  # a page that is slowed down keeps a core busy, also when it does nothing
            page = _phone(browser, server, days)
            today_ms, opened = _today(page)
            return YearsFigures(today_ms, opened, one_day_ms, {name: _longest_ms(page, name) for name in LISTS})
        finally:
            browser.close()
            server.stop()


def _phone(browser: Browser, server: Server, days: int) -> Page:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.add_init_script(NOTE_START + NOTE_TASKS)
    page.goto(server.origin)
    page.evaluate(STARTED_MS)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    seed(page, days)
    wait_until_kept(page)
    slowed(page, SLOWDOWN)
    return page


def _today(page: Page) -> tuple[float, int]:
    starts = []
    for _ in range(ROUNDS + 1):
        starts.append(reload(page))
        opened = int(page.evaluate(OPENED))
        page.wait_for_timeout(1500)
    return statistics.median(starts[1:]), opened


def _longest_ms(page: Page, name: str) -> float:
    page.evaluate("tasks.length = 0")
    page.evaluate("place => { location.hash = place }", f"#/{name}")
    page.wait_for_selector(f"{name}-screen main")
    page.wait_for_timeout(1500)
    for _ in range(10):
        page.mouse.wheel(0, 2000)
        page.wait_for_timeout(100)
    more = page.get_by_role("button", name="More", exact=True).or_(page.get_by_role("button", name="Earlier pages")).first
    if more.count():
        more.click()
        page.wait_for_timeout(1000)
    return max(page.evaluate("tasks"), default=0.0)


if __name__ == "__main__":
    print(measure())
