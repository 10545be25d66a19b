"""Practices in which each writes when they like: the question before, what is sealed, and taking it back."""

import re

from playwright.sync_api import expect


def test_what_was_sealed_is_found_again_and_taken_back_while_nobody_has_opened_it(couple):
    noor, sam = couple
    noor.go("live/perspective-first/own-time")
    noor.heading("Perspective first")
    noor.tap("Begin")
    noor.heading("Is this a good moment for it?")
    noor.tap("Not today")
    noor.heading("Another time suits this better.")
    noor.tap("Another time")
    expect(noor.page).to_have_url(re.compile("#/practices"))
    noor.go("sessions")
    noor.page.get_by_role("link", name=re.compile("Perspective first")).click()
    noor.tap("Yes, all three")
    noor.page.get_by_label("A few words for it").fill("Sunday")
    noor.page.get_by_label("How it was").fill("I had waited all day.")
    noor.tap("Seal and send")
    noor.heading("Still sealed. Nothing is read until both are.")
    sam.go("today")
    sam.heading("Perspective first")
    noor.go("sessions")
    noor.page.get_by_role("link", name=re.compile("Perspective first")).click()
    noor.check_access("sealed in own time")
    noor.tap("Take mine back")
    expect(noor.page.get_by_label("How it was")).to_have_value("I had waited all day.")
    sam.sees_not("Perspective first")


def test_a_kind_line_of_one_waits_on_today_for_the_other_and_both_open_together(couple):
    noor, sam = couple

    def seal(phone, line):
        phone.page.get_by_label("One kind line").fill(line)
        phone.tap("Seal and send")

    noor.go("live/praise-plus-together/own-time")
    noor.heading("Praise, then something together")
    noor.tap("Begin")
    seal(noor, "You made soup on Tuesday.")
    sam.heading("Praise, then something together")
    sam.sees("Something is here for you, whenever you like.")
    sam.page.get_by_role("link", name="Open").click()
    sam.sees_not("soup")
    seal(sam, "You waited for me.")
    for phone, theirs in ((sam, "You made soup on Tuesday."), (noor, "You waited for me.")):
        phone.heading("And you could both do this.")
        phone.sees(theirs)
    activities = {phone.page.locator("ul.cards li").inner_text() for phone in couple}
    assert len(activities) == 1
    noor.check_access("what suits both")
