"""Vectors of the chain (section 4), and of who may act under which entry (O7)."""

from collections.abc import Iterator
from typing import Any

from tests.support.codec import encode
from tests.support.judge.primitives import Z32
from tests.vectors.parts import ORDER_8, Device, OpMaker, Seeded, Vector, device_id, entry_id, hexes, space_id


class ChainMaker:
    """Entries of one `us`, right but for what is asked otherwise: noor makes it, sam is added; wraps are random bytes."""

    def __init__(self, seed: str) -> None:
        random = Seeded(seed)
        self.noor, self.sam, self.third = Device(random), Device(random), Device(random)
        self.seed = random(32)
        self.random = random
        self.space = space_id(1, self.seed, self.noor.sign_pk, self.noor.kem_pk)
        self.create = self.entry(self.body(), self.noor)
        self.head = entry_id(self.create)
        self.added = self.entry(self.add(), self.noor, self.sam)

    def body(self, **changes: Any) -> list[Any]:
        """Return the parts of a create."""
        parts: dict[str, Any] = {
            "label": "attune/chain/1",
            "space": self.space,
            "n": 0,
            "prev": Z32,
            "actor": self.noor.id,
            "type": 0,
            "devices": [self.noor.id],
            "adds": [[self.noor.sign_pk, self.noor.kem_pk, 1, 0]],
            "wraps": None,
            "kcv": Seeded("kcv")(32),
            "previous": b"",
            "extra": [1, self.seed],
        }
        parts.update(changes)
        if parts["wraps"] is None:
            parts["wraps"] = [[device, Seeded("wrap")(1168)] for device in parts["devices"]]
        return list(parts.values())

    def add(self, **changes: Any) -> list[Any]:
        """Return the parts of the entry that adds sam."""
        base: dict[str, Any] = {
            "n": 1,
            "prev": self.head,
            "type": 2,
            "devices": sorted([self.noor.id, self.sam.id]),
            "adds": [[self.sam.sign_pk, self.sam.kem_pk, 2, 0]],
            "previous": Seeded("previous")(48),
            "extra": [Seeded("transcript")(32)],
        }
        return self.body(**{**base, **changes})

    def entry(self, parts: list[Any], *signers: Device) -> bytes:
        """Sign and encode."""
        data = encode(parts)
        return encode([data, [[signer.id, signer.sign(data)] for signer in signers]])


