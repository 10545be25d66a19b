"""Axe on the screens that no other test looks at, in both schemes; keyboard and pseudo-locales."""

import re
from typing import Any

from playwright.sync_api import Locator, expect

from e2e.support.phone import Phone, pair
from e2e.support.walk import SETTLING_MS, walks


def test_screens_that_need_nobody(device):
    noor = device("Noor")
    for place, heading in (
        ("server-sees", "What the server sees"),
        ("install", "Put Attune on your home screen"),
        ("help", "Help near you"),
        ("join", "Open the link"),
    ):
        noor.go(place)
        noor.heading(heading)
        noor.check_access(place)


def test_every_step_of_the_check_in(couple):
    noor, _ = couple
    noor.go("check-in")
    noor.page.get_by_role("radio", name=re.compile("^Rain")).click()
    noor.tap("Next")
    noor.tap("No words")
    noor.heading("How much energy")
    noor.check_access("energy")
    noor.page.get_by_role("radio", name="some", exact=True).click()
    noor.tap("Next")
    noor.heading("What mattered most")
    noor.check_access("mattered")
    noor.tap("Leave it empty")
    noor.check_access("worry")
    noor.tap("No")
    noor.heading("What would you like to share?")
    noor.check_access("share")


def test_waiting_offers_the_ways_that_need_nobody_and_pause_is_accessible(couple):
    noor, _ = couple
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    noor.tap("Begin")
    noor.sees("Begin when you are both here")
    noor.check_access("waiting")
    noor.tap("Pause")
    noor.heading("Pause. No reason needed.")
    noor.check_access("the pause sheet")
    noor.tap("This is a lot")
    noor.check_access("a lot right now")
    noor.tap("Go on")
    noor.tap("Own time")
    noor.heading("How is your sky right now?")


def test_the_skies_by_keyboard_alone(device):
    noor = device("Noor")
    noor.tap("Look around alone first")
    noor.page.get_by_label("Your name").fill("Noor")
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("Enter")
    noor.is_synced()
    noor.go("check-in")
    first = noor.page.get_by_role("radio", name=re.compile("^Clear"))
    first.focus()
    noor.page.keyboard.press("ArrowRight")
    expect(noor.page.get_by_role("radio", name=re.compile("^Breeze"))).to_have_attribute("aria-checked", "true")
    noor.page.keyboard.press("ArrowLeft")
    expect(first).to_have_attribute("aria-checked", "true")


MOST_STOPS = 40


def reach(phone: Phone, target: Locator) -> None:
    """Tab until the focus is there."""
    target.wait_for()
    for _ in range(MOST_STOPS):
        if target.evaluate("each => each === document.activeElement"):
            return
        phone.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {target}")


def press(phone: Phone, name: str, key: str = "Enter") -> None:
    button = phone.page.get_by_role("button", name=name, exact=True).first
    expect(button).to_be_enabled()  # it rests for a moment against a double tap
    reach(phone, button)
    phone.page.keyboard.press(key)
    phone.page.clock.fast_forward(SETTLING_MS)


def fill_by_keys(phone: Phone, field: dict[str, Any]) -> None:
    keyboard, page = phone.page.keyboard, phone.page
    if field["kind"] == "text":
        reach(phone, page.get_by_role("textbox", name=field["label"], exact=True))
        keyboard.type(field["value"])
        return
    if field["kind"] == "lines":
        reach(phone, page.get_by_role("textbox", name=field["label"], exact=True))
        keyboard.type(field["value"][0])
        keyboard.press("Tab")
        keyboard.press("Enter")
        phone.sees(field["value"][0])
        return
    wanted = page.get_by_role("radio", name=field["says"], exact=True)
    wanted.first.wait_for()
    for radio in wanted.all():
        reach(phone, radio)
        for key in ("Space", "ArrowRight", "ArrowLeft"):
            keyboard.press(key)
        expect(radio).to_be_focused()
        expect(radio).to_have_attribute("aria-checked", "true")


def test_a_practice_by_keyboard_alone(couple):
    noor, _ = couple
    walk = next(each for each in walks("one-phone") if each["practice"] == "praise-plus-together")
    noor.page.clock.install()
    noor.go(f"live/{walk['practice']}")
    reach(noor, noor.page.get_by_role("radio", name="Two phones", exact=True))
    noor.page.keyboard.press("ArrowRight")
    expect(noor.page.get_by_role("radio", name="One phone", exact=True)).to_have_attribute("aria-checked", "true")
    press(noor, "Begin")
    for i, step in enumerate(each for each in walk["steps"] if each["phase"] != "begin"):
        for field in step["fills"]:
            fill_by_keys(noor, field)
        if i == 0:
            press(noor, "Pause")
            press(noor, "Go on", "Space")
        press(noor, step["tap"])
    expect(noor.page).to_have_url(re.compile("#/practices"))


OUTSIDE = """() => [...document.querySelectorAll('body *')].filter((each) => {
  const { left, right, width } = each.getBoundingClientRect();
  if (!width || (left > -2 && right < innerWidth + 2) || each.closest('svg')) return false;
  for (let around = each.parentElement; around; around = around.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(around).overflowX)) return false; // it scrolls by itself
  return true;
}).map((each) => `${each.tagName}.${each.className}: ${each.textContent.slice(0, 30)}`)"""


def test_a_word_without_end_widens_no_screen(device):
    noor, sam = device("Wolfeschlegelsteinhausenbergerdorff"), device("Sam")
    for phone in (noor, sam):
        phone.page.set_viewport_size({"width": 320, "height": 640})
    pair(noor, sam)
    endless = "a" * 200
    noor.go("check-in")
    noor.page.get_by_role("radio", name=re.compile("^Fog")).click()
    noor.tap("Next")
    noor.page.get_by_label("Search all words").fill("Donaudampfschifffahrtsgesellschaft")
    noor.tap("Add “Donaudampfschifffahrtsgesellschaft” as my own word")
    noor.tap("Next")
    noor.tap("Skip")
    noor.page.get_by_role("textbox", name="What mattered most").fill(endless)
    noor.tap("Next")
    noor.tap("No")
    noor.heading("What would you like to share?")
    seen = {"share": noor.page.evaluate(OUTSIDE)}
    for line in ("Sky", "Words", "What mattered"):
        noor.page.get_by_role("radiogroup", name=line, exact=True).get_by_role("radio", name="Us").click()
    noor.tap("Share these")
    expect(noor.page).to_have_url(re.compile("#/day/"))
    noor.write_page(endless, shared_with="Sam")
    sam.check_in("Rain", share=("Sky",))
    sam.tap("Open together")
    sam.sees(endless)
    day = sam.page.url.rsplit("/", 1)[1]
    for phone in (noor, sam):
        for place in ("today", "days", "journal", "settings", "live", f"day/{day}"):
            phone.go(place)
            phone.page.wait_for_function("name => document.querySelector('#app > *')?.localName.startsWith(name)", arg=place.split("/")[0])
            seen[f"{place} of {phone.name[:4]}"] = phone.page.evaluate(OUTSIDE)
    assert {place: found for place, found in seen.items() if found} == {}


def test_no_sentence_is_lost_in_longer_and_mirrored_languages(device):
    noor = device("Noor")
    noor.page.goto(f"{noor.origin}/?lang=en-XA")
    expect(noor.page.get_by_role("heading", level=1)).to_contain_text("·")
    assert noor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    noor.page.goto(f"{noor.origin}/?lang=ar-XB")
    expect(noor.page.locator("html")).to_have_attribute("dir", "rtl")
    assert noor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
