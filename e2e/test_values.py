"""Values: sorted alone by keys, nowhere else until both tables open; a board that stays with both yes, and a word on what was agreed."""

from playwright.sync_api import expect

from e2e.support.phone import Phone

SETTLING_MS = 500


def tap(phone: Phone, name: str) -> None:
    phone.tap(name)
    phone.page.clock.fast_forward(SETTLING_MS)


def both(phones: tuple[Phone, Phone], name: str) -> None:
    for phone in phones:
        tap(phone, name)


def sort_until(phone: Phone, wanted: tuple[str, ...]) -> None:
    """A lot for these, not now for the rest; only with keys, the focus never leaving the three answers for long."""
    page = phone.page
    card = page.locator(".value .big")
    for _ in range(65):
        name = card.inner_text()
        if name == "The stack is through.":
            if not page.get_by_role("button", name="More cards").count():
                return
            page.get_by_role("button", name="More cards").press("Enter")
            continue
        page.get_by_role("button", name="A lot" if name in wanted else "Not now", exact=True).press("Enter")
        expect(card).not_to_have_text(name)


def sort_alone(phone: Phone, wanted: tuple[str, ...], shows: str, missing: str) -> None:
    phone.go("live/values-alignment")
    phone.heading("Values alignment")
    phone.page.get_by_role("radio", name="Alone", exact=True).click()
    tap(phone, "Begin")
    phone.heading("How much does this matter")
    phone.check_access("one card")
    sort_until(phone, wanted)
    phone.page.get_by_role("button", name="Enough for now").press("Enter")
    phone.page.clock.fast_forward(SETTLING_MS)
    phone.heading("Keep up to seven.")
    for name in wanted:
        phone.page.get_by_role("button", name=name, exact=True).press("Space")
    phone.check_access("keeping seven")
    tap(phone, "Next")
    phone.heading("Which five come first?")
    last = wanted[-1]
    for _ in wanted[1:]:
        phone.page.get_by_role("button", name=f"Up: {last}").press("Enter")
    expect(phone.page.get_by_role("list", name="Your order").get_by_role("listitem").first).to_contain_text(last)
    phone.check_access("putting in order")
    tap(phone, "Next")
    phone.page.get_by_label(f"How would {last} show between you?").fill(shows)
    phone.page.get_by_label("What is a sign that it is missing?").first.fill(missing)
    phone.check_access("how it would show")
    tap(phone, "Next")
    phone.heading("These you bring to the table.")


