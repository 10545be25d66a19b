"""One turn on two phones: the sun stands at the same place on both, also after one of them slept."""

import statistics

import pytest

from e2e.support.phone import Phone
from e2e.support.walk import begin, play, walks

APART_MS = 150
#: Sam's phone is a minute and a half ahead, as phones are.
AHEAD_MS = 90_000
SLEEP_MS = 5 * 60_000
#: A long turn of structured listening.
TURN_MS = 480_000

#: When the turn began, as the place of the sun says at each of the next movements; see `ring.js`.
BEGINNINGS = """turn => {
  const walker = document.querySelector('.walker');
  const beginnings = [];
  window.beginnings = new Promise((resolve) => new MutationObserver((_, observer) => {
    const [x, y] = ['cx', 'cy'].map((name) => Number(walker.getAttribute(name)));
    const fraction = Math.atan2(Math.abs(y - 150), 195 - x) / Math.PI;
    beginnings.push(Date.now() - fraction * turn);
    if (beginnings.length < 3) return;
    observer.disconnect();
    resolve(beginnings);
  }).observe(walker, { attributes: true, attributeFilter: ['cx'] }));
}"""


def ahead_ms(noor: Phone, sam: Phone) -> float:
    """By how much Sam's clock is ahead of Noor's; the quickest of several looks is the truest."""
    looks = []
    for _ in range(10):
        before, there, after = (phone.page.evaluate("Date.now()") for phone in (noor, sam, noor))
        looks.append((after - before, there - (before + after) / 2))
    return min(looks)[1]


def apart_ms(noor: Phone, sam: Phone) -> float:
    ahead = ahead_ms(noor, sam)
    for phone in (noor, sam):
        phone.page.get_by_role("img", name="Time").first.wait_for()
        phone.page.evaluate(BEGINNINGS, TURN_MS)
    here, there = (statistics.median(phone.page.evaluate("beginnings")) for phone in (noor, sam))
    return abs(here - (there - ahead))


@pytest.mark.alone
def test_two_phones_show_the_same_time_left(couple):
    noor, sam = couple
    walk = next(walk for walk in walks("live") if walk["practice"] == "structured-listening")
    noor.go("settings")
    noor.page.get_by_role("radiogroup", name="Length of turns").get_by_role("radio", name="Long", exact=True).click()
    steps = begin(noor, sam, walk, ahead_ms=AHEAD_MS)
    play(couple, steps[: next(i for i, step in enumerate(steps) if step["phase"] == "speak")])
    at_once = apart_ms(noor, sam)
    for phone in couple:
        phone.page.clock.fast_forward(SLEEP_MS)
    slept = apart_ms(noor, sam)
    print(f"apart by {at_once:.0f} ms, after five minutes of sleep by {slept:.0f} ms")
    assert at_once < APART_MS
    assert slept < APART_MS
