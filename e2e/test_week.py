"""One week of two people, from a check-in to the one change of the next week, three days of it without a network on one phone."""

import re
from datetime import timedelta
from pathlib import Path

from PIL import Image

from e2e.support.phone import Phone
from e2e.test_moments import write as write_moment
from e2e.test_photos import expect_nothing_stored, open_page, write_page
from e2e.test_requests import open_card
from e2e.test_requests import write as ask
from e2e.test_retreat import both, gather, tap, to_change, to_end, to_gather

NEED = "that you sit with me before you fix it"
CHANGE = "Phones sleep in the hall from nine"
#: All that both share, as this phone folds it.
SHARED = """() => {
  const { attune } = document.querySelector('#app').firstElementChild.app;
  const types = ['check-in', 'request', 'act', 'thanks', 'moment', 'again', 'memory', 'entry', 'session', 'retreat-time'];
  return JSON.stringify(types.flatMap((type) => attune.currentSpace.recordsOfType(type)
    .map(({ id, byPerson }) => [type, id, [...byPerson].sort().map(([person, fields]) =>
      [person, [...fields].sort().map(([name, { value, isWithdrawn }]) => [name, isWithdrawn, String(value)])])])).sort());
}"""


def days_pass(phones: tuple[Phone, Phone], days: int) -> None:
    for phone in phones:
        phone.page.clock.fast_forward(int(timedelta(days=days).total_seconds() * 1000))


def is_the_same(noor: Phone, sam: Phone) -> None:
    """What is on both phones is one and the same, once all has come."""
    for phone in (noor, sam):
        phone.go("today")
        phone.is_synced()
    sam.page.wait_for_function(f"wanted => ({SHARED})() === wanted", arg=noor.page.evaluate(SHARED))


def test_a_week_from_a_check_in_to_one_change_with_three_days_offline(couple, tmp_path: Path):
    noor, sam = couple
    for phone in couple:
        phone.page.clock.install()

    # Monday: a check-in, a request, and a yes of both
    for phone, other in ((noor, "Rain"), (sam, "Still")):
        phone.check_in(other, mattered="The evening", share=("Sky", "What mattered"))
    ask(noor, NEED)
    noor.tap("Yes")
    noor.heading("It is with Sam.")
    sam.go("today")
    sam.page.get_by_role("link", name="Open: Noor is reaching out.").click()
    sam.tap("Open")
    sam.tap("Reflect")
    sam.page.get_by_label("In one line").fill("You need company first")
    sam.tap("Next")
    sam.page.get_by_role("radio", name="Yes", exact=True).click()
    sam.tap("Next")
    sam.tap("Send")
    for phone in (noor, sam):
        phone.heading("Is this what you both mean?")
        phone.tap("Yes")

    # it is done, it reaches her, and she thanks him
    sam.tap("Done")
    sam.page.get_by_label("What was it like to do it?").fill("Quiet, and good")
    sam.tap("Share")
    noor.go("today")
    noor.page.get_by_role("link", name=re.compile("^Read: Sam did")).click()
    noor.tap("That reached me")
    noor.page.get_by_label("A line, if you like").fill("I could put the day down")
    noor.tap("Share")
    open_card(sam, "Noor: that reached me.")
    sam.sees("I could put the day down")
    noor.go("thanks/noticed")
    noor.page.get_by_label("I noticed").fill("you turned the radio down")
    noor.tap("Share now")
    sam.go("today")
    sam.page.get_by_role("link", name=re.compile("Noor noticed something")).click()
    sam.tap("Thank you")
    sam.sees("The last seven days")

    # three days without a network on his phone; both go on
    sam.go("moments/new")
    sam.sees("Who is this page for?")  # this phone keeps no release, so what is opened without a network has been open before
    sam.cut()
    write_moment(noor, "The stairs", "You sat on the step below mine", "Us, open")
    noor.tap("For the retreat")
    days_pass(couple, 3)
    sam.check_in("Breeze", mattered="The bicycle", share=("Sky",))
    write_moment(sam, "The radio", "It was quiet, and you hummed", "Us, open")
    noor.go("today")
    noor.sees_not("The radio")
    sam.reconnect()
    is_the_same(noor, sam)
    for phone in couple:
        phone.go("moments")
        phone.sees("The stairs")
        phone.sees("The radio")

    # what is taken back is gone: from the other's screens, store of photos, and copy
    picture = tmp_path / "window.png"
    Image.linear_gradient("L").save(picture)
    write_page(sam, picture, "Rain at four", shows="The window", shared_with="Noor")
    open_page(noor, "Rain at four")
    noor.page.get_by_role("img", name="The window").wait_for(timeout=20_000)
    open_page(sam, "Rain at four")
    sam.tap("Take it back")
    sam.tap("Yes, take it back")
    noor.sees("Sam took this page back.")
    expect_nothing_stored(noor)
    noor.go("journal")
    noor.sees_not("Rain at four")
    copies = [path.read_text() for path in noor.save_copy().values()]
    assert not any("Rain at four" in text or "The window" in text for text in copies)
    assert all("step below mine" in text and "you hummed" in text for text in copies)

    # Sunday: the retreat, with what was gathered and carried, and one small change
    days_pass(couple, 3)
    gather(sam, "Working", "We came home")
    to_gather(noor, sam)
    tap(noor, "Raise: The stairs")
    to_change(noor, sam, has_last=False)
    sam.page.get_by_label("What", exact=True).fill(CHANGE)
    tap(sam, "Next")
    tap(sam, "Yes")
    for phone in couple:
        phone.heading("Is this what you mean too?")
    both(couple, "Yes")
    to_end(noor, sam)
    for phone in couple:
        phone.go("today")
        phone.sees("This week’s one change")
        phone.sees(CHANGE)

    # the day before the next one, what she kept waits for her alone; "later" is for that day
    days_pass(couple, 6)
    gather(noor, "A need", "one slow morning")
    for phone in couple:
        phone.go("today")
    noor.sees("You kept some lines for")
    sam.sees_not("You kept some lines")
    noor.page.get_by_role("button", name=re.compile("^Later: You kept some lines")).click()
    noor.sees_not("You kept some lines")

    # the next week asks about it first
    days_pass(couple, 1)
    to_gather(noor, sam)
    both(couple, "Ready")
    both(couple, "Begin")
    tap(sam, "Pass the floor to Noor")
    tap(noor, "Pass the floor to Sam")
    for phone in couple:
        phone.heading("Was it kept?")
        phone.sees(CHANGE)
