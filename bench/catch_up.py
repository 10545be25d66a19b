"""A person joins a space with 10,000 ops of history: how long until the last of them is on the screen, in Chromium.

The history is a journal's, written by the reference device before the other accepted; the clock runs from the tap that accepts.
"""

import asyncio
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.app_figures import ARGUMENTS
from e2e.support.phone import Phone
from e2e.support.server import Server
from tests.support.reference import Device, Meeting, make_link

HISTORY_OPS = 10_000


def measure() -> float:
    """Return the seconds from the end of pairing, with 10,000 ops already on the server, to the last op shown."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, ThreadPoolExecutor() as pool:
        server = Server(Path(folder) / "data").start()
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS)
        sam = Phone("Sam", browser, server)
        try:
            link = make_link(sam.origin)
            paired = pool.submit(asyncio.run, Meeting(server.port, link, 0, "Noor").run())
            sam.follow(link)
            sam.introduce()
            sam.pictures()
            sam.tap("Yes, the same four")
            noor = paired.result(30)
            sam.tap("Go to today")
            sam.is_synced()
            sam.go("journal")
            sam.heading("Journal")
            sam.cut()
            pool.submit(asyncio.run, write_history(noor, server.port)).result(300)
            begin = time.perf_counter()
            sam.reconnect()
            sam.page.get_by_text(f"page {HISTORY_OPS - 1} of").first.wait_for(timeout=120_000)
            return time.perf_counter() - begin
        finally:
            sam.close()
            browser.close()
            server.stop()


async def write_history(device: Device, port: int) -> None:
    """Write many pages, the last one newest."""
    for i in range(HISTORY_OPS):
        record = device.meet_at("bench", 1, "", str(i))
        device.ops.clear()  # a device that writes new pages only needs no memory of the old ones
        device.write(record, "entry", {"at": 1_790_000_000_000 + i * 1000, "text": f"page {i} of {HISTORY_OPS}", "title": ""})
    async with device.online(port):
        pass


if __name__ == "__main__":
    print(f"{measure():.2f} s")
