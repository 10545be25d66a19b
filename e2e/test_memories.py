"""The memory map: pieces of both on one path; a sealed stone opens only with both; a private one is nowhere else."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.support.phone import Phone
from e2e.support.photo import take_photo
from e2e.support.walk import begin, end, play, walks
from e2e.test_photos import add_photo


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return take_photo(tmp_path_factory.mktemp("photos") / "IMG_0002.jpg")


def lay(phone: Phone, title: str, piece: str, sees: str, *, when: str = "", photo: Path | None = None) -> None:
    phone.go("memory/new")
    phone.page.get_by_label("Title").fill(title)
    phone.page.get_by_label("What happened").fill(piece)
    phone.page.get_by_label("About when").fill(when)
    if photo:
        add_photo(phone, photo)
        phone.page.get_by_label("What does it show?").fill(f"Photo of {title}")
    phone.page.get_by_role("radiogroup", name="Who sees this stone?").get_by_role("radio", name=sees, exact=True).click()
    phone.tap("Keep" if sees == "Only me" else "Share")
    phone.heading(title)


def open_stone(phone: Phone, title: str) -> None:
    phone.go("memories")
    phone.page.get_by_role("link", name=re.compile(title)).click()
    phone.heading(title)


def test_pieces_of_both_lie_on_one_path_and_a_private_stone_is_nowhere_else(couple, photo):
    noor, sam = couple
    lay(noor, "Soup on the stairs", "You had the step below mine.", "Us", when="Autumn 2019", photo=photo)
    lay(noor, "Zebra alone", "Nobody hears of this", "Only me")
    noor.go("memories")
    noor.check_access("the map")
    sam.go("memories")
    sam.sees("Soup on the stairs")
    sam.sees_not("Zebra alone")
    open_stone(sam, "Soup on the stairs")
    sam.sees("It waits until yours is written.")
    sam.sees_not("You had the step below mine.")
    sam.page.get_by_role("link", name="Add mine").click()
    sam.page.get_by_label("What happened").fill("It was the best soup")
    sam.tap("Share")
    sam.sees("You had the step below mine.")
    sam.sees("Two memories, each its own.")
    expect(sam.page.get_by_role("img", name="Photo of Soup on the stairs")).to_be_visible(timeout=20_000)
    sam.check_access("a stone of both")
    open_stone(noor, "Soup on the stairs")
    noor.sees("It was the best soup")
    noor.tap("And this is how you …")
    noor.page.get_by_label("And this is how you …").fill("and this is how we moved in")
    noor.tap("Share")
    noor.sees("It joins the path with a yes from Sam")
    sam.go("memories")
    sam.sees_not("and this is how we moved in")
    open_stone(sam, "Soup on the stairs")
    sam.sees("and this is how we moved in")
    sam.check_access("a joining sentence that waits for a yes")
    sam.tap("Yes, that")
    sam.tap("What did you not know?")
    sam.page.get_by_label("What did you not know?").fill("That you had carried it up twice")
    sam.tap("Share")
    sam.go("memories")
    sam.sees("and this is how we moved in")
    noor.sees("That you had carried it up twice")
    noor.tap("Change: And this is how you …")
    noor.page.get_by_label("And this is how you …").fill("and this is how we stayed")
    noor.tap("Share")
    noor.page.get_by_text("What it said before").click()
    noor.sees("and this is how we moved in")
    sam.sees("and this is how we stayed")
    sam.go("memories/keepsake")
    sam.heading("The way you came")
    sam.sees("You had the step below mine.")
    sam.check_access("the keepsake page")

    noor.tap("Take back")
    noor.tap("Yes", exact=True)
    open_stone(sam, "A stone")
    sam.sees("This was taken back.")
    sam.sees("It was the best soup")
    sam.sees_not("You had the step below mine.")


def test_a_sealed_stone_opens_only_with_both_and_either_closes_it(couple):
    noor, sam = couple
    for phone in (noor, sam):
        phone.page.clock.install()
    lay(noor, "The letter", "Walrus words", "Us, sealed")
    noor.sees("Sealed. It opens only with both.")
    sam.go("memories")
    sam.sees("The letter")
    sam.sees_not("Walrus words")
    for phone in (noor, sam):
        open_stone(phone, "The letter")
    noor.tap("Open it?")
    noor.check_access("asking to open a sealed stone")
    noor.tap("Yes, all three")
    noor.tap("Yes", exact=True)
    noor.sees("Only a yes from both opens it.")
    sam.page.clock.run_for(10_000)
    sam.sees_not("Walrus words")
    sam.tap("Open it?")
    sam.tap("Leave it sealed")
    sam.sees_not("Walrus words")
    for phone in (noor, sam):
        phone.page.clock.run_for(4 * 60_000)
        phone.sees("It stays sealed.")
        phone.sees_not("Slowly.")
    expect(sam.page.get_by_role("button", name="Open it?")).to_have_count(0)
    for phone in (noor, sam):
        phone.page.clock.fast_forward(8 * 24 * 60 * 60_000)
        phone.page.clock.run_for(10_000)
        open_stone(phone, "The letter")
    for phone in (noor, sam):
        phone.page.evaluate("dispatchEvent(new Event('online'))")
        phone.tap("Open it?")
        phone.tap("Yes, all three")
        phone.tap("Yes", exact=True)
        phone.page.clock.run_for(2_000)
    sam.sees("Walrus words")
    sam.sees("Slowly. You can close it again at any time.")
    noor.page.clock.run_for(2_000)
    noor.tap("Seal again")
    noor.page.clock.run_for(2_000)
    sam.page.clock.run_for(2_000)
    sam.sees_not("Walrus words")
    sam.sees("Sealed again.")


def test_what_was_woven_lies_on_the_path_of_both(couple):
    noor, sam = couple
    [walk] = [each for each in walks("live") if each["practice"] == "memory-map"]
    play(couple, begin(noor, sam, walk))
    end(noor, sam, walk)
    for phone in couple:
        phone.go("memories")
        for words in ("title-1 of Noor", "title-2 of Sam", "title-3 of Noor", "join-1 of Noor", "join-2 of Sam"):
            phone.sees(words)
    noor.go("live/memory-map")
    noor.tap("Begin")
    sam.go("today")
    sam.page.get_by_role("link", name="Open", exact=True).first.click()
    sam.tap("Now")
    for phone, answers in ((noor, ("This one", "Rather not", "This one")), (sam, ("Rather not", "This one", "This one"))):
        groups = phone.page.get_by_role("radiogroup")
        expect(groups).to_have_count(3)
        for group, answer in zip(groups.all(), answers, strict=True):
            group.get_by_role("radio", name=answer).click()
        phone.check_access("choosing stones")
        phone.tap("Ready")
    for phone in couple:
        phone.heading("The stones you both chose.")
        expect(phone.page.locator(".woven li")).to_have_text(["title-3 of Noor"])
        phone.tap("Walk these")
    teller = noor if noor.page.get_by_text("You have the floor").count() else sam
    teller.heading("Your piece of it. Where were you standing?")
    for phone in couple:
        phone.sees("title-3 of Noor")
    teller.check_access("telling a stone")
