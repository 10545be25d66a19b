"""Asking (practice 15): what is asked, answered and done between two phones, each word with its writer until they send it."""

import re

from playwright.sync_api import expect

DAY_MS = 86_400_000
NEED = "that you sit with me before you fix it"


def write(phone, need, when="", why="", *, button="Send"):
    """From the list through the private questions to the page as the other will see it."""
    phone.go("requests/new")
    phone.tap("Yes, all three")
    phone.page.get_by_label("The need").fill(need)
    phone.tap("Next")
    if when:
        phone.page.get_by_label("When", exact=True).fill(when)
    phone.tap("Next")
    if why:
        phone.page.get_by_label("Why it matters").fill(why)
    phone.tap("Next")
    phone.heading("This is what")
    phone.tap(button)


def open_card(phone, title, action="Read"):
    phone.go("today")
    phone.page.get_by_role("link", name=f"{action}: {title}", exact=True).click()


def test_a_request_is_asked_reflected_answered_and_agreed_by_both_then_done(couple):
    noor, sam = couple
    write(noor, NEED, "on evenings when I come home late", "I feel less alone with it")
    noor.heading("Could you live with a no?")
    noor.check_access("could you live with a no")
    noor.tap("Yes")
    noor.heading("It is with Sam.")

    sam.go("today")
    sam.heading("Noor is reaching out.")
    sam.sees_not(NEED)
    sam.check_access("somebody reaches out")
    sam.page.get_by_role("link", name="Open: Noor is reaching out.").click()
    sam.heading("Noor is reaching out.")
    sam.sees_not(NEED)
    sam.tap("Open")
    sam.sees(NEED)
    noor.heading("It is with Sam.")  # nothing tells that Sam looked
    sam.tap("Reflect")
    sam.page.get_by_label("In one line").fill("You need company first")
    sam.tap("Next")
    sam.page.get_by_role("radio", name="Yes, with a change", exact=True).click()
    sam.check_access("four answers")
    sam.tap("Next")
    sam.page.get_by_label("I could …").fill("On Tuesdays I sit with you first")
    sam.tap("Next")
    sam.heading("Noor will see this.")
    noor.sees_not("On Tuesdays")
    sam.tap("Send")

    noor.heading("Is that good for you?")
    noor.sees("You need company first")
    noor.tap("Another change")
    noor.page.get_by_label("I could …").fill("On Tuesdays and when it was a long day")
    noor.tap("Send")
    sam.heading("Is that good for you?")
    sam.tap("That is good")
    sam.heading("Is this what you both mean?")
    sam.tap("Yes")
    noor.heading("Is this what you both mean?")  # one yes is not two
    sam.go("today")
    expect(sam.page.get_by_role("main").get_by_text("You said yes")).to_have_count(0)  # what was read out stays for a while
    noor.tap("Yes")
    noor.heading("You both mean this.")

    sam.sees("On Tuesdays and when it was a long day")
    sam.tap("Done")
    sam.page.get_by_label("What was it like to do it?").fill("Quiet, and good")
    sam.tap("Share")
    noor.go("today")
    noor.sees("Quiet, and good")
    noor.page.get_by_role("link", name=re.compile("^Read: Sam did")).click()
    noor.tap("That reached me")
    noor.page.get_by_label("A line, if you like").fill("I could put the day down")
    noor.tap("Share")
    open_card(sam, "Noor: that reached me.")
    sam.sees("I could put the day down")
    sam.sees("Keep this moment?")
    sam.check_access("that reached me")


def test_blame_is_asked_about_once_and_never_stopped_and_one_topic_is_asked_once(couple):
    noor, sam = couple
    noor.go("requests/new")
    noor.tap("Yes, all three")
    noor.page.get_by_label("The need").fill("You never sit with me before you fix it")
    noor.sees("What would you like to happen next time?")
    noor.check_access("a gentle question")
    noor.tap("Leave it so")
    noor.sees_not("What would you like to happen next time?")
    for _ in range(3):
        noor.tap("Next")
    noor.tap("Send")
    noor.tap("Not yet")
    noor.heading("Then it may be more than a request.")
    noor.tap("Send anyway")
    noor.heading("It is with Sam.")
    sam.go("requests")
    sam.sees("Noor is reaching out.")

    write(noor, "sit with me before you fix it")
    noor.heading("You already asked this. It is with Sam.")
    noor.tap("See it")
    noor.tap("Take it back")
    noor.sees("Sam may have read it")
    noor.tap("Take it back")
    sam.sees("A line was taken back.")
    sam.page.get_by_role("link", name=re.compile("A line was taken back")).click()
    sam.heading("A line was taken back.")
    sam.sees_not("You never sit")


