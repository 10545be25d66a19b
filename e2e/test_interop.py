"""A second implementation, written from docs/protocol.md, meets the browser: they pair, read each other's ops, and heal together."""

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from tests.support.reference import Device, Meeting, make_link


def beside(pool: ThreadPoolExecutor, work: Coroutine[Any, Any, Any]) -> "Future[Any]":
    """Run beside the browser, whose driver has the loop of this thread."""
    return pool.submit(asyncio.run, work)


async def exchange(device: Device, port: int, ops: int) -> None:
    """Connect, send what waits, listen until so many ops are here."""
    async with device.online(port):
        await device.until(lambda: len(device.ops) >= ops)


def test_the_reference_device_pairs_with_the_browser_and_both_read_the_day(device, server):
    noor = device("Noor")
    link = noor.invite()
    with ThreadPoolExecutor() as pool:
        meeting = Meeting(server.port, link, 1, "Sam")
        paired = beside(pool, meeting.run())
        seen = noor.pictures()
        noor.tap("Yes, the same four")
        sam = paired.result(20)
        assert len(seen) == len(meeting.pictures) == 4
        noor.heading("You and Sam")
        noor.tap("Go to today")
        noor.is_synced()
        noor.check_in("Rain", mattered="Written in a browser", share=("Sky", "What mattered"))
        day = noor.page.url.rsplit("/", 1)[1]
        record = sam.meet_at("daily-check-in", 0, day)
        values = {"day": day, "mattered": "Written in Python 🌧", "shared-at": int(time.time() * 1000), "sky": "still"}
        sam.write(record, "check-in", values)
        beside(pool, exchange(sam, server.port, 3)).result(20)
        fields = sam.fields(record)
        assert (fields[1, "sky"], fields[1, "mattered"]) == ("rain", "Written in a browser")
        noor.tap("Open together")
        noor.sees("Still beside Rain")
        noor.sees("Written in Python 🌧")
        server.kill()
        server.wipe()
        server.start()
        beside(pool, exchange(sam, server.port, 3)).result(20)
        noor.page.evaluate("dispatchEvent(new Event('online'))")
        noor.go("today")
        noor.is_synced()


def test_the_browser_joins_a_link_of_the_reference_device(device, server):
    sam = device("Sam")
    link = make_link(sam.origin)
    with ThreadPoolExecutor() as pool:
        paired = beside(pool, Meeting(server.port, link, 0, "Noor").run())
        sam.follow(link)
        sam.introduce()
        sam.pictures()
        sam.tap("Yes, the same four")
        noor = paired.result(20)
        sam.heading("You and Noor")
        sam.tap("Go to today")
        sam.is_synced()
        sam.write_page("For a device of Python", shared_with="Noor")
        beside(pool, exchange(noor, server.port, 2)).result(20)
        texts = [noor.fields(op.record).get((2, "text")) for op in noor.ops.values()]
        assert "For a device of Python" in texts
