"""Vectors of the chain (section 4)."""

from collections.abc import Iterator
from typing import Any

from tests.support.codec import encode
from tests.support.judge.primitives import Z32
from tests.vectors.parts import ORDER_8, Device, Seeded, Vector, device_id, entry_id, space_id


def chain_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("chains")
    noor, sam, third = Device(random), Device(random), Device(random)
    seed = random(32)
    space = space_id(1, seed, noor.sign_pk, noor.kem_pk)

    def body(**changes: Any) -> list[Any]:
        parts: dict[str, Any] = {
            "label": "attune/chain/1",
            "space": space,
            "n": 0,
            "prev": Z32,
            "actor": noor.id,
            "type": 0,
            "devices": [noor.id],
            "adds": [[noor.sign_pk, noor.kem_pk, 1, 0]],
            "wraps": None,
            "kcv": Seeded("kcv")(32),
            "previous": b"",
            "extra": [1, seed],
        }
        parts.update(changes)
        if parts["wraps"] is None:
            parts["wraps"] = [[device, Seeded("wrap")(1168)] for device in parts["devices"]]
        return list(parts.values())

    def entry(parts: list[Any], *signers: Device) -> bytes:
        data = encode(parts)
        return encode([data, [[signer.id, signer.sign(data)] for signer in signers]])

    create = entry(body(), noor)
    head = entry_id(create)

    def add(**changes: Any) -> list[Any]:
        base: dict[str, Any] = {
            "n": 1,
            "prev": head,
            "type": 2,
            "devices": sorted([noor.id, sam.id]),
            "adds": [[sam.sign_pk, sam.kem_pk, 2, 0]],
            "previous": Seeded("previous")(48),
            "extra": [Seeded("transcript")(32)],
        }
        return body(**{**base, **changes})

    added = entry(add(), noor, sam)

    def vector(name: str, rule: str, expect: str, *entries: bytes, of: bytes = space) -> tuple[str, Vector]:
        return f"chain/{name}", {"rule": rule, "space": of.hex(), "entries": [e.hex() for e in entries], "expect": expect}

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
