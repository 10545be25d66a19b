"""The weekly retreat: gathered alone, one change with both of your yes, carried to the next; a time in a calendar that says nothing."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import expect

from e2e.support.phone import Phone
from e2e.test_practices import leave_without_carrying

SETTLING_MS = 500


def both(phones: tuple[Phone, Phone], name: str) -> None:
    for phone in phones:
        tap(phone, name)


def tap(phone: Phone, name: str) -> None:
    phone.tap(name)
    phone.page.clock.fast_forward(SETTLING_MS)


def choose(phone: Phone, option: str) -> None:
    phone.page.get_by_role("radio", name=option, exact=True).first.click()


def gather(phone: Phone, kind: str, words: str) -> None:
    phone.go("retreat")
    phone.page.get_by_role("radio", name=kind, exact=True).click()
    phone.page.get_by_label("What would you like to bring?").fill(words)
    phone.tap("Keep")
    phone.page.get_by_role("button", name=f"Let it go: {words}").wait_for()


def to_gather(noor: Phone, sam: Phone) -> None:
    noor.go("live/weekly-retreat")
    noor.heading("Weekly reflection retreat")
    tap(noor, "Begin")
    sam.go("today")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    tap(sam, "Now")
    both((noor, sam), "Yes, all three")
    for phone in (noor, sam):
        phone.heading("What do you bring today?")


def to_change(first: Phone, second: Phone, *, has_last: bool) -> None:
    """From the breath to the one change; what stands in a list is raised by passing the floor."""
    pair = (first, second)
    both(pair, "Ready")
    both(pair, "Begin")
    tap(first, f"Pass the floor to {second.name}")
    tap(second, f"Pass the floor to {first.name}")
    if has_last:
        for phone in pair:
            phone.heading("Was it kept?")
            phone.sees("Phones sleep in the hall")
        for phone, helped in ((first, "Yes"), (second, "A little")):
            choose(phone, "Yes")
            tap(phone, "Next")
            phone.heading("Did it help?")
            choose(phone, helped)
            tap(phone, "Next")
        for phone in pair:
            phone.sees("Kept.")
            phone.sees("It helped.")
            phone.sees("It helped a little.")
        both(pair, "Go on")
        choose(first, "Keep it")
        choose(second, "Make it smaller")
        both(pair, "Ready")
    tap(second, f"Pass the floor to {first.name}")
    tap(first, f"Pass the floor to {second.name}")
    for speaker, listener in ((first, second), (second, first)):
        tap(speaker, f"Pass the floor to {listener.name}")
        tap(listener, "Done")
        tap(speaker, "Yes, that")
    both(pair, "Ready")
    both(pair, "Go on")


def to_end(first: Phone, second: Phone) -> None:
    pair = (first, second)
    for phone in pair:
        tap(phone, "I have said it")
    for phone in pair:
        choose(phone, "In a week")
    both(pair, "Ready")
    both(pair, "Leave it")
    both(pair, "Close")
    for phone in pair:
        leave_without_carrying(phone)


def test_gathered_lines_are_nowhere_else_until_raised_and_one_change_goes_with_both_yes_into_the_week(couple):
    noor, sam = couple
    for phone in couple:
        phone.page.clock.install()
    gather(noor, "Not working", "Zebra in the kitchen at six")
    gather(noor, "A need", "walrus hour alone")
    noor.check_access("gathering for the retreat")
    sam.go("retreat")
    sam.heading("For the retreat")
    sam.sees_not("Zebra in the kitchen at six")

    to_gather(noor, sam)
    sam.sees_not("Zebra")
    tap(noor, "Raise: Zebra in the kitchen at six")
    noor.check_access("what do you bring")
    # What is raised is not shown yet; what is kept stays kept.
    sam.sees_not("Zebra")
    to_change(noor, sam, has_last=False)
    sam.page.get_by_label("What", exact=True).fill("Phones sleep in the hall from nine")
    sam.page.get_by_label("Who", exact=True).fill("both")
    tap(sam, "Next")
    noor.sees("Phones sleep in the hall from nine")
    tap(sam, "Yes")
    tap(noor, "Yes")
    noor.sees("Not agreed yet.")
    # A yes to other words is no yes to these.
    tap(sam, "Change it")
    sam.page.get_by_label("What", exact=True).fill("Phones sleep in the hall from ten")
    tap(sam, "Next")
    tap(sam, "Yes")
    for phone in couple:
        phone.heading("Is this what you mean too?")
        phone.sees("Phones sleep in the hall from ten")
    both(couple, "Yes")
    to_end(noor, sam)
    for phone in couple:
        phone.go("today")
        phone.sees("This week’s one change")
        phone.sees("Phones sleep in the hall from ten")
    noor.check_access("the change on Today")
    noor.go("retreat")
    noor.sees("walrus hour alone")
    expect(noor.page.get_by_role("button", name="Let it go: Zebra in the kitchen at six")).to_have_count(0)
    sam.go("retreat")
    sam.sees_not("walrus")

    # A week later it comes first, and what both see differently names nobody.
    to_gather(noor, sam)
    to_change(sam, noor, has_last=True)
    tap(noor, "No change")
    both(couple, "Go on")
    to_end(sam, noor)
    noor.go("today")
    noor.heading("Today")
    noor.sees_not("This week’s one change")
    noor.go("retreat")
    noor.sees("What you agreed")


def test_a_time_stands_with_both_and_the_calendar_says_nothing(couple, tmp_path: Path):
    noor, sam = couple
    noor.go("retreat")
    noor.tap("Choose a time")
    day = (datetime.now(UTC) + timedelta(days=3)).strftime("%Y-%m-%d")
    noor.page.get_by_label("Day", exact=True).fill(day)
    noor.page.get_by_label("Time", exact=True).fill("19:30")
    noor.tap("Suggest it")
    noor.sees("It stands when Sam says yes.")
    sam.go("today")
    sam.page.get_by_role("link", name=re.compile("Noor suggests")).click()
    expect(sam.page.get_by_role("button", name="Into my calendar")).to_have_count(0)
    sam.tap("Yes")
    with sam.page.expect_download() as download:
        sam.tap("Into my calendar")
    file = tmp_path / "event.ics"
    download.value.save_as(file)
    words = file.read_text()
    assert "SUMMARY:Half an hour" in words
    assert f"DTSTART:{day.replace('-', '')}T" in words
    for telling in ("Attune", "retreat", "Noor", "Sam", "attune"):
        assert telling not in words
    assert download.value.suggested_filename == "half-an-hour.ics"
    expect(noor.page.get_by_role("button", name="Into my calendar")).to_be_visible()
