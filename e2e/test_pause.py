"""A pause in a conflict: one tap from everywhere, alone and offline, the same on both phones; and the quick cover over the page of help."""

import re

from playwright.sync_api import expect

from e2e.support.phone import Phone

DOCKED = ["today", "practices", "journal", "days", "settings"]
PAGES = {
    "practices": "Practice",
    "decks": "Question cards",
    "known": "What you know of each other",
    "sessions": "What you did",
    "pause/words": "Which words will mean: pause?",
    "help": "Help near you",
}
BARRED = ["check-in", "page/new", "live/structured-listening", "decks", "known", "sessions"]


def call(phone: Phone, minutes: str = "20 min") -> None:
    phone.page.get_by_role("link", name="Pause", exact=True).click()
    phone.heading("Let us stop here for now.")
    phone.page.get_by_role("radio", name=re.compile(f"^{minutes}")).click()
    phone.page.get_by_role("button", name=re.compile("^Pause until")).click()
    phone.heading("Back together at")


def test_it_opens_from_every_screen_in_one_tap(couple):
    noor, _ = couple
    for place in DOCKED + BARRED:
        noor.go(place)
        noor.page.locator("main").first.wait_for()
        noor.page.get_by_role("link", name="Pause", exact=True).first.click()
        noor.heading("Let us stop here for now.")
    noor.check_access("calling a pause")


def test_called_on_one_phone_it_is_there_on_both_and_neither_says_whose_it_was(couple):
    noor, sam = couple
    sam.go("journal")
    call(noor)
    sam.heading("Back together at")
    noor.check_access("in a pause")
    for phone in couple:
        phone.sees_not("Noor paused")
        phone.page.clock.install()
    sam.tap("Write")
    sam.page.get_by_label("A feeling").fill("Cornered")
    for phone in couple:
        phone.page.clock.fast_forward(21 * 60 * 1000)
        phone.heading("Are you ready to come back?")
    noor.tap("I am ready")
    noor.sees("It goes on when you both are")
    sam.sees_not("Noor is ready")
    sam.tap("I am ready")
    for phone in couple:
        expect(phone.page).to_have_url(re.compile("#/live/pause-in-conflict"))
    # what was written waits for the talk, and is at hand there for Sam alone
    noor.tap("Begin")
    sam.tap("Now")
    for phone in couple:
        phone.page.clock.fast_forward(500)
        phone.tap("I am ready")
    sam.heading("You both came back.")
    sam.page.clock.fast_forward(500)
    sam.tap("I begin")
    for phone in couple:
        phone.heading("Is there a word for what it was in you?")
        phone.page.clock.fast_forward(500)
        phone.tap("Ready")
    sam.page.clock.fast_forward(500)
    sam.tap("Use my words")
    sam.sees("Cornered")
    noor.sees_not("Cornered")


def test_it_is_called_without_a_network_and_reaches_the_other_when_there_is_one(couple):
    noor, sam = couple
    noor.cut()
    call(noor, "1 hour")
    noor.sees("Show this, or say it")
    noor.reconnect()
    sam.heading("Back together at")
    sam.tap("A little longer")
    sam.page.get_by_role("radio", name=re.compile("^1 hour")).click()
    sam.tap("Set it")
    sam.tap("A little longer")
    sam.sees("The time stands at")
    sam.tap("Leave it for today")
    noor.heading("Let us stop here for now.")


def test_two_pauses_in_a_day_lead_to_someone_outside_with_the_cover_over_it(couple):
    noor, _ = couple
    for _ in range(2):
        call(noor)
        noor.tap("A little longer")
        noor.tap("Leave it for today")
        expect(noor.page).to_have_url(re.compile("#/today"))  # it goes there by itself
    noor.go("pause")
    noor.page.get_by_role("link", name="Someone outside").click()
    noor.heading("Help near you")
    noor.sees("checked")
    noor.tap("Cover")
    cover = noor.page.locator(".quickcover")
    expect(cover).to_be_visible()
    expect(noor.page.get_by_role("heading")).to_have_count(0)
    for _ in range(3):
        cover.click()
    expect(noor.page.get_by_role("heading", name="Today")).to_be_attached()
    noor.go("help")
    noor.heading("Help near you")
    for _ in range(3):
        noor.page.keyboard.press("Shift")
    expect(cover).to_be_visible()


def test_a_time_that_went_by_is_offered_once_more_beside_a_new_pause(couple):
    noor, _ = couple
    call(noor)
    noor.page.clock.install()
    noor.page.clock.fast_forward(26 * 3_600_000)
    noor.go("today")
    noor.go("pause")
    noor.heading("Let us stop here for now.")
    noor.sees("The time has passed.")
    noor.check_access("a pause that went by")
    noor.tap("Leave it")
    noor.sees_not("The time has passed.")


def test_pages_of_the_library_are_open_to_everyone(noor):
    for place, heading in PAGES.items():
        noor.go(place)
        noor.heading(heading)
        noor.check_access(place)
