"""Axe on the screens that no other test looks at, in both schemes; keyboard and pseudo-locales."""

import re

from playwright.sync_api import expect


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


def test_no_sentence_is_lost_in_longer_and_mirrored_languages(device):
    noor = device("Noor")
    noor.page.goto(f"{noor.origin}/?lang=en-XA")
    expect(noor.page.get_by_role("heading", level=1)).to_contain_text("·")
    assert noor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    noor.page.goto(f"{noor.origin}/?lang=ar-XB")
    expect(noor.page.locator("html")).to_have_attribute("dir", "rtl")
    assert noor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
