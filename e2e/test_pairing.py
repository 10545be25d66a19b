"""Two people become a pair, and everything that can go wrong says what happened."""

import re

from playwright.sync_api import expect

from e2e.support.phone import Phone
from e2e.test_live import begin


def test_by_link_with_every_screen_accessible(device):
    noor, sam = device("Noor"), device("Sam")
    noor.heading("Two skies, one horizon")
    noor.check_access("welcome")
    link = noor.invite()
    noor.check_access("invite by link")
    sam.follow(link)
    expect(sam.page).not_to_have_url(re.compile("#j/"))  # the secret leaves the address bar at once
    sam.check_access("join: who")
    sam.introduce()
    assert noor.pictures() == sam.pictures()
    sam.check_access("compare")
    sam.tap("Yes, the same four")
    sam.sees("Waiting for Noor")
    noor.tap("Yes, the same four")
    for phone, other in ((noor, "Sam"), (sam, "Noor")):
        phone.heading(f"You and {other}")
        phone.tap("Go to today")
        phone.is_synced()
        phone.go("settings")
        phone.sees(f"You and {other}")
    noor.check_access("us")


def test_a_pairing_under_way_survives_a_reload_of_both_phones(device):
    noor, sam = device("Noor"), device("Sam")
    link = noor.invite()
    sam.follow(link)
    sam.introduce()
    pictures = noor.pictures()
    noor.page.reload()
    sam.page.reload()
    assert noor.pictures() == pictures == sam.pictures()
    noor.tap("Yes, the same four")
    noor.sees("Waiting for Sam")
    noor.page.reload()
    sam.tap("Yes, the same four")
    noor.heading("You and Sam")
    sam.heading("You and Noor")


def test_two_tabs_go_through_one_pairing_together(device):
    noor, sam = device("Noor"), device("Sam")
    link = noor.invite()
    second = noor.open("#/invite")
    expect(second.get_by_role("heading", name=noor.page.get_by_role("heading").first.inner_text())).to_be_visible()
    sam.follow(link)
    sam.introduce()
    pictures = sam.pictures()
    for page in (noor.page, second):
        expect(page.get_by_role("heading", name="Is this Sam, beside you?")).to_be_visible()
    assert noor.pictures() == pictures
    second.get_by_role("button", name="Yes, the same four").click()
    noor.sees("Waiting for Sam")  # there is nothing left to confirm twice
    expect(noor.page.get_by_role("button", name="Yes, the same four")).to_have_count(0)
    sam.tap("Yes, the same four")
    sam.heading("You and Noor")
    for page in (noor.page, second):
        expect(page.get_by_role("heading", name="You and Sam")).to_be_visible()
        page.get_by_role("button", name="Go to today").click()
        expect(page.get_by_role("heading", name="Today")).to_be_attached()
    noor.is_synced()
    sam.tap("Go to today")
    sam.is_synced()


def test_different_pictures_end_it_safely_on_both(device):
    noor, sam = device("Noor"), device("Sam")
    link = noor.invite()
    sam.follow(link)
    sam.introduce()
    sam.pictures()
    sam.tap("Not the same")
    sam.sees("nothing was joined")
    noor.sees("The other phone says the pictures were not the same")
    sam.tap("Close")
    sam.sees("Invite the person you want to share this with")


def test_each_bad_link_has_a_sentence_of_its_own(device):
    noor, sam, third = device("Noor"), device("Sam"), device("Kim")
    link = noor.invite()

    def paste(phone: Phone, text: str, sentence: str) -> None:
        phone.page.goto(f"{phone.origin}/#/join")
        phone.page.get_by_label("Link").fill(text)
        phone.tap("Go on")
        phone.sees(sentence)

    def here(phone: Phone, text: str) -> str:
        return re.sub(r"^https?://[^/]+", phone.origin, text)

    paste(sam, "hello", "This is not a link to Attune")
    paste(sam, here(sam, link)[:-4], "A part of this link is missing or changed")
    paste(sam, here(sam, link).replace(sam.origin, "https://elsewhere.example"), "at https://elsewhere.example")
    sam.check_access("a bad link")
    noor.page.goto(f"{noor.origin}/#/today")
    paste(noor, link, "This is your own link")
    sam.follow(link)
    sam.introduce()
    sam.pictures()
    third.follow(link)
    third.introduce()
    third.sees("Somebody has used this link already")
    later = third.context.new_page()
    later.clock.set_fixed_time("2031-01-01T12:00:00")
    later.goto(here(third, link))
    expect(later.get_by_text("This link is over")).to_be_visible()


def test_pairing_again_after_a_lost_phone_keeps_the_old_place_readable(couple, device):
    noor, _ = couple
    noor.write_page("The first winter", shared_with="Sam")
    new_sam = device("Sam")
    noor.go("settings")
    noor.page.get_by_role("link", name="Pair again").click()
    noor.heading("Who are they to you?")  # the settings have a "Partner" too
    noor.tap("Partner", "radio")
    noor.tap("Send a link instead")
    new_sam.follow(noor.page.locator("#link").inner_text())
    new_sam.introduce()
    for phone in (noor, new_sam):
        phone.tap("Yes, the same four")
    noor.tap("Go to today")
    expect(noor.page.get_by_role("heading", name="Today")).to_be_attached()
    noor.go("journal")
    noor.sees_not("The first winter")
    noor.go("settings")
    noor.sees("Earlier places")
    noor.tap("Open this one")
    noor.go("journal")
    noor.sees("The first winter")


def test_what_was_meant_for_one_person_is_not_offered_to_another(couple, device):
    noor, sam = couple
    begin(noor, sam)
    noor.heading("How is your sky right now?")
    noor.go("page/new")
    noor.page.get_by_label("Your words").fill("Only for Sam")
    noor.page.get_by_role("radiogroup", name="Who reads this").get_by_role("radio", name="Us").click()
    noor.go("today")
    kim = device("Kim")
    noor.go("settings")
    noor.page.get_by_role("link", name="Pair again").click()
    noor.heading("Who are they to you?")  # the settings have a "Friend" too
    noor.tap("Friend", "radio")
    noor.tap("Send a link instead")
    kim.follow(noor.page.locator("#link").inner_text())
    kim.introduce("Friend")
    for phone in (noor, kim):
        phone.tap("Yes, the same four")
    noor.tap("Go to today")
    expect(noor.page.get_by_role("heading", name="Today")).to_be_attached()
    noor.sees("Two phones or one")
    noor.sees_not("You are back")
    sam.heading("We stop here for now")
    noor.go("page/new")
    expect(noor.page.get_by_label("Your words")).to_have_value("Only for Sam")
    expect(noor.page.get_by_role("radio", name="Only me")).to_be_checked()


def test_a_link_goes_on_working_when_the_code_is_shown_and_the_screen_left(device):
    noor, sam = device("Noor"), device("Sam")
    link = noor.invite()
    noor.tap("Show a code instead")
    noor.heading("Let them scan this")
    noor.go("today")
    noor.sees("Waiting for the other phone.")
    noor.check_access("today, while an invitation waits")
    sam.follow(link)
    sam.introduce()
    noor.sees("Sam is there. Compare the four pictures.")
    noor.page.get_by_role("link", name="Open", exact=True).click()
    assert noor.pictures() == sam.pictures()
    for phone in (noor, sam):
        phone.tap("Yes, the same four")
    for phone in (noor, sam):
        phone.heading("You and")
