"""Every practice, played through on real phones as its data file says, and looked at by axe: nothing here knows any practice by name."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from e2e.support.phone import Phone

ROOT = Path(__file__).parent.parent
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


def play(phones: tuple[Phone, ...], walk: dict[str, Any], accessible: set[str]) -> None:
    """Go through a walk; every screen that is built differently from all before is looked at by axe."""
    for step in walk["steps"]:
        if step["phase"] == "begin":
            continue
        phone = phones[step["phone"]]
        settle(phone)
        for field in step["fills"]:
            fill(phone, field)
        button = phone.page.get_by_role("button", name=step["tap"], exact=True).first
        button.wait_for()
        phone.check_access_once(f"{id_of(walk)}, {step['phase']}, {phone.name}", accessible)
        settle(phone, name=step["tap"], exact=True)
        button.click()


def set_up(phone: Phone, walk: dict[str, Any], way: str) -> None:
    """Open a practice in one way, Noor first: who begins takes turns, and these two have practised before."""
    phone.go(f"live/{walk['practice']}")
    phone.heading(walk["title"])
    phone.page.get_by_role("radio", name=way, exact=True).click()
    asked = phone.page.get_by_role("radio", name="Me", exact=True)
    swap = phone.page.get_by_role("button", name="Swap", exact=True)
    if asked.count():
        asked.click()
    elif swap.count() and phone.page.get_by_text("Sam begins.", exact=True).count():
        swap.click()
    phone.tap("Begin")


@pytest.fixture(scope="module")
def accessible() -> set[str]:
    """Screens that axe has seen, each as the pieces it is built of."""
    return set()


@pytest.mark.parametrize("walk", walks("live"), ids=id_of)
def test_two_phones_play_it_through(players, walk, accessible):
    assert walk["isThrough"]
    noor, sam = players
    set_up(noor, walk, "Two phones")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.tap("Now")
    play(players, walk, accessible)
    for phone in players:
        leave_without_carrying(phone)
    noor.page.get_by_role("link", name=re.compile(walk["title"])).first.wait_for()


@pytest.mark.parametrize("walk", walks("one-phone"), ids=id_of)
def test_one_phone_plays_it_through(players, walk, accessible):
    assert walk["isThrough"]
    noor, _ = players
    set_up(noor, walk, "One phone")
    play((noor,), walk, accessible)
    expect(noor.page).to_have_url(re.compile("#/practices"))


def test_the_library_is_searched_and_filtered_and_says_when_nothing_fits(players):
    noor, _ = players
    noor.go("practices")
    row = noor.page.get_by_role("link", name=re.compile("^Shared problem solving"))
    expect(row).to_be_visible()
    noor.tap("5 minutes")
    expect(row).to_have_count(0)
    expect(noor.page.get_by_role("link", name=re.compile("^Empathy in action"))).to_be_visible()
    noor.tap("All")
    noor.page.get_by_role("textbox", name="Search").fill("deciding")
    expect(row).to_be_visible()
    expect(noor.page.get_by_role("link", name=re.compile("^Deep listening"))).to_have_count(0)
    noor.page.get_by_role("textbox", name="Search").fill("zebra")
    noor.sees("Nothing here by that name.")
    noor.check_access("a search without an answer")


def leave_without_carrying(phone: Phone) -> None:
    """After a session one thing may be carried on; nothing is a good answer."""
    nothing = phone.page.get_by_role("button", name="Nothing more", exact=True)
    practices = phone.page.get_by_role("heading", name="Practice", exact=True)
    expect(nothing.or_(practices).first).to_be_visible()
    if nothing.is_visible():
        nothing.click()