def chain_vectors() -> Iterator[tuple[str, Vector]]:
    maker = ChainMaker("chains")
    noor, sam, third, random = maker.noor, maker.sam, maker.third, maker.random
    seed, space, create, head, added = maker.seed, maker.space, maker.create, maker.head, maker.added
    body, add, entry = maker.body, maker.add, maker.entry

    def vector(name: str, rule: str, expect: str, *entries: bytes, of: bytes = space) -> tuple[str, Vector]:
        return f"chain/{name}", {"rule": rule, "space": of.hex(), "entries": hexes(entries), "expect": expect}

    yield vector("create", "C8", "effective", create)
    yield vector("add_person", "C10", "effective", create, added)
    yield vector("not_an_entry", "C1", "refused", b"\x90")
    yield vector("body_short", "C1", "refused", entry(body()[:11], noor))
    yield vector("wrong_label", "C1", "refused", entry(body(label="attune/chain/2"), noor))
    yield vector("too_large", "C1", "refused", entry(add(extra=[bytes(33000)]), noor, sam))
    yield vector("other_space", "C2", "refused", create, of=bytes(32))
    yield vector("wrong_prev", "C3", "refused", create, entry(add(prev=bytes(32)), noor, sam))
    yield vector("wrong_n", "C3", "refused", create, entry(add(n=2), noor, sam))
    yield vector("actor_not_member", "C4", "void", create, entry(add(actor=third.id), third, sam))
    yield vector("bad_signature", "C5", "void", create, encode([encode(add()), [[noor.id, bytes(64)], [sam.id, sam.sign(encode(add()))]]]))
    yield vector("signed_by_another", "C5", "void", create, entry(add(), third, sam))
    yield vector("set_not_complete", "C6", "void", create, entry(add(devices=[sam.id]), noor, sam))
    yield vector("set_not_sorted", "C6", "void", create, entry(add(devices=sorted([noor.id, sam.id], reverse=True)), noor, sam))
    yield vector("set_has_a_stranger", "C6", "void", create, entry(add(devices=sorted([noor.id, sam.id, third.id])), noor, sam))
    small = Device(random)
    small.sign_pk, small.id = ORDER_8, device_id(ORDER_8, small.kem_pk)
    yield vector(
        "key_small_order",
        "C7",
        "void",
        create,
        entry(add(devices=sorted([noor.id, small.id]), adds=[[small.sign_pk, small.kem_pk, 2, 0]]), noor, small),
    )
    yield vector("kem_key_short", "C7", "void", create, entry(add(adds=[[sam.sign_pk, sam.kem_pk[:-1], 2, 0]]), noor, sam))
    yield vector("role_not_device", "C7", "void", create, entry(add(adds=[[sam.sign_pk, sam.kem_pk, 2, 1]]), noor, sam))
    yield vector("added_twice", "C7", "void", create, entry(add(adds=[[noor.sign_pk, noor.kem_pk, 2, 0]], devices=[noor.id]), noor, noor))
    yield vector("create_twice", "C8", "void", create, entry(add(type=0, extra=[1, seed]), noor, sam))
    yield vector("create_wrong_inputs", "C8", "void", entry(body(extra=[0, seed]), noor))
    yield vector("create_person_two", "C8", "void", entry(body(adds=[[noor.sign_pk, noor.kem_pk, 2, 0]]), noor))
    yield vector("add_other_person", "C9", "void", create, entry(add(type=1, extra=[]), noor, sam))
    yield vector("add_with_extra", "C9", "void", create, entry(add(type=1, adds=[[sam.sign_pk, sam.kem_pk, 1, 0]]), noor, sam))
    own = entry(add(type=1, adds=[[sam.sign_pk, sam.kem_pk, 1, 0]], extra=[]), noor, sam)
    yield vector("add_own_device", "C9", "effective", create, own)
    yield vector("add_person_three", "C10", "void", create, entry(add(adds=[[sam.sign_pk, sam.kem_pk, 3, 0]]), noor, sam))
    yield vector("add_person_no_transcript", "C10", "void", create, entry(add(extra=[]), noor, sam))
    third_added = add(n=2, prev=entry_id(added), devices=sorted([noor.id, sam.id, third.id]), adds=[[third.sign_pk, third.kem_pk, 2, 0]])
    yield vector("second_person_twice", "C10", "void", create, added, entry(third_added, noor, third))
    yield vector("wrap_missing", "C11", "void", create, entry(add(wraps=[[noor.id, bytes(1168)]]), noor, sam))
    yield vector("wrap_short", "C11", "void", create, entry(add(wraps=[[d, bytes(1167)] for d in sorted([noor.id, sam.id])]), noor, sam))
    yield vector("previous_missing", "C12", "void", create, entry(add(previous=b""), noor, sam))
    yield vector("kcv_short", "C12", "void", create, entry(add(kcv=bytes(31)), noor, sam))
    yield vector("no_countersignature", "C13", "void", create, entry(add(), noor))
    yield vector("countersigned_by_another", "C13", "void", create, entry(add(), noor, third))
    yield vector("signed_three_times", "C13", "void", create, entry(add(), noor, sam, third))
    unknown = entry(["attune/chain/1", space, 1, head, noor.id, 99, "whatever a later version says"], noor)
    yield vector("unknown_type_kept", "C14", "kept", create, unknown)
    after = add(n=2, prev=entry_id(unknown))
    yield vector("after_an_unknown_type", "C14", "effective", create, unknown, entry(after, noor, sam))
    reserved = entry(add(type=3, extra=[]), noor)
    yield vector("reserved_remove_authorises_nothing", "C14", "kept", create, reserved)

    wraps = [[device, bytes(1168)] for device in sorted([noor.id, sam.id])]
    # shapes (C1): what a length or a kind of value decides is told apart from what C6 to C12 say
    yield vector("body_long", "C1", "refused", create, entry([*add(), 0], noor, sam))
    yield vector("device_id_short", "C1", "refused", create, entry(add(devices=[noor.id, sam.id[:31]], wraps=wraps), noor, sam))
    yield vector("add_of_three_parts", "C1", "refused", create, entry(add(adds=[[sam.sign_pk, sam.kem_pk, 2]]), noor, sam))
    yield vector("person_is_no_number", "C1", "refused", create, entry(add(adds=[[sam.sign_pk, sam.kem_pk, None, 0]]), noor, sam))
    yield vector("kcv_is_text", "C1", "refused", create, entry(add(kcv="kcv"), noor, sam))
    yield vector("extra_is_no_list", "C1", "refused", create, entry(add(extra=b""), noor, sam))
    yield vector("signature_short", "C1", "refused", create, encode([encode(add()), [[noor.id, bytes(63)]]]))
    yield vector("trailing_byte", "C1", "refused", create, added + b"\xc0")
    yield vector("body_trailing_byte", "C1", "refused", create, encode([encode(add()) + b"\xc0", [[noor.id, bytes(64)]]]))
    yield vector("unknown_type_body_of_five", "C1", "refused", create, entry(add(type=99)[:5], noor))
    yield vector("unknown_type_other_space", "C2", "refused", create, entry(add(type=99, space=bytes(32)), noor))
    yield vector("unknown_type_wrong_n", "C3", "refused", create, entry(add(type=99, n=0), noor))

    yield vector("create_by_another", "C4", "void", entry(body(actor=sam.id), sam))
    yield vector("unknown_type_first", "C4", "void", entry(body(type=99), noor))
    yield vector("unknown_type_by_a_stranger", "C4", "void", create, entry(add(type=99, actor=third.id), third))
    yield vector("unknown_type_bad_signature", "C5", "void", create, encode([encode(add(type=99)), [[noor.id, bytes(64)]]]))
    yield vector("no_signatures", "C5", "void", create, entry(add()))
    yield vector("added_signs_first", "C5", "void", create, entry(add(), sam, noor))
    # the space is the one such an input would give, so that the input alone is wrong
    for name, extra in {
        "create_kind_two": [2, seed],
        "create_kind_true": [True, seed],
        "create_kind_nil": [None, seed],
        "create_random_short": [1, seed[:31]],
        "create_random_text": [1, "seed"],
    }.items():
        of = space_id(*extra, noor.sign_pk, noor.kem_pk)
        yield vector(name, "C8", "void", entry(body(space=of, extra=extra), noor), of=of)
    yield vector("create_extra_of_three", "C8", "void", entry(body(extra=[1, seed, b""]), noor))
    two = [[noor.sign_pk, noor.kem_pk, 1, 0], [sam.sign_pk, sam.kem_pk, 1, 0]]
    yield vector("create_adds_two", "C8", "void", entry(body(adds=two, devices=sorted([noor.id, sam.id])), noor))
    yield vector("add_first", "C8", "void", entry(body(type=1, extra=[], previous=Seeded("previous")(48)), noor))
    both = [[sam.sign_pk, sam.kem_pk, 1, 0], [third.sign_pk, third.kem_pk, 1, 0]]
    everybody = sorted([noor.id, sam.id, third.id])
    yield vector("add_of_two", "C9", "void", create, entry(add(type=1, extra=[], adds=both, devices=everybody), noor, sam, third))
    yield vector("add_of_none", "C9", "void", create, entry(add(type=1, extra=[], adds=[], devices=[noor.id]), noor))
    yield vector("add_person_transcript_short", "C10", "void", create, entry(add(extra=[bytes(31)]), noor, sam))
    me = space_id(0, seed, noor.sign_pk, noor.kem_pk)
    own = entry(body(space=me, extra=[0, seed]), noor)
    yield vector("create_me", "C8", "effective", own, of=me)
    yield vector("add_person_in_me", "C10", "void", own, entry(add(space=me, prev=entry_id(own)), noor, sam), of=me)
    yield vector("wraps_in_another_order", "C11", "void", create, entry(add(wraps=wraps[::-1]), noor, sam))
    yield vector("wrap_for_a_stranger", "C11", "void", create, entry(add(wraps=[*wraps, [third.id, bytes(1168)]]), noor, sam))
    yield vector("create_with_previous", "C12", "void", entry(body(previous=Seeded("previous")(48)), noor))
    yield vector("previous_short", "C12", "void", create, entry(add(previous=bytes(47)), noor, sam))
    yield vector("create_signed_twice", "C13", "void", entry(body(), noor, noor))
    parts = encode(add())
    yield vector(
        "countersignature_wrong", "C13", "void", create, encode([parts, [[noor.id, noor.sign(parts)], [sam.id, noor.sign(parts)]]])
    )

    void = entry(add(), noor, third)
    yield vector("after_a_void_entry", "C10", "effective", create, void, entry(add(n=2, prev=entry_id(void)), noor, sam))
    by_void = add(type=1, n=2, prev=entry_id(void), actor=sam.id, devices=everybody, adds=[[third.sign_pk, third.kem_pk, 2, 0]], extra=[])
    yield vector("actor_of_a_void_entry", "C4", "void", create, void, entry(by_void, sam, third))
    no_create = entry(body(), sam)
    yield vector("after_a_void_create", "C4", "void", no_create, entry(add(prev=entry_id(no_create)), noor, sam))
    six = entry(["attune/chain/1", space, 1, head, noor.id, 9], noor)
    yield vector("unknown_type_body_of_six", "C14", "kept", create, six)
    yield vector("unknown_type_signed_by_more", "C14", "kept", create, entry(add(type=99), noor, third))


