"""Phones that drop or die in the middle of a practice: it goes on at the same place, and nothing typed is lost."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from e2e.support.phone import Phone
from e2e.support.walk import begin, begin_on_one, end, fill, id_of, play, settle, walks

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


def test_a_double_tap_is_one_tap(noor):
    """Each says their thanks, under buttons of the same name: the second tap is not the other's."""
    walk = next(walk for walk in walks("one-phone") if walk["practice"] == "shared-problem-solving")
    steps = begin_on_one(noor, walk)
    at = next(i for i, step in enumerate(steps) if step["phase"] == "thanks")
    play((noor,), steps[:at])
    thanked = noor.page.get_by_role("button", name=steps[at]["tap"], exact=True)
    thanked.wait_for()
    settle(noor)
    thanked.dblclick()
    play((noor,), steps[at + 1 :])
