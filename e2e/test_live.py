"""Side by side: from the invitation to the close, and coming back from every accident."""

import re

import pytest
from playwright.sync_api import expect

from e2e.support.phone import Phone


def begin(noor: Phone, sam: Phone) -> None:
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    noor.tap("Begin")
    noor.sees("Begin when you are both here")
    sam.go("today")
    sam.sees("Noor would like to begin")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.tap("Now")


def weather(phone: Phone, sky: str) -> None:
    phone.page.get_by_role("radio", name=re.compile(f"^{sky}")).click()
    phone.tap("That is enough")
    phone.page.get_by_role("radiogroup", name="Sky", exact=True).get_by_role("radio", name="Us").click()
    phone.tap("Share these")


def turn(speaker: Phone, listener: Phone) -> None:
    speaker.tap(f"Pass the floor to {listener.name}")
    listener.tap("I have said it")
    speaker.tap("That is it")
    listener.tap("Asked")
    speaker.tap("Answered")


def test_from_invitation_to_close(couple):
    noor, sam = couple
    noor.go("live")
    noor.check_access("before a session")
    begin(noor, sam)
    weather(noor, "Rain")
    noor.sees("Sealed until you have both shared")
    sam.sees_not("Rain beside")
    weather(sam, "Still")
    for phone, phrase in ((noor, "Still beside Rain"), (sam, "Rain beside Still")):
        phone.sees(phrase)
    noor.check_access("opened together")
    noor.tap("Talk, I begin")
    noor.sees("You have the floor")
    sam.sees("Noor speaks, you listen")
    sam.check_access("listening")
    noor.check_access("speaking")
    sam.tap("wanting to fix")
    sam.sees("Noticed. Back to Noor")
    turn(noor, sam)
    sam.sees("You have the floor")
    turn(sam, noor)
    noor.page.get_by_label("Is there anything for another time?").fill("The garage")
    noor.page.evaluate("dispatchEvent(new Event('pagehide'))")
    noor.page.reload()
    expect(noor.page.get_by_label("Is there anything for another time?")).to_have_value("The garage")
    noor.tap("Park it")
    sam.tap("Nothing to park")
    for phone in (noor, sam):
        phone.heading("Two days have been heard")
    sam.tap("Erase")
    for phone in (noor, sam):
        phone.tap("Close")
        phone.heading("Today")
    sam.sees("The garage")


def test_pause_says_nobodys_name_and_needs_both_to_go_on(couple):
    noor, sam = couple
    begin(noor, sam)
    sam.page.get_by_role("radio", name=re.compile("^Fog")).wait_for()
    sam.tap("Pause")
    sam.tap("20 minutes")
    for phone in (noor, sam):
        phone.heading("Paused. Back together at")
        phone.sees_not("Sam paused")
    noor.tap("I am ready")
    noor.sees("You go on when you are both ready")
    sam.tap("I am ready")
    for phone in (noor, sam):
        phone.tap("Continue")
        phone.heading("How is your sky right now?")
    noor.tap("Stop")
    for phone in (noor, sam):
        phone.heading("We stop here for now")
        phone.sees_not("Noor stopped")


def test_a_phone_that_reloads_dies_or_drops_comes_back_to_the_right_phase(couple):
    noor, sam = couple
    begin(noor, sam)
    weather(noor, "Rain")
    weather(sam, "Still")
    noor.tap("Talk, I begin")
    sam.sees("Noor speaks, you listen")
    sam.page.reload()
    sam.sees("Noor speaks, you listen")
    noor.page.close(run_before_unload=False)  # killed
    noor.page = noor.open("#/live")
    noor.sees("You have the floor")
    sam.cut()
    noor.tap("Pass the floor to Sam")
    noor.sees("Sam says back what arrived")
    sam.sees("Noor speaks, you listen")
    sam.reconnect()
    sam.sees("You have the floor")
    sam.tap("I have said it")
    noor.tap("That is it")
    sam.heading("Ask one thing you want to understand")


def test_whoever_loses_the_network_before_the_skies_open_goes_on_with_their_own(couple):
    noor, sam = couple
    begin(noor, sam)
    weather(noor, "Rain")
    sam.cut()
    weather(sam, "Still")
    said = sam.page.get_by_role("status").filter(has_text="Still")
    expect(said).to_have_text("You: Still.")
    sam.check_access("opened alone")
    sam.reconnect()
    expect(said).to_have_text("Rain beside Still. Noor: Rain. You: Still.")
    noor.sees("Still beside Rain")


