"""Vectors of ops (section 5): each alone, and runs of them (O4)."""

from collections.abc import Iterator
from typing import Any

from tests.support.codec import decode, encode
from tests.support.judge.ops import pad
from tests.support.judge.primitives import Z32, digest
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

    # the header and the parts, by their form (E2, E4)
    header = decode(good)
    yield vector("trailing_byte", "E2", "E2", good + b"\xc0")
    yield vector("header_of_four", "E4", "O1", encode(header[:4]))
    yield vector("header_of_six", "E4", "O1", encode([*header, b""]))
    yield vector("op_id_short", "E4", "O1", encode([*header[:2], header[2][:31], *header[3:]]))
    yield vector("epoch_is_no_number", "E4", "O1", encode([1, None, *header[2:]]))
    yield vector("later_version", "O12", "O12", seal(signed(), version=2))
    yield vector("parts_of_fifteen", "E4", "O1", seal(signed()[:15]))
    yield vector("parts_of_seventeen", "E4", "O1", seal([*signed(), 0]))
    for part, short in (("intent", bytes(15)), ("incarnation", bytes(15)), ("record", bytes(17)), ("seed", bytes(31)), ("head", bytes(31))):
        yield vector(f"{part}_of_another_length", "E4", "O1", seal(signed(**{part: short})))
    yield vector("counter_is_no_number", "E4", "O1", seal(signed(counter=False)))
    yield vector("parent_short", "E4", "O1", seal(signed(parents=[bytes(31)])))
    yield vector("signature_short", "E4", "O1", seal(signed(), signature=bytes(63)))
    yield vector("signed_trailing_byte", "E2", "O1", trailing(maker))
    yield vector("not_padded", "O2", "O2", seal(signed(), plain=bytes(512)))
    yield vector("padded_with_another_mark", "O2", "O2", seal(signed(), plain=other_mark(maker)))
    yield vector("padded_too_short", "O2", "O2", seal(signed(), pad=-16))

    # numbers of parents and bases (O6, O8)
    def kept(name: str, rule: str, **changes: Any) -> tuple[str, Vector]:
        parts = {"kind": 1, "payload": payload, **changes}
        return vector(name, rule, "ok", seal(signed(**parts)), record=record.hex(), kind=parts["kind"], payload=parts["payload"].hex())

    ids = [bytes([n]) * 32 for n in range(65)]
    yield kept("parents_32", "O6", parents=ids[:32])
    yield vector("parents_33", "O6", "O6", seal(signed(parents=ids[:33])))
    yield vector("parents_twice", "O6", "O6", seal(signed(parents=[ids[1], ids[1]])))
    yield kept("base_64", "O8", base=ids[:64], depth=2)
    yield vector("base_65", "O8", "O8", seal(signed(base=ids, depth=2)))

    # what payloads say, and of which kinds they are looked at
    yield kept("reserved_kind_kept", "O10", kind=2)
    yield kept("skippable_kind_kept", "O10", kind=128, payload=b"\xc1")
    yield kept("names_ascend_by_utf8", "O11", payload=encode(["t", [["\uffee", 1], ["🌧", 2]]]))
    yield kept("value_five_deep", "O11", payload=encode(["t", [["a", [[[[[]]]]]]]]))
    for name, bad in {
        "names_ascend_by_utf16": ["t", [["🌧", 2], ["\uffee", 1]]],
        "payload_is_no_list": None,
        "payload_of_three": ["t", [["a", 1]], 0],
        "type_is_no_text": [b"t", [["a", 1]]],
        "fields_are_no_list": ["t", "a"],
        "name_is_no_text": ["t", [[b"a", 1]]],
        "name_without_value": ["t", [["a"]]],
        "name_with_two_values": ["t", [["a", 1, 2]]],
    }.items():
        yield vector(name, "O11", "O11", seal(signed(payload=encode(bad))))
    too_deep = encode(["t", [["a", 0]]])[:-1] + b"\x91" * 5 + b"\x90"
    yield vector("value_six_deep", "O11", "O11", seal(signed(payload=too_deep)))
    yield vector("payload_trailing_byte", "O11", "O11", seal(signed(payload=payload + b"\xc0")))
    for name, bad in {
        "withdraw_nothing": ["t", []],
        "withdraw_names_not_ascending": ["t", ["b", "a"]],
        "withdraw_twice": ["t", ["a", "a"]],
        "withdraw_with_values": ["t", [["a", 1]]],
    }.items():
        yield vector(name, "O11", "O11", seal(signed(kind=3, payload=encode(bad))))


def trailing(maker: OpMaker) -> bytes:
    """An op whose signed bytes go on after their end; signed and named as they are."""
    data = encode(maker.signed()) + b"\xc0"
    signature = maker.noor.sign(data)
    plain = pad(encode([data, signature]))
    return maker.seal(maker.signed(), op_id=digest("attune/opid/1", data, signature), plain=plain)


def other_mark(maker: OpMaker) -> bytes:
    """Padding that begins with 0x81."""
    data = encode(maker.signed())
    message = encode([data, maker.noor.sign(data)])
    return pad(message)[: len(message)] + b"\x81" + pad(message)[len(message) + 1 :]


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
