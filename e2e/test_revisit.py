"""Looking again at a hard moment: alone, days after a pause; only two cards are ever read, and a try is there at the next pause."""

import re

from e2e.support.phone import Phone
from e2e.test_privacy import DUMP

DAY_MS = 24 * 3_600_000


def write_cards(phone: Phone) -> None:
    page = phone.page
    phone.heading("Growth revisit")
    phone.tap("Begin")
    page.locator("#field-camera").fill("You deliberately shut the door, Kaltmamsell")
    page.locator("#field-camera").blur()
    phone.sees("Would the camera know that?")
    phone.check_access("the first card")
    phone.tap("Next")
    phone.tap("Next")
    page.locator("#field-theirs").fill("Perhaps tired, Firlefanz")
    phone.tap("Next")
    phone.tap("Next")
    page.get_by_label("What could be done").fill("Ask before I answer")
    phone.tap("Next")
    page.get_by_label("A try").fill("When it gets loud, I sit down")
    phone.tap("Next")
    phone.heading("What shall happen with these pages?")


def pause_and_leave(phone: Phone) -> None:
    phone.go("pause")
    phone.page.get_by_role("button", name=re.compile("^Pause until")).click()
    phone.sees("Back together at")


def test_offered_a_day_after_a_pause_and_the_try_is_there_at_the_next_one(couple):
    noor, sam = couple
    noor.page.clock.install()
    pause_and_leave(noor)
    noor.tap("A little longer")
    noor.tap("Leave it for today")
    noor.go("today")
    noor.sees_not("Some days ago you paused")
    noor.page.clock.fast_forward(DAY_MS + 3_600_000)
    noor.go("practices")
    noor.go("today")
    noor.sees("Some days ago you paused")
    noor.check_access("a revisit offered")
    sam.go("today")
    sam.sees_not("Some days ago you paused")
    noor.page.get_by_role("link", name=re.compile("Open: Some days ago")).click()
    write_cards(noor)
    noor.tap("Keep for me")
    noor.heading("Looked at again")
    noor.page.get_by_role("link", name=re.compile("Kaltmamsell")).click()
    noor.sees("Perhaps tired, Firlefanz")
    noor.check_access("a page of a revisit")
    noor.go("today")
    noor.tap("Leave it")
    noor.sees_not("Some days ago you paused")

    pause_and_leave(noor)
    noor.sees("When it gets loud, I sit down")
    noor.tap("A little longer")
    noor.tap("Leave it for today")
    noor.go("today")
    noor.page.get_by_role("link", name="Open: Your try").click()
    noor.check_access("how a try was")
    noor.tap("It helped")
    noor.sees_not("How was it?")
    noor.go("revisits")
    noor.heading("Tries that helped")
    held = sam.page.evaluate(DUMP)
    assert [word for word in ("Kaltmamsell", "Firlefanz", "sit down") if word in held] == []


def test_two_read_their_last_two_cards_and_a_shared_try_is_taken_in(couple):
    noor, sam = couple
    noor.go("live/growth-revisit")
    write_cards(noor)
    noor.tap("Read together")
    noor.heading("Ready when you both are.")
    noor.tap("Let Sam know")
    noor.sees("Sam finds one card")
    sam.go("today")
    sam.heading("Noor would read a page with you.")
    sam.sees_not("Ask before I answer")
    sam.tap("Not this one")
    sam.sees_not("Noor would read a page with you.")
    noor.page.get_by_role("link", name="Begin on two phones").click()
    noor.tap("Begin")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.tap("Now")
    for phone in couple:
        phone.heading("Is this a good moment for it?")
        phone.tap("Yes, all three")
    noor.heading("Which two lines would you read?")
    assert noor.page.get_by_label("A try").input_value() == "When it gets loud, I sit down"
    for phone in couple:
        phone.heading("Which two lines would you read?")
        phone.tap("Ready")
    for phone in couple:
        phone.heading("Not the old story.")
        phone.tap("Ready")
    noor.heading("Your turn. Read your last two cards.")
    noor.sees("Ask before I answer")
    sam.sees_not("Ask before I answer")
    sam.tap("Back to the tries")
    for phone in couple:
        phone.heading("Only the last two pages now.")
    noor.tap("Pass the floor to Sam")
    sam.tap("Did I get it?")
    noor.tap("Nearly")
    sam.heading("Nearly is useful.")
    noor.tap("Yes")
    sam.heading("Your turn.")
    sam.tap("Pass the floor to Noor")
    noor.tap("Did I get it?")
    sam.tap("Yes")
    noor.tap("I have said it")
    sam.tap("I have said it")
    noor.tap("Share my try")
    sam.tap("Leave it")
    for phone in couple:
        phone.heading("How heard do you feel?")
        phone.tap("Leave it")
    for phone in couple:
        phone.tap("Close")
        phone.tap("Nothing more")
    sam.go("today")
    sam.heading("Noor wants to try")
    sam.sees("When it gets loud, I sit down")
    sam.page.get_by_role("link", name="Open: Noor wants to try").click()
    sam.tap("I take that in")
    noor.go("revisits")
    noor.page.get_by_role("link", name=re.compile("When it gets loud, I sit down")).first.click()
    noor.sees("Sam took it in")
    held = sam.page.evaluate("() => document.body.innerText") + sam.page.evaluate(DUMP)
    assert "Kaltmamsell" not in held