def test_not_now_keeps_its_day_a_no_owes_nothing_and_silence_is_asked_about_once(couple):
    noor, sam = couple
    for phone in couple:
        phone.page.clock.install()
    write(noor, "A walk without phones")
    noor.tap("Yes")
    noor.heading("It is with Sam.")
    sam.go("today")
    sam.tap("Later: Noor is reaching out.")
    sam.sees_not("Noor is reaching out.")
    for phone in couple:
        phone.page.clock.fast_forward(2 * DAY_MS + 1000)
        phone.go("practices")
        phone.go("today")
    sam.heading("Noor is reaching out.")
    sam.page.get_by_role("link", name="Open: Noor is reaching out.").click()
    open_card(noor, "Still on your mind?", "Open")
    noor.check_access("still on your mind")
    noor.tap("Leave it")
    noor.heading("Today")
    noor.sees_not("Still on your mind?")
    noor.sees("It is with Sam.")

    sam.tap("Open")
    sam.tap("Reflect")
    sam.page.get_by_label("In one line").fill("You need us outside")
    sam.tap("Next")
    sam.page.get_by_role("radio", name="No, with care", exact=True).click()
    sam.tap("Next")
    sam.page.get_by_label("If you like").fill("Not this week, with love")
    sam.tap("Next")
    sam.tap("Send")
    sam.heading("Said. You do not owe a reason.")
    open_card(noor, "Sam says no, with care.")
    noor.sees("Not this week, with love")
    noor.sees("The need is still yours.")
    noor.tap("I understand")
    noor.sees_not("Sam says no")


def test_words_written_without_a_network_travel_within_a_day_and_are_asked_about_after_it(couple):
    noor, sam = couple
    for phone in couple:
        phone.page.clock.install()
    noor.go("requests")
    noor.heading("Requests")
    noor.cut()
    noor.go("today")
    noor.sees("Offline")
    write(noor, "Zebra tea at nine")
    noor.tap("Yes")
    noor.sees("It travels when there is a network.")
    noor.page.clock.fast_forward(DAY_MS + 60_000)
    noor.reconnect()
    noor.go("today")
    noor.page.clock.fast_forward(60_000)
    open_card(noor, "Still true?", "Open")
    sam.go("requests")
    sam.sees("Nothing is asked here.")
    noor.sees("Written on")
    noor.check_access("still true")
    noor.tap("Send")
    noor.heading("It is with Sam.")
    sam.sees("Noor is reaching out.")


def test_a_draft_and_what_is_asked_in_private_are_nowhere_on_the_other_phone(couple):
    noor, sam = couple
    write(noor, "Walrus evenings", button="Keep as draft")
    noor.heading("Requests")
    noor.sees("Walrus evenings")
    sam.go("requests")
    sam.sees("Nothing is asked here.")
    noor.page.get_by_role("link", name=re.compile("Walrus evenings")).click()
    noor.tap("Erase the draft")
    noor.sees("Nothing is asked here.")


def test_read_face_to_face_a_draft_becomes_one_request_that_both_phones_know(couple):
    noor, sam = couple
    write(noor, NEED, button="Read it to Sam")
    sam.go("today")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.tap("Now")
    for phone in couple:
        phone.tap("Yes, all three")
    for _ in range(3):
        noor.tap("Next")
    noor.page.get_by_role("radio", name="Yes", exact=True).click()
    noor.tap("Next")
    noor.tap("Read it to Sam")
    noor.heading("Read it once. Then wait.")
    sam.sees("You do not have to answer yet.")
    sam.sees_not(NEED)
    noor.tap("Pass the floor to Sam")
    sam.page.get_by_label("In one line").fill("You need company")
    sam.tap("I have said it")
    noor.tap("Yes, that")
    sam.page.get_by_role("radio", name="Yes", exact=True).click()
    sam.tap("Next")
    for phone in couple:
        phone.heading("Is this what you both mean?")
        phone.sees(NEED)
    noor.tap("Yes")
    sam.tap("Yes")
    noor.tap("Leave it")
    for phone in couple:
        phone.tap("Close")
        phone.tap("Nothing more")
    sam.go("today")
    sam.sees("You said yes")
    noor.go("requests")
    noor.sees("You both mean this.")
    expect(noor.page.get_by_role("link", name=re.compile(NEED))).to_have_count(1)
