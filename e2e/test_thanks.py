"""Appreciations and wishes: words that are nowhere else until they are given, answered once, and never counted."""

import re

from playwright.sync_api import expect

from e2e.support.phone import Phone
from e2e.test_practices import leave_without_carrying

DAY_S = 24 * 3600


def has_no_number(phone: Phone) -> None:
    """A jar says nothing of how much lies in it."""
    assert not re.search(r"\b(\d+|one|two) (pages|words|of \d+)\b", phone.page.inner_text("main"))


def test_i_noticed_is_given_answered_with_one_more_line_and_lies_in_the_jar(couple):
    noor, sam = couple
    noor.go("today")
    noor.tap("I noticed …", "link")
    noor.page.get_by_label("I noticed").fill("you were so nice about the walrus")
    noor.page.get_by_label("It made me feel").fill("at home")
    noor.sees("When was that? One morning, one sentence?")
    noor.check_access("a question about a wide line")
    noor.tap("Leave it so")
    noor.sees_not("When was that?")
    noor.page.reload()
    expect(noor.page.get_by_label("I noticed")).to_have_value("you were so nice about the walrus")
    noor.tap("Share now")

    sam.heading("Noor noticed something.")
    sam.sees_not("walrus")
    sam.go("jar")
    sam.tap("Take one out")
    sam.heading("Nothing in here yet.")
    sam.go("today")
    sam.page.get_by_role("link", name=re.compile("Noor noticed something")).click()
    sam.sees("you were so nice about the walrus")
    sam.check_access("what the other noticed")
    sam.tap("Tell me more")
    sam.sees_not("Noor noticed something.")

    noor.page.get_by_role("link", name=re.compile("One more line: Sam would like to hear more")).click()
    noor.page.get_by_label("One more line").fill("It was on the stairs")
    noor.tap("Share")
    sam.page.get_by_role("link", name=re.compile("From Noor, one more line")).click()
    sam.sees("It was on the stairs")
    sam.tap("Close")
    sam.sees_not("one more line")

    sam.go("jar")
    has_no_number(sam)
    sam.tap("Take one out")
    sam.sees("you were so nice about the walrus")
    sam.check_access("out of the jar")
    has_no_number(sam)

    # in a pause only after a yes in settings
    sam.go("pause")
    sam.page.get_by_role("button", name=re.compile("^Pause until")).click()
    sam.sees_not("Would a kind word help now?")
    sam.go("settings")
    sam.page.get_by_role("switch", name="A kind word in a pause").click()
    sam.go("pause")
    sam.sees("Would a kind word help now?")
    sam.tap("Take one out")
    sam.sees("you were so nice about the walrus")

    # taken back, it is gone from the other's screens and jar
    noor.go("thanks")
    noor.page.get_by_role("link", name=re.compile("walrus")).click()
    noor.tap("Take it back")
    noor.sees("Sam may have read it.")
    noor.tap("Take it back")
    noor.is_synced()
    sam.go("jar")
    sam.tap("Take one out")
    sam.heading("Nothing in here yet.")


def test_pages_go_one_a_day_and_those_that_wait_are_nowhere_else(couple):
    noor, sam = couple
    for phone in couple:
        phone.page.clock.install()
    noor.go("live/three-appreciations")
    noor.heading("Three appreciations")
    noor.page.get_by_role("radio", name="Own time", exact=True).click()
    noor.tap("Begin")
    for i, deed in enumerate(("On Sunday you called my mother", "On Monday you fed the zebra", "Today you waited at the bus stop")):
        if i:
            noor.tap("Another one")
        noor.page.get_by_label("You did").fill(deed)
    noor.tap("Share the first")
    noor.sees("For Sam, one a day")

    sam.page.get_by_role("link", name=re.compile("From Noor, for today")).click()
    sam.sees("On Sunday you called my mother")
    sam.tap("I take that in")
    sam.sees_not("From Noor, for today")
    noor.sees("Sam: I take that in")

    for phone in couple:
        phone.page.clock.fast_forward(DAY_S * 1000)
        phone.go("journal")
        phone.go("today")
    noor.is_synced()
    sam.page.get_by_role("link", name=re.compile("From Noor, for today")).click()
    sam.sees("On Monday you fed the zebra")
    noor.page.get_by_role("link", name=re.compile("For Sam, one a day")).click()
    noor.sees("Today you waited at the bus stop")
    noor.check_access("pages on their way")
    noor.tap("Stop it here")
    for phone in couple:
        phone.page.clock.fast_forward(DAY_S * 1000)
        phone.go("journal")
        phone.go("today")
    noor.sees_not("one a day")
    sam.go("thanks")
    sam.sees_not("waited at the bus stop")
    noor.go("thanks")
    noor.sees("Today you waited at the bus stop")