def test_two_offline_phones_in_one_room_meet_in_one_record(couple):
    noor, sam = couple
    begin(noor, sam)
    weather(noor, "Wind")
    weather(sam, "Clear")
    noor.sees("Clear beside Wind")
    sam.sees("Wind beside Clear")
    for phone in (noor, sam):
        phone.cut()
    noor.tap("Talk, I begin")
    sam.tap("Talk, Noor begins")
    for phone in (noor, sam):
        phone.sees("No network now. Go on by voice")
        phone.tap("Pass the floor to Sam")
        phone.tap("I have said it")
    for phone in (noor, sam):
        phone.reconnect()
    expect(noor.page.get_by_role("heading", name="Ask one thing you want to understand")).to_have_count(0)
    sam.heading("Ask one thing you want to understand")
    noor.sees("Sam asks, you answer or pass")


def test_who_starts_alternates(couple):
    noor, sam = couple
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    first = noor.page.get_by_text("begin.").or_(noor.page.get_by_text("begins.")).first.inner_text()
    begin(noor, sam)
    weather(noor, "Rain")
    weather(sam, "Still")
    noor.tap("Talk, I begin" if first.startswith("You") else "Talk, Sam begins")
    noor.tap("Stop")
    for phone in (noor, sam):
        phone.tap("Close")
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    expect(noor.page.get_by_text("begin.").or_(noor.page.get_by_text("begins.")).first).not_to_have_text(first)


def test_alone_the_place_for_two_leads_to_the_check_in(device):
    noor = device("Noor")
    noor.tap("Look around alone first")
    noor.page.get_by_label("Your name").fill("Noor")
    noor.tap("Look around")
    noor.is_synced()
    noor.go("live")
    noor.heading("How is your sky right now?")
    noor.page.go_back()
    noor.is_synced()


def test_who_no_longer_waits_invites_nobody(couple):
    noor, sam = couple
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    noor.tap("Begin")
    sam.go("today")
    sam.sees("Noor would like to begin")
    noor.tap("Another time")
    sam.sees_not("Noor would like to begin")


def test_a_session_that_is_over_hides_no_invitation(couple):
    noor, sam = couple
    begin(noor, sam)
    sam.page.get_by_role("radio", name=re.compile("^Fog")).wait_for()
    sam.tap("Stop")
    sam.tap("Close")
    sam.heading("Today")
    noor.heading("We stop here for now")
    noor.go("today")  # put away without a word
    sam.go("live")
    sam.sees("Two skies, a few minutes each")
    sam.tap("Begin")
    noor.sees("Sam would like to begin")
    noor.page.get_by_role("link", name="Open", exact=True).click()
    noor.tap("Now")
    for phone in (noor, sam):
        phone.heading("How is your sky right now?")


def test_two_clocks_far_apart_meet_all_the_same(couple):
    noor, sam = couple
    sam.page.clock.install(time=sam.page.evaluate("Date.now()") / 1000 + 25 * 60)
    sam.page.reload()
    sam.is_synced()
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    noor.tap("Begin")
    sam.sees("Noor would like to begin")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.tap("Now")
    for phone in (noor, sam):
        phone.heading("How is your sky right now?")


def test_yesterdays_weather_is_not_gone_on_with(couple):
    noor, sam = couple
    begin(noor, sam)
    noor.heading("How is your sky right now?")
    noor.go("today")
    noor.sees("It is where you left it")
    noor.page.clock.install(time=noor.page.evaluate("Date.now()") / 1000 + 26 * 3600)
    noor.page.reload()
    noor.sees("Two phones or one")
    noor.sees_not("It is where you left it")


def test_a_second_tab_shows_the_same_session_and_can_go_on_with_it(couple):
    noor, sam = couple
    other = noor.open()
    expect(other.get_by_text("Up to date").first).to_be_visible()
    begin(noor, sam)
    weather(noor, "Rain")
    weather(sam, "Still")
    noor.tap("Talk, I begin")
    sam.sees("Noor speaks, you listen")
    other.get_by_role("link", name="Go on").click()
    other.get_by_role("button", name="Pass the floor to Sam").click()
    noor.sees("Sam says back what arrived")
    sam.sees("You have the floor")
    sam.tap("I have said it")
    noor.tap("That is it")
    sam.heading("Ask one thing you want to understand")
    expect(other.get_by_text("Sam asks, you answer or pass").first).to_be_visible()


@pytest.mark.parametrize(
    ("answer", "told"),
    [("Not today", "Not today. Another time is possible."), ("Another time", "Another time suits this better.")],
)
def test_a_no_is_said_without_a_reason(couple, answer, told):
    noor, sam = couple
    noor.go("live")
    noor.sees("Two skies, a few minutes each")
    noor.tap("Begin")
    sam.sees("Noor would like to begin")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    sam.check_access("an invitation")
    sam.tap(answer)
    noor.sees(told)
    sam.sees_not("Noor would like to begin")
