"""Vectors of what follows `open` (W5 to W7): a device that holds some ops meets a log.

`log` are the server's ops in the order of their seqs, `held` numbers (from 1) of those the device holds of them, `own` ops it holds beside,
and `n`, `r` what it opens with. `frames` is what the server answers, from `opened` on. `expect` is "refused" when the frames break a rule;
else where the device stands when it has read them (n), and the op ids that came, that it uploads and that it pulls.
"""

from collections.abc import Iterator
from typing import Any

from tests.support.codec import encode
from tests.support.judge.log import first_r, next_r
from tests.vectors.epochs import EpochMaker, hex_keys, seeded_keys
from tests.vectors.parts import Seeded, Vector, hexes

OPENED, OPS, LISTED = 68, 69, 70


def log_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("logs")
    noor = seeded_keys(random)
    maker = EpochMaker(noor, random(32))
    create, log_id = maker.create(random(32)), random(16)
    ids = [random(32) for _ in range(5)]
    # what the seals hold is nobody's concern here: an op that does not open is kept like others (O12)
    ops = [encode([1, 0, each, random(32), random(528)]) for each in ids]
    log, (extra, another) = ops[:4], (ops[4], encode([1, 0, bytes([7]) * 32, random(32), random(528)]))
    common = {"space": maker.space.hex(), "entries": [create.hex()], **hex_keys(noor), "device": noor.device.hex(), "log_id": log_id.hex()}

    def rolled(op_ids: list[bytes]) -> bytes:
        r = first_r(maker.space, log_id)
        for each in op_ids:
            r = next_r(r, each)
        return r

    def vector(
        name: str,
        rule: str,
        frames: list[list[Any]],
        expect: dict[str, Any] | str,
        *,
        held: list[int],
        n: int | None = None,
        r: bytes | None = None,
        own: list[bytes] | None = None,
        log: list[bytes] = log,
    ) -> tuple[str, Vector]:
        given = {
            "log": hexes(log),
            "held": held,
            "own": hexes(own or []),
            "n": len(held) if n is None else n,
            "r": (rolled([ids[at - 1] for at in held]) if r is None else r).hex(),
            "frames": [encode(frame).hex() for frame in frames],
        }
        if isinstance(expect, dict):
            expect = {"n": len(log), "came": [], "upload": [], "pull": [], **expect}
        return f"reconcile/{name}", {"rule": rule, **common, **given, "expect": expect}

    newest = rolled(ids[:4])
    same, other = [OPENED, True, 4, newest], [OPENED, False, 4, newest]
    listed = [LISTED, 1, ids[:4]]
    yield vector("nothing_held", "W5", [same, [OPS, 1, log]], {"came": hexes(ids[:4])}, held=[], r=bytes(32))
    yield vector("nothing_held_any_r", "W5", [same, [OPS, 1, log]], {"came": hexes(ids[:4])}, held=[], r=bytes([5]) * 32)
    yield vector("a_part_held", "W5", [same, [OPS, 3, log[2:]]], {"came": hexes(ids[2:4])}, held=[1, 2])
    yield vector("all_held", "W5", [same], {}, held=[1, 2, 3, 4])
    split = [same, [OPS, 2, log[1:3]], [OPS, 4, log[3:]]]
    yield vector("a_tail_in_two_frames", "W5", split, {"came": hexes(ids[1:4])}, held=[1])
    yield vector("an_empty_log_to_nothing", "W5", [[OPENED, True, 0, rolled([])]], {}, held=[], log=[])
    yield vector("beyond_the_newest", "W5", [other, listed], {}, held=[1, 2, 3, 4], n=5)
    yield vector("an_empty_log_to_something", "W5", [[OPENED, False, 0, rolled([])], [LISTED, 1, []]],
                 {"upload": hexes(ids[:2])}, held=[], own=ops[:2], n=2, r=rolled(ids[:2]), log=[])  # fmt: skip
    yield vector("another_log", "W6", [other, listed], {"upload": [ids[4].hex()], "pull": hexes(ids[1:4])},
                 held=[1], own=[extra], n=2, r=bytes(32))  # fmt: skip
    yield vector("another_log_to_pull_only", "W6", [other, listed], {"pull": hexes(ids[2:4])}, held=[1, 2], r=bytes(32))
    yield vector("another_log_to_upload_only", "W6", [other, listed], {"upload": [ids[4].hex(), "07" * 32]},
                 held=[1, 2, 3, 4], own=[extra, another], n=6, r=bytes(32))  # fmt: skip
    yield vector("another_order", "W6", [other, listed], {}, held=[4, 3, 2, 1])
    pieces = [other, [LISTED, 1, ids[:1]], [LISTED, 2, ids[1:3]], [LISTED, 4, ids[3:4]]]
    yield vector("a_list_in_three_frames", "W6", pieces, {"pull": hexes(ids[1:4])}, held=[1], r=bytes(32))
    gap = [same, [OPS, 3, log[2:]]]
    yield vector("a_gap_does_not_advance", "W7", gap, {"n": 1, "came": hexes(ids[2:4])}, held=[1])
    twice = [same, [OPS, 3, log[2:3]], [OPS, 3, log[2:]]]
    yield vector("a_seq_twice_advances_once", "W7", twice, {"came": [*hexes(ids[2:3]), *hexes(ids[2:4])]}, held=[1, 2])

    def refused(name: str, rule: str, *frames: list[Any]) -> tuple[str, Vector]:
        return vector(name, rule, list(frames), "refused", held=[1], r=bytes(32), own=[extra])

    yield refused("list_of_another_order", "W6", other, [LISTED, 1, [ids[1], ids[0], *ids[2:4]]])
    yield refused("list_with_another_id", "W6", other, [LISTED, 1, [*ids[:3], ids[4]]])
    yield refused("list_of_another_log", "W6", [OPENED, False, 4, bytes(32)], listed)
    yield refused("list_too_long", "W6", other, [LISTED, 1, ids])
    yield refused("list_with_a_gap", "W5", other, [LISTED, 1, ids[:2]], [LISTED, 4, ids[3:4]])
    yield refused("list_that_begins_late", "W5", other, [LISTED, 2, ids[1:4]])
    yield refused("list_told_twice", "W5", other, [LISTED, 1, ids[:2]], [LISTED, 1, ids[:4]])
    yield refused("list_to_an_equal_log", "W5", same, listed)