def test_what_is_sorted_alone_opens_together_and_what_is_switched_off_never_does(couple):
    noor, sam = couple
    for phone in couple:
        phone.page.clock.install()
    sort_alone(noor, ("Home", "Calm", "Wonder"), "zebra dinners", "walrus silence")
    noor.page.get_by_role("switch", name="Calm").click()
    noor.check_access("the table")
    tap(noor, "Ready")
    noor.heading("It is yours.")
    tap(noor, "Keep")
    noor.tap("Nothing more")
    sort_alone(sam, ("Home", "Order", "Wonder"), "looking up at night", "no time")
    tap(sam, "Ready")
    tap(sam, "Keep")
    sam.tap("Nothing more")
    for phone in couple:
        phone.go("values")
        phone.sees("Your order")

    noor.go("live/values-alignment")
    noor.page.get_by_role("radio", name="Two phones", exact=True).click()
    tap(noor, "Begin")
    sam.go("today")
    sam.page.get_by_role("link", name="Open", exact=True).click()
    tap(sam, "Now")
    both(couple, "Yes, all three")
    for phone in couple:
        phone.heading("How would it show between you?")
        tap(phone, "Next")
        tap(phone, "Ready")
    noor.heading("Two tables, opened together.")
    sam.sees_not("zebra")
    tap(noor, "Open")
    sam.heading("Two tables, opened together.")
    sam.sees_not("zebra")
    tap(sam, "Open")
    for phone in couple:
        phone.heading("Two tables, opened.")
        phone.sees("Both of you hold")
        phone.sees("zebra dinners")
        phone.sees("looking up at night")
        phone.sees_not("Calm")
    noor.check_access("the board")
    # One says different, and it moves on both, with nobody's name.
    noor.page.get_by_role("radiogroup", name="Does Wonder mean the same?").get_by_role("radio", name="Different").click()
    both(couple, "Go on")
    noor.page.get_by_role("button", name="Home", exact=True).click()
    sam.sees("Home")
    expect(noor.page.get_by_role("button", name="Wonder", exact=True)).to_have_count(0)
    tap(noor, "Pass the floor to Sam")
    tap(sam, "I have said it")
    tap(noor, "Yes, that")
    tap(sam, "Pass the floor to Noor")
    tap(noor, "I have said it")
    tap(sam, "Yes, that")
    sam.page.get_by_role("button", name="Wonder", exact=True).click()
    noor.sees("Wonder")
    tap(sam, "Pass the floor to Noor")
    tap(noor, "I have said it")
    tap(sam, "Yes, that")
    tap(noor, "Pass the floor to Sam")
    tap(sam, "I have said it")
    tap(noor, "Yes, that")
    sam.page.get_by_role("button", name="Home", exact=True).click()
    sam.page.get_by_label("To do").fill("Soup on Sunday")
    tap(sam, "Ready")
    both(couple, "Yes")
    for speaker, listener in ((noor, sam), (sam, noor)):
        tap(speaker, f"Pass the floor to {listener.name}")
        tap(listener, "I have said it")
        tap(speaker, "Yes, that")
    tap(noor, "Keep it open")
    both(couple, "Go on")
    for phone in couple:
        phone.heading("Keep the board, as it is today?")
        tap(phone, "Yes")
    both(couple, "Leave it")
    for phone in couple:
        phone.heading("The board stays, as it is today.")
        tap(phone, "Close")
        phone.tap("Nothing more")
    noor.go("today")
    noor.sees("For Home")
    noor.sees("Soup on Sunday")

    sam.go("values")
    sam.sees("Same word, different meaning")
    sam.sees_not("Calm")
    sam.check_access("the board that stays")
    sam.page.get_by_role("button", name="Tag a value: Soup on Sunday").click()
    sam.page.get_by_role("group", name="Tag a value").get_by_role("button", name="Order").click()
    noor.go("values")
    expect(noor.page.get_by_role("listitem").filter(has_text="Soup on Sunday")).to_contain_text("Order")
    noor.tap("Take my table back")
    noor.tap("Take my table back")
    noor.sees("You took your table back.")
    sam.sees("This was taken back.")
    sam.sees_not("zebra dinners")


def test_a_board_is_not_kept_by_one_yes(couple):
    noor, sam = couple
    for phone in couple:
        phone.page.clock.install()
    sort_alone(noor, ("Home", "Wonder"), "zebra dinners", "walrus silence")
    noor.tap("Ready")
    noor.tap("Keep")
    noor.tap("Nothing more")
    noor.go("live/values-alignment")
    noor.page.get_by_role("radio", name="Own time", exact=True).click()
    tap(noor, "Begin")
    tap(noor, "Next")
    tap(noor, "Ready")
    noor.go("today")
    noor.is_synced()
    sam.go("journal")
    sam.heading("Journal")
    sam.go("today")
    sam.page.get_by_role("link", name="Open", exact=True).first.click()
    sam.heading("How much does this matter")
    tap(sam, "Enough for now")
    noor.go("journal")
    noor.heading("Journal")
    noor.go("today")
    noor.page.get_by_role("link", name="Open", exact=True).first.click()
    both(couple, "Open")
    for phone in couple:
        phone.heading("Answer one of the words.")
    sam.sees("zebra dinners")
    both(couple, "Send")
    tap(noor, "Yes")
    tap(sam, "Not now")
    for phone in couple:
        phone.heading("The rest is for an hour together.")
        phone.tap("Close")
        phone.tap("Nothing more")
    sam.go("values")
    sam.sees("Nothing here yet.")
    noor.go("values")
    noor.sees("Your order")
    noor.sees_not("Both of you hold")