def author_vectors() -> Iterator[tuple[str, Vector]]:
    """What each op is in whatever order they come: "good", "bad", or "parked" until the entry it was written under is known."""
    maker = ChainMaker("authors")
    noor, sam, third = maker.noor, maker.sam, maker.third
    void = maker.entry(
        maker.add(
            n=2,
            prev=entry_id(maker.added),
            type=1,
            devices=sorted([noor.id, sam.id, third.id]),
            adds=[[third.sign_pk, third.kem_pk, 1, 0]],
            extra=[],
        ),
        noor,
        noor,
    )
    kept = maker.entry(["attune/chain/1", maker.space, 3, entry_id(void), noor.id, 99], noor)
    chain = [maker.create, maker.added, void, kept]
    ops = OpMaker("author ops", space=maker.space)

    def op(device: Device, head: bytes, signer: Device | None = None, **parts: Any) -> tuple[bytes, bytes]:
        signed = ops.signed(device=device.id, head=head, **parts)
        return ops.make(signed, signature=(signer or device).sign(encode(signed)))

    def several(name: str, expect: list[str], *made: tuple[bytes, bytes]) -> tuple[str, Vector]:
        given = {"space": maker.space.hex(), "entries": hexes(chain), "epoch_key": ops.common["epoch_key"]}
        return f"author/{name}", {"rule": "O7", **given, "ops": hexes(each for _, each in made), "expect": expect}

    def vector(name: str, expect: str, device: Device, head: bytes, signer: Device | None = None) -> tuple[str, Vector]:
        return several(name, [expect], op(device, head, signer))

    first, second, third_id, fourth = map(entry_id, chain)
    yield vector("under_the_create", "good", noor, first)
    yield vector("under_the_entry_that_added_it", "good", sam, second)
    yield vector("under_a_void_entry", "good", sam, third_id)
    yield vector("under_an_unknown_type", "good", sam, fourth)
    yield vector("before_it_was_added", "bad", sam, first)
    yield vector("added_by_a_void_entry", "bad", third, third_id)
    yield vector("under_an_entry_not_known", "parked", noor, bytes([9]) * 32)
    yield vector("under_no_entry", "parked", noor, Z32)
    yield vector("signed_by_the_other", "bad", sam, second, signer=noor)
    early = op(sam, first)
    yield several("a_good_op_does_not_speak_for_a_stranger", ["bad", "good"], early, op(sam, second, counter=1, previous=early[0]))
    unknown = op(sam, bytes([9]) * 32)
    yield several("a_good_op_does_not_unpark", ["parked", "good"], unknown, op(sam, second, counter=1, previous=unknown[0]))
    unsigned = op(sam, second, noor)
    yield several("a_later_op_speaks_under_another_entry", ["good", "good"], unsigned, op(sam, fourth, counter=1, previous=unsigned[0]))
