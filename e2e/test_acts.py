"""Acts: chosen alone, seen by the other when their owner says so, answered only with: that reached me."""

import re

from e2e.support.phone import Phone


def choose(phone: Phone, words: str, sees: str, button: str) -> None:
    """Through practice 6 alone, to an act in these words."""
    phone.go("live/empathy-in-action")
    phone.heading("Empathy in action")
    phone.tap("Begin")
    phone.page.get_by_role("radio", name="A small kindness", exact=True).click()
    phone.tap("Next")
    phone.page.get_by_label("The act").fill(words)
    phone.tap("Next")
    phone.heading("When will it be?")
    phone.tap("Next")
    phone.page.get_by_role("radio", name="in the evening", exact=True).click()
    phone.tap("Next")
    phone.tap("Yes")
    phone.page.get_by_role("radio", name=sees, exact=True).click()
    phone.tap(button)
    phone.tap("Close")
    phone.heading("Practice")


def test_a_shared_act_reaches_the_other_and_comes_back_as_one_line(couple):
    noor, sam = couple
    choose(noor, "Soup at noon", "Sam, now", "Share")
    noor.go("today")
    noor.sees("Soup at noon")
    noor.check_access("an act on Today")
    sam.heading("Noor chose something with you in mind")
    sam.sees_not("Soup at noon")
    sam.page.get_by_role("link", name=re.compile("Noor chose something")).click()
    sam.heading("Soup at noon")
    sam.tap("That reached me")
    sam.page.get_by_label("A line, if you like").fill("I was cold, and then I was not")
    sam.check_access("answering an act")
    sam.tap("Share")
    noor.sees("I was cold, and then I was not")
    noor.page.get_by_role("link", name="Open: Sam: that reached me").click()
    noor.tap("Done")
    noor.page.get_by_label("What was it like to do it?").fill("Light")
    noor.tap("Keep")
    noor.sees_not("You chose")
    sam.go("acts")
    sam.sees("Soup at noon")
    sam.sees_not("Light")


def test_a_surprise_is_nowhere_on_the_other_phone_until_it_is_shown_and_let_go_is_taken_back(couple):
    noor, sam = couple
    choose(noor, "Zebra crossing home", "Sam, after it is done", "Keep")
    noor.go("acts")
    sam.go("acts")
    sam.sees("No act here.")
    noor.page.get_by_role("link", name=re.compile("Zebra crossing home")).click()
    noor.sees("Sam sees nothing until you show it")
    noor.tap("Done")
    noor.tap("Share")
    sam.sees("Zebra crossing home")

    choose(noor, "Walrus visit", "Sam, now", "Share")
    sam.sees("Walrus visit")
    noor.go("acts")
    noor.page.get_by_role("link", name=re.compile("Walrus visit")).click()
    noor.tap("Let it go")
    noor.sees("It will show as taken back.")
    noor.tap("Let it go")
    sam.sees_not("Walrus visit")
