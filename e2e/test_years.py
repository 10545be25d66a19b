"""A phone with months of records: Today opens few of them, and a list no more than it shows."""

from playwright.sync_api import expect

from bench.years import OPENED, seed, wait_until_kept

DAYS = 200
MOST_ON_TODAY = 50
MOST_ON_A_LIST = 75


def test_today_opens_at_most_fifty_records_and_a_list_those_it_shows(device):
    noor = device("Noor")
    noor.page.wait_for_selector("html[data-started]")
    seed(noor.page, DAYS)
    wait_until_kept(noor.page)
    with noor.page.expect_worker(lambda worker: worker.url.endswith("/packs/ahead-worker.js")):
        noor.page.reload()
    noor.heading("Today")
    noor.sees("The last seven days")
    noor.page.wait_for_timeout(1500)  # what follows when it is drawn is counted too
    on_today = noor.page.evaluate(OPENED)
    assert 10 < on_today <= MOST_ON_TODAY

    noor.go("days")
    rows = noor.page.locator(".dayrow")
    expect(rows).to_have_count(20)
    noor.go("journal")
    expect(noor.page.locator("a.entry")).to_have_count(20)
    noor.go("today")
    noor.sees("The last seven days")
    assert noor.page.evaluate(OPENED) <= on_today + MOST_ON_A_LIST
    noor.go("days")
    more = noor.page.get_by_role("button", name="More")
    more.focus()
    for count in range(40, DAYS, 20):
        noor.page.keyboard.press("Enter")
        expect(rows).to_have_count(count)
        expect(more).to_be_focused()
    noor.page.keyboard.press("Enter")
    expect(rows).to_have_count(DAYS)
    expect(noor.page.get_by_role("button", name="More")).to_have_count(0)


def test_a_phone_whose_worker_does_not_come_reads_its_records_itself(device):
    noor = device("Noor")
    noor.page.wait_for_selector("html[data-started]")
    seed(noor.page, 3)
    wait_until_kept(noor.page)
    noor.page.add_init_script("globalThis.Worker = class { constructor() { throw new TypeError('there are none here'); } };")
    noor.page.reload()
    noor.heading("Today")
    noor.go("days")
    expect(noor.page.locator(".dayrow")).to_have_count(3)
