"""Moments: sealed pages whose words stay on their writer's phone, a page that goes back and forth, reading together, what to do again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.support.phone import Phone
from e2e.support.photo import take_photo
from e2e.test_acts import choose
from e2e.test_photos import add_photo, stored, wait_for

#: The pair's records of moments as this phone opens them.
OPENED = """() => JSON.stringify(document.querySelector('#app').firstElementChild.app.attune.currentSpace.recordsOfType('moment')
  .map(({ byPerson }) => [...byPerson.values()].map((fields) => [...fields].map(([name, field]) => [name, String(field.value)]))))"""


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return take_photo(tmp_path_factory.mktemp("photos") / "IMG_0003.jpg")


def write(phone: Phone, title: str, page: str, audience: str, photo: Path | None = None) -> None:
    phone.go("moments/new")
    if photo:
        add_photo(phone, photo)
        phone.page.get_by_label("What does it show?").fill(f"Photo of {title}")
    phone.page.get_by_label("A title").fill(title)
    phone.page.get_by_label("The page", exact=True).fill(page)
    phone.page.get_by_role("radio", name=audience, exact=True).click()
    phone.tap("Keep" if audience == "Only me" else "Share")
    phone.heading(title)


def test_a_sealed_page_opens_when_it_is_read_together_and_is_sealed_again(couple):
    noor, sam = couple
    write(noor, "The ferry", "You handed me your gloves, Glanzruss", "Us, sealed")
    noor.check_access("a moment of one's own")
    write(noor, "Alone", "Nobody reads Kaltmamsell", "Only me")
    write(sam, "Soup", "It steamed, and you laughed", "Us, open")
    sam.go("today")
    sam.heading("A sealed page, for reading together")
    sam.sees("The ferry")
    sam.check_access("a sealed page on Today")
    assert "Glanzruss" not in sam.page.evaluate(OPENED)

    noor.go("live/moments-journal")
    noor.tap("Begin")
    sam.page.get_by_role("link", name="Open", exact=True).first.click()
    sam.tap("Now")
    for phone in couple:
        phone.heading("Sit so that you can hear each other.")
        phone.tap("Ready")
    sam.page.get_by_role("radio", name=re.compile("The ferry")).click()
    sam.sees_not("Alone")
    sam.check_access("choosing a page")
    assert "Glanzruss" not in sam.page.evaluate(OPENED), "nothing opens before both have chosen"
    sam.tap("This one")
    noor.page.get_by_role("radio", name=re.compile("Soup")).click()
    noor.tap("This one")
    noor.sees("It steamed, and you laughed")
    noor.tap("I have read it")
    noor.tap("Pass the floor to Sam")
    sam.heading("Read it aloud, as if it were new.")
    sam.sees("You handed me your gloves, Glanzruss")
    sam.check_access("reading a page")
    sam.tap("I have read it")
    sam.tap("Pass the floor to Noor")
    noor.tap("Go on")
    sam.page.get_by_label("To do again").fill("The early ferry")
    sam.page.get_by_role("radio", name="This week", exact=True).click()
    noor.sees("The early ferry")
    sam.tap("Ask whether it suits")
    noor.heading("Does this suit you?")
    noor.sees("The early ferry")
    noor.tap("Yes")
    for phone in couple:
        phone.heading("Leave your page open, or seal it again?")
        phone.tap("Go on")
    for phone in couple:
        phone.heading("You both said yes to this.")
        phone.tap("Close")
        phone.tap("Nothing more")
        phone.heading("Practice")
    noor.go("moments")
    noor.sees("The early ferry")
    noor.check_access("moments")
    sam.go("moments")
    sam.sees("The early ferry")
    sam.sees_not("Glanzruss")
    assert "Glanzruss" not in sam.page.evaluate(OPENED)
    assert "Kaltmamsell" not in sam.page.evaluate(OPENED)


def test_an_open_page_is_answered_once_and_the_page_goes_back_and_forth(couple):
    noor, sam = couple
    write(noor, "The gloves", "They were warm", "Us, open")
    noor.tap("Pass the page")
    noor.sees("The page is with Sam. No hurry.")
    sam.go("today")
    sam.page.get_by_role("link", name="Read: Noor wrote a page.").click()
    sam.page.get_by_label("What story does this tell you?").fill("That I may be cold beside you")
    sam.tap("Share")
    sam.sees_not("What story does this tell you?")
    noor.go("today")
    noor.page.get_by_role("link", name="Read: Sam answered your page.").click()
    noor.sees("That I may be cold beside you")
    noor.tap("I take that in")
    sam.sees("Noor took it in")
    sam.go("today")
    sam.heading("The page is with you, whenever you like.")
    sam.check_access("the page is with me")
    sam.tap("Give it back")
    sam.sees_not("The page is with you")
    noor.go("today")
    noor.heading("The page is with you again.")


def test_an_act_that_reached_somebody_becomes_a_moment(couple):
    noor, sam = couple
    choose(noor, "Soup at noon", "Sam, now", "Share")
    sam.page.get_by_role("link", name=re.compile("Noor chose something")).click()
    sam.tap("That reached me")
    sam.tap("Only the tap")
    sam.sees_not("Noor chose something")
    sam.go("acts")
    sam.page.get_by_role("link", name=re.compile("Soup at noon")).click()
    sam.tap("Keep it as a moment")
    sam.tap("Use it: Soup at noon")
    sam.sees_not("You carried this on")
    page = sam.page.get_by_label("The page", exact=True)
    assert page.input_value() == "Soup at noon"
    sam.page.reload()
    assert sam.page.get_by_label("The page", exact=True).input_value() == "Soup at noon"
    sam.tap("Keep")
    sam.heading("A page without a title")
    noor.go("moments")
    noor.sees_not("Soup at noon")


def test_the_photo_of_a_page_is_seen_while_it_is_open_and_goes_with_it(couple, photo):
    noor, sam = couple
    write(noor, "Dock", "We sat there, Kaltmamsell", "Us, sealed", photo)
    shown = [phone.page.get_by_role("img", name="Photo of Dock") for phone in couple]
    expect(shown[0]).to_be_visible()
    noor.check_access("a moment with a photo")
    sam.go("moments")
    sam.sees("Dock")
    assert "Photo of Dock" not in sam.page.evaluate(OPENED), "sealed with the page"
    noor.tap("Change it")
    noor.page.get_by_role("radio", name="Us, open", exact=True).click()
    noor.tap("Share")
    sam.page.get_by_role("link", name=re.compile("Dock")).click()
    expect(shown[1]).to_be_visible(timeout=20_000)
    sam.check_access("a moment with a photo of the other")
    noor.tap("Take it back")
    noor.tap("Take it back")
    expect(shown[1]).to_have_count(0)
    expect(shown[0]).to_be_visible()
    wait_for(lambda: stored(sam) == [], sam)
    wait_for(lambda: len(stored(noor)) == 1, noor)
