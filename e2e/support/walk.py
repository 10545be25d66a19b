"""How two people play a practice through, as its data file says, on real phones. Nothing here knows any practice by name."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from weakref import WeakSet

from playwright.sync_api import Page, expect

from e2e.support.phone import Phone

ROOT = Path(__file__).parent.parent.parent
#: After a tap that turns the screen, buttons rest for half a second against a double tap: the clock is moved past it.
SETTLING_MS = 500


def walks(mode: str) -> list[dict[str, Any]]:
    made = subprocess.run(["node", "e2e/support/walk.mjs", mode], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(made.stdout)


def id_of(walk: dict[str, Any]) -> str:
    return f"{walk['practice']}-{walk['mode']}"


def fill(phone: Phone, field: dict[str, Any]) -> None:
    """Put a value into a field, found by its label."""
    page, label, value = phone.page, field["label"], field["value"]
    match field["kind"]:
        case "choice":
            page.get_by_role("radiogroup", name=label, exact=True).get_by_role("radio", name=field["says"], exact=True).click()
        case "words":
            group = page.get_by_role("group", name=label, exact=True)
            group.wait_for()
            folded = group.get_by_text("Another word", exact=True)
            expect(folded.or_(group.get_by_label("Search all words")).first).to_be_attached()
            if folded.count():
                folded.click()
            group.get_by_label("Search all words").fill(value[0])
            group.get_by_role("button", name=value[0], exact=True).first.click()
        case "needs":
            group = page.get_by_role("group", name=label, exact=True)
            group.get_by_role("button", name="Body", exact=True).click()
            group.get_by_role("button", name=value[0], exact=True).click()
        case "lines":
            line = page.get_by_role("textbox", name=label, exact=True)
            line.fill(value[0])
            page.locator(".addline").filter(has=line).get_by_role("button", name="Add", exact=True).click()
        case "marks":
            groups = page.get_by_role("radiogroup").filter(has=page.get_by_role("radio", name=field["says"], exact=True))
            expect(groups).to_have_count(len(value))
            for group in groups.all():
                group.get_by_role("radio", name=field["says"], exact=True).click()
        case _:
            page.get_by_role("textbox", name=label, exact=True).fill(value)


def settle(phone: Phone, **which: Any) -> None:
    """A tap that is on its way has been done, and the rest after it is over."""
    resting = phone.page.get_by_role("button", disabled=True, **which)
    while resting.count():
        phone.page.clock.fast_forward(SETTLING_MS)


def play(phones: tuple[Phone, ...], steps: list[dict[str, Any]], look: Callable[[Phone, dict[str, Any]], None] | None = None) -> None:
    """Go through steps; `look` is shown each screen before it is left."""
    for step in steps:
        phone = phones[step["phone"]]
        settle(phone)
        for field in step["fills"]:
            fill(phone, field)
        button = phone.page.get_by_role("button", name=step["tap"], exact=True).first
        button.wait_for()
        if look:
            look(phone, step)
        settle(phone, name=step["tap"], exact=True)
        button.click()


def set_up(phone: Phone, walk: dict[str, Any], way: str) -> None:
    """Begin a practice in one way, Noor first: who begins takes turns, and they may have practised before."""
    phone.go(f"live/{walk['practice']}")
    phone.heading(walk["title"])
    phone.tap(way, "radio")
    asked = phone.page.get_by_role("radio", name="Me", exact=True)
    if asked.count():
        asked.click()
    elif phone.page.get_by_text("Sam begins.", exact=True).count():
        phone.tap("Swap")
    phone.tap("Begin")


def begin(noor: Phone, sam: Phone, walk: dict[str, Any], *, ahead_ms: int = 0) -> list[dict[str, Any]]:
    """Noor asks, Sam, whose clock may be ahead, says yes; return the steps from there."""
    for phone in (noor, sam):
        can_move_clock(phone)
    if ahead_ms:
        sam.page.clock.fast_forward(ahead_ms)
    set_up(noor, walk, "Two phones")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.tap("Now")
    return [step for step in walk["steps"] if step["phase"] != "begin"]


def begin_on_one(noor: Phone, walk: dict[str, Any]) -> list[dict[str, Any]]:
    """On one phone; return the steps from there."""
    can_move_clock(noor)
    set_up(noor, walk, "One phone")
    return [step for step in walk["steps"] if step["phase"] != "begin"]


#: Pages whose clock was taken over.
CLOCKED: WeakSet[Page] = WeakSet()


def can_move_clock(phone: Phone) -> None:
    if phone.page not in CLOCKED:
        phone.page.clock.install()
        CLOCKED.add(phone.page)


def leave_without_carrying(phone: Phone) -> None:
    """After a session one thing may be carried on; nothing is a good answer."""
    nothing = phone.page.get_by_role("button", name="Nothing more", exact=True)
    practices = phone.page.get_by_role("heading", name="Practice", exact=True)
    expect(nothing.or_(practices).first).to_be_visible()
    if nothing.is_visible():
        nothing.click()


def end(noor: Phone, sam: Phone, walk: dict[str, Any]) -> None:
    """Both have closed: it is among what they did."""
    for phone in (noor, sam):
        leave_without_carrying(phone)
    noor.page.get_by_role("link", name=re.compile(walk["title"])).first.wait_for()