def test_a_page_read_side_by_side_is_met_with_three_answers_and_given_to_keep(couple):
    noor, sam = couple
    noor.go("live/three-appreciations")
    noor.heading("Three appreciations")
    noor.tap("Begin")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.tap("Now")
    noor.page.get_by_label("You did").fill("On Sunday you called my mother")
    noor.page.get_by_label("For me it meant").fill("I could sit down")
    noor.check_access("writing a page")
    noor.tap("Ready")
    sam.page.get_by_label("You did").fill("You carried the zebra up the stairs")
    sam.tap("Ready")
    noor.heading("Read it aloud. Then look up.")
    sam.sees_not("called my mother")
    sam.tap("I take that in")
    noor.sees("I take that in")
    noor.check_access("reading a page")
    noor.tap("Pass the floor to Sam")
    sam.heading("Read it aloud. Then look up.")
    sam.tap("Pass the floor to Noor")
    noor.heading("Is there one you would like to say?")
    noor.tap("Pass")
    sam.heading("Is there one you would like to say?")
    sam.tap("Pass")
    noor.heading("Give Sam this page to keep?")
    noor.tap("Share")
    sam.tap("Keep for me")
    for phone in couple:
        phone.tap("Close")
        leave_without_carrying(phone)
    sam.go("jar")
    sam.tap("Take one out")
    sam.sees("On Sunday you called my mother")
    noor.go("jar")
    noor.tap("Take one out")
    noor.heading("Nothing in here yet.")
    for phone in couple:
        phone.go("today")
        phone.sees_not("for today")
    sam.go("thanks")
    sam.sees("You carried the zebra up the stairs")


def test_a_wish_that_was_granted_is_an_act_of_the_one_who_said_yes(couple):
    noor, sam = couple
    noor.go("live/two-stars-one-wish")
    noor.heading("Two stars, one wish")
    noor.tap("Begin")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.tap("Now")
    for phone, wish in ((noor, "ten minutes on the balcony"), (sam, "")):
        phone.page.get_by_label("First star").fill(f"The bus waited for {phone.name}")
        phone.page.get_by_label("Second star").fill("A tree")
        phone.tap("Next")
        if wish:
            phone.page.get_by_label("I would love …").fill(wish)
            phone.tap("Ready")
        else:
            phone.tap("No wish today")
    for phone, other in ((noor, sam), (sam, noor), (noor, sam), (sam, noor)):
        phone.heading("Read it. Add one detail.")
        phone.tap(f"Pass the floor to {other.name}")
    noor.heading("I would love …")
    sam.sees_not("ten minutes on the balcony")
    noor.tap("I have read it")
    sam.sees("ten minutes on the balcony")
    sam.check_access("a wish, and four answers")
    sam.tap("Yes")
    noor.sees("Sam says yes.")
    noor.tap("Pass the floor to Sam")
    sam.heading("No wish today.")
    sam.tap("Go on")
    noor.tap("Share")
    sam.tap("Keep for me")
    for phone in couple:
        phone.tap("Close")
    sam.page.get_by_role("button", name="A small act: give it a time.").wait_for()
    sam.tap("Nothing more")
    leave_without_carrying(noor)
    for phone in couple:
        phone.go("today")
    sam.sees("You said yes")
    sam.check_access("a yes on Today")
    noor.page.get_by_role("link", name=re.compile("Read: Sam says yes")).click()
    noor.tap("Close")
    noor.sees_not("Sam says yes")
    sam.page.get_by_role("link", name=re.compile("Open: You said yes")).click()
    sam.tap("Done")
    sam.page.get_by_label("What was it like to do it?").fill("Warm")
    sam.tap("Share")
    noor.page.get_by_role("link", name=re.compile("Read: Sam did this")).click()
    noor.tap("That reached me")
    sam.sees("Noor: that reached me")
    sam.go("jar")
    sam.tap("Take one out")
    sam.sees(re.compile("The bus waited for Noor|A tree"))
