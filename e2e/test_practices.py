"""Every practice, played through on real phones as its data file says, and looked at by axe: nothing here knows any practice by name."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from e2e.support.phone import Phone
from e2e.support.walk import begin, begin_on_one, end, id_of, play, walks


@pytest.fixture(scope="module")
def accessible() -> set[str]:
    """Screens that axe has seen, each as the pieces it is built of."""
    return set()


def looking(walk: dict[str, Any], accessible: set[str]) -> Callable[[Phone, dict[str, Any]], None]:
    """Axe sees screens on which something is written or chosen; prompts and buttons alone are seen by the tests of access."""

    def look(phone: Phone, step: dict[str, Any]) -> None:
        if step["fills"]:
            phone.check_access_once(f"{id_of(walk)}, {step['phase']}, {phone.name}", accessible)

    return look


@pytest.mark.parametrize("walk", walks("live"), ids=id_of)
def test_two_phones_play_it_through(players, walk, accessible):
    assert walk["isThrough"]
    steps = begin(*players, walk)
    play(players, steps, looking(walk, accessible))
    end(*players, walk)


@pytest.mark.parametrize("walk", walks("one-phone"), ids=id_of)
def test_one_phone_plays_it_through(players, walk):
    assert walk["isThrough"]
    noor, _ = players
    steps = begin_on_one(noor, walk)
    play((noor,), steps)
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
