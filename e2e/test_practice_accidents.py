"""Phones that drop or die in the middle of a practice: it goes on at the same place, and nothing typed is lost."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from e2e.support.phone import Phone
from e2e.support.walk import SETTLING_MS, begin, begin_on_one, end, fill, id_of, play, settle, walks

#: Where somebody writes, by practice.
WRITING = {"structured-listening": "summarise", "shared-problem-solving": "trial", "deep-listening": "meaning"}


def field_of(phone: Phone, step: dict[str, Any]) -> Locator:
    return phone.page.get_by_role("textbox", name=step["fills"][0]["label"], exact=True)


def write(phone: Phone, step: dict[str, Any]) -> None:
    """Fill in all of a step, and see that the phone has it: only then it offers to go on."""
    for field in step["fills"]:
        fill(phone, field)
    phone.page.get_by_role("button", name=step["tap"], exact=True).wait_for()


def has_all(phone: Phone, step: dict[str, Any]) -> None:
    expect(field_of(phone, step)).to_have_value(step["fills"][0]["value"])


interrupted = pytest.mark.parametrize("walk", [walk for walk in walks("live") if walk["practice"] in WRITING], ids=id_of)


def place(steps: list[dict[str, Any]], practice: str) -> int:
    return next(i for i, step in enumerate(steps) if step["phase"] == WRITING[practice])


@interrupted
def test_a_phone_that_drops_meets_the_other_again(couple, walk):
    steps = begin(*couple, walk)
    at = place(steps, walk["practice"])
    step, rest = steps[at], steps[at + 1 :]
    phone = couple[step["phone"]]
    play(couple, steps[: at - 1])
    phone.cut()
    play(couple, [steps[at - 1]])
    phone.reconnect()
    field_of(phone, step).wait_for()
    phone.cut()
    phone.sees("No network now")
    write(phone, step)
    phone.reconnect()
    phone.sees_not("No network now")
    has_all(phone, step)
    play(couple, [{**step, "fills": []}, *rest])
    end(*couple, walk)


@interrupted
def test_a_phone_that_is_killed_comes_back_to_the_same_words(couple, walk):
    steps = begin(*couple, walk)
    at = place(steps, walk["practice"])
    step, rest = steps[at], steps[at + 1 :]
    phone = couple[step["phone"]]
    play(couple, steps[:at])
    write(phone, step)
    phone.page.close(run_before_unload=False)
    phone.page = phone.open("#/live")
    has_all(phone, step)
    play(couple, [{**step, "fills": []}, *rest])
    end(*couple, walk)


def test_the_second_tap_of_a_double_one_is_not_meant_for_the_next_screen(noor):
    walk = next(walk for walk in walks("one-phone") if walk["practice"] == "shared-problem-solving")
    *steps, last, closing = begin_on_one(noor, walk)
    play((noor,), steps)
    settle(noor)
    page = noor.page
    page.clock.pause_at(page.evaluate("Date.now()") + SETTLING_MS)
    box = page.get_by_role("button", name=last["tap"], exact=True).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    close = page.get_by_role("button", name=closing["tap"], exact=True)
    close.click(force=True)
    expect(close).to_be_visible()
    play((noor,), [closing])
