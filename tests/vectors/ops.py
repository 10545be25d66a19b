"""Vectors of ops (section 5): each alone, and runs of them (O4)."""

from collections.abc import Iterator
from typing import Any

from tests.support.codec import encode
from tests.support.judge.primitives import Z32
from tests.vectors.parts import OpMaker, Vector


def op_vectors() -> Iterator[tuple[str, Vector]]:
    maker = OpMaker("ops")
    common, payload, record = maker.common, maker.payload, maker.record
    signed, seal = maker.signed, maker.seal

    def vector(name: str, rule: str, expect: str, op: bytes, **more: Any) -> tuple[str, Vector]:
        return f"op/{name}", {"rule": rule, **common, "op": op.hex(), "expect": expect, **more}

    good = seal(signed())
    yield vector("set", "O11", "ok", good, record=record.hex(), kind=1, payload=payload.hex())
    withdraw = encode(["check-in", ["mattered"]])
    yield vector("withdraw", "O11", "ok", seal(signed(kind=3, payload=withdraw)), record=record.hex(), kind=3, payload=withdraw.hex())
    yield vector("unknown_kind_kept", "O10", "ok", seal(signed(kind=77)), record=record.hex(), kind=77, payload=payload.hex())
    yield vector("id_mismatch", "O1", "O1", seal(signed(), op_id=bytes(32)))
    yield vector("other_space", "O1", "O1", seal(signed(space=bytes(32))))
    yield vector("other_erase_tag", "O1", "O1", seal(signed(), tag=bytes(32)))
    yield vector("flipped_bit", "O1", "O1", good[:-1] + bytes([good[-1] ^ 1]))
    yield vector("wrong_label", "O1", "O1", seal(signed(label="attune/op/2")))
    yield vector("padded_too_far", "O2", "O2", seal(signed(), pad=16))
    yield vector("first_with_previous", "O4", "O4", seal(signed(previous=bytes([1]) * 32)))
    yield vector("second_without_previous", "O4", "O4", seal(signed(counter=1)))
    yield vector("parents_not_ascending", "O6", "O6", seal(signed(parents=[bytes([2]) * 32, bytes([1]) * 32])))
    yield vector("base_not_ascending", "O8", "O8", seal(signed(base=[bytes([2]) * 32, bytes([2]) * 32])))
    yield vector("depth_zero", "O8", "O8", seal(signed(depth=0)))
    yield vector("bad_signature", "O1", "bad signature", seal(signed(), signature=bytes(64)))
    yield vector("names_not_ascending", "O11", "O11", seal(signed(payload=encode(["t", [["b", 1], ["a", 1]]]))))
    yield vector("names_twice", "O11", "O11", seal(signed(payload=encode(["t", [["a", 1], ["a", 2]]]))))
    yield vector("no_fields", "O11", "O11", seal(signed(payload=encode(["t", []]))))


def run_vectors() -> Iterator[tuple[str, Vector]]:
    """Ops of one device; `expect` says of each whether it is good, in whatever order they come."""
    maker = OpMaker("runs")

    def run(*ops: dict[str, Any]) -> list[tuple[bytes, bytes]]:
        """Each op: `counter`, optional `previous` (index into the run or bytes), `signed`, `incarnation`."""
        made: list[tuple[bytes, bytes]] = []
        for op in ops:
            before = op.get("previous", len(made) - 1)
            named = before if isinstance(before, bytes) else (made[before][0] if op["counter"] else Z32)
            # two ops that are the same but for their seed are two
            parts = maker.signed(
                counter=op["counter"], previous=named, incarnation=op.get("incarnation", bytes(16)), seed=bytes([len(made)]) * 32
            )
            made.append(maker.make(parts, signature=None if op.get("signed", True) else bytes(64)))
        return made

    def vector(name: str, expect: list[bool], *ops: dict[str, Any]) -> tuple[str, Vector]:
        return f"run/{name}", {"rule": "O4", **maker.common, "ops": [sealed.hex() for _, sealed in run(*ops)], "expect": expect}

    def bare(counter: int, **more: Any) -> dict[str, Any]:
        return {"counter": counter, "signed": False, **more}

    def good(counter: int, **more: Any) -> dict[str, Any]:
        return {"counter": counter, **more}

    yield vector("the_last_signature_speaks_for_all", [True, True, True], bare(0), bare(1), good(2))
    yield vector("nothing_speaks_for_the_last", [True, True, False], good(0), good(1), bare(2))
    yield vector("a_gap_ends_a_run", [False, True], bare(0), good(2, previous=bytes([7]) * 32))
    yield vector("named_from_the_wrong_counter", [False, True], bare(0), good(2, previous=0))
    yield vector("named_from_another_incarnation", [False, True], bare(0), good(1, previous=0, incarnation=bytes([1]) * 16))
    yield vector("two_after_the_same", [True, True, True], bare(0), good(1, previous=0), good(1, previous=0))
    yield vector("only_the_named_of_two", [True, True, False, True], good(0), bare(1, previous=0), bare(1, previous=0), good(2, previous=1))
