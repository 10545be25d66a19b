"""The app's figures in Chromium: the first load from the network, and a later start from the service worker.

"Started" is the moment the first screen is drawn: main.js sets `data-started`.
"""

import os
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from e2e.support.server import Server

ROUNDS = 5
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
NOTE_START = """
new MutationObserver((_, observer) => {
  if (!document.documentElement.hasAttribute('data-started')) return;
  observer.disconnect();
  performance.mark('attune-started');
}).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-started'] });
"""
STARTED_MS = """async () => {
  for (;;) {
    const [mark] = performance.getEntriesByName('attune-started');
    if (mark) return mark.startTime;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}"""

ARRIVED = """(until_ms) => performance.getEntriesByType('resource').filter((one) => one.responseEnd <= until_ms).map((one) => one.name)"""


@dataclass(frozen=True, slots=True)
class AppFigures:
    """Medians of the rounds."""

    requests: int
    compressed_bytes: int
    """What came over the wire before the first screen worked, with headers, fonts apart."""
    font_bytes: int
    first_ms: float
    first_slow_ms: float
    later_ms: float
    later_slow_ms: float


def measure() -> AppFigures:
    """Return the figures of the app as it is."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data").start()
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS)
        try:
            firsts = [_first(browser, server.origin, 1) for _ in range(ROUNDS)]
            slow_firsts = [_first(browser, server.origin, 4) for _ in range(ROUNDS)]
            return AppFigures(
                requests=max(load[0] for load in firsts),
                compressed_bytes=max(load[1] for load in firsts),
                font_bytes=max(load[2] for load in firsts),
                first_ms=statistics.median(load[3] for load in firsts),
                first_slow_ms=statistics.median(load[3] for load in slow_firsts),
                later_ms=_later(browser, server.origin, 1),
                later_slow_ms=_later(browser, server.origin, 4),
            )
        finally:
            browser.close()
            server.stop()


def _first(browser: Browser, origin: str, slowdown: int) -> tuple[int, int, int, float]:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    cdp = slowed(page, slowdown)
    page.add_init_script(NOTE_START)
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}
    cdp.send("Network.enable")
    cdp.on("Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]}))
    cdp.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])}))
    page.goto(origin)
    started_ms = page.evaluate(STARTED_MS)
    before = {origin + "/", *page.evaluate(ARRIVED, started_ms)}
    page.wait_for_load_state("networkidle")
    fonts = sum(size for request, size in sizes.items() if "/fonts/" in urls[request])
    needed = [size for request, size in sizes.items() if urls[request] in before and "/fonts/" not in urls[request]]
    result = len(needed), sum(needed), fonts, started_ms
    context.close()
    return result


def _later(browser: Browser, origin: str, slowdown: int) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(NOTE_START)
    page.goto(origin)
    page.evaluate(STARTED_MS)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    slowed(page, slowdown)
    starts = [reload(page) for _ in range(ROUNDS + 1)]
    context.close()
    return statistics.median(starts[1:])


def reload(page: Page) -> float:
    """Start the app again; return the ms until its first screen works."""
    page.goto("about:blank")
    page.go_back()
    return float(page.evaluate(STARTED_MS))


def slowed(page: Page, slowdown: int) -> CDPSession:
    """Slow a page down; return the session that did."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    return cdp
