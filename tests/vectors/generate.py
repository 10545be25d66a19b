"""Makes every vector in this folder from a fixed seed: one fact a file, `<area>/<name>.json`.

A vector has `rule` (of docs/protocol.md), its inputs in hex, and `expect`: "ok", or what an implementation must say instead. The name of
a one-fault vector names its fault; everything else about it is right. `python -m tests.vectors.generate` writes them, and the worked bytes
of docs/protocol.md; a test sees that they are what this file makes.
"""

import base64
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.bindings import (
    crypto_core_ed25519_add,
    crypto_core_ed25519_scalar_add,
    crypto_core_ed25519_scalar_mul,
    crypto_core_ed25519_scalar_reduce,
    crypto_scalarmult_ed25519_base_noclamp,
)
from nacl.signing import SigningKey

from sync.codec import decode, encode
from sync.hello import hello_bytes
from sync.ids import Z32, device_id, entry_id, first_r, hash_of, next_r, space_id
from tests.vectors.epochs import epoch_vectors, reveal_vectors, run_vectors
from tests.vectors.parts import Device, OpMaker, Seeded, Vector, hkdf
from tests.vectors.wire import wire_vectors

FOLDER = Path(__file__).parent
L = 2**252 + 27742317777372353535851937790883648493
#: A point of order eight (RFC 8032's curve); adding it to a point gives one with torsion.
ORDER_8 = bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
IDENTITY = bytes([1]) + bytes(31)

# -- codec


def codec_vectors() -> Iterator[tuple[str, Vector]]:
    good = {
        "nil_false_true": encode([None, False, True]),
        "integers_shortest": encode([0, 127, 128, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**53 - 1]),
        "texts": encode(["", "a", "é", "🌧", "x" * 31, "x" * 32, "\ufeffbegins with a mark"]),
        "bytes": encode([b"", b"\x00", b"x" * 255, b"x" * 256]),
        "nested_eight_deep": encode([[[[[[[[]]]]]]]]),
    }
    for name, data in good.items():
        yield f"codec/{name}", {"rule": "E2", "bytes": data.hex(), "expect": "ok"}
    bad = {
        "map": ("E1", b"\x80"),
        "float": ("E1", b"\xcb" + bytes(8)),
        "negative": ("E1", b"\xff"),
        "extension": ("E1", b"\xd4\x01\x00"),
        "integer_above_2_53": ("E1", b"\xcf" + (2**53).to_bytes(8, "big")),
        "reserved_c1": ("E1", b"\xc1"),
        "text_not_utf8": ("E1", b"\xa1\xff"),
        "text_surrogate": ("E1", b"\xa3\xed\xa0\x80"),
        "integer_not_shortest": ("E2", b"\xcc\x01"),
        "text_not_shortest": ("E2", b"\xd9\x01a"),
        "bytes_not_shortest": ("E2", b"\xc5\x00\x01a"),
        "array_not_shortest": ("E2", b"\xdc\x00\x01\xc0"),
        "trailing_byte": ("E2", b"\xc0\xc0"),
        "cut_short": ("E2", b"\x92\xc0"),
        "empty": ("E2", b""),
        "nested_nine_deep": ("E3", bytes([0x91] * 8) + b"\x90"),
    }
    for name, (rule, data) in bad.items():
        yield f"codec/{name}", {"rule": rule, "bytes": data.hex(), "expect": "refused"}


# -- signatures


def signature_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("signatures")
    signing = SigningKey(random(32))
    key, message = bytes(signing.verify_key), b"Rain beside Still"
    signature = signing.sign(message).signature

    def vector(expect: str, *, key: bytes = key, message: bytes = message, signature: bytes = signature) -> Vector:
        return {"rule": "K1", "key": key.hex(), "message": message.hex(), "signature": signature.hex(), "expect": expect}

    yield "signature/good", vector("ok")
    yield "signature/other_message", vector("refused", message=b"Rain beside Stil1")
    yield "signature/other_key", vector("refused", key=bytes(SigningKey(random(32)).verify_key))
    s = int.from_bytes(signature[32:], "little")
    yield "signature/s_not_reduced", vector("refused", signature=signature[:32] + (s + L).to_bytes(32, "little"))
    expanded = hashlib.sha512(bytes(signing)).digest()
    a = crypto_core_ed25519_scalar_reduce((int.from_bytes(_clamped(expanded[:32]), "little")).to_bytes(64, "little"))
    r = crypto_core_ed25519_scalar_reduce(random(64))

    def signed_with(r_point: bytes, r_scalar: bytes) -> bytes:
        k = crypto_core_ed25519_scalar_reduce(hashlib.sha512(r_point + key + message).digest())
        return r_point + crypto_core_ed25519_scalar_add(r_scalar, crypto_core_ed25519_scalar_mul(k, a))

    plain = crypto_scalarmult_ed25519_base_noclamp(r)
    yield "signature/good_other_nonce", vector("ok", signature=signed_with(plain, r))
    yield "signature/r_torsion", vector("refused", signature=signed_with(crypto_core_ed25519_add(plain, ORDER_8), r))
    yield "signature/r_identity", vector("refused", signature=signed_with(IDENTITY, bytes(32)))
    yield "signature/r_not_canonical", vector("refused", signature=(2**255 - 18).to_bytes(32, "little") + signature[32:])
    yield "signature/too_short", vector("refused", signature=signature[:63])

    def point(expect: str, key: bytes) -> Vector:
        return {"rule": "K1", "key": key.hex(), "expect": expect}

    yield "key/good", point("ok", key)
    yield "key/identity", point("refused", IDENTITY)
    yield "key/order_two", point("refused", bytes.fromhex("ec" + "ff" * 30 + "7f"))
    yield "key/order_eight", point("refused", ORDER_8)
    yield "key/mixed_order", point("refused", crypto_core_ed25519_add(key, ORDER_8))
    yield "key/not_canonical", point("refused", (2**255 - 18).to_bytes(32, "little"))
    yield "key/not_on_the_curve", point("refused", bytes([2]) + bytes(31))


def _clamped(scalar: bytes) -> bytes:
    return bytes([scalar[0] & 248]) + scalar[1:31] + bytes([(scalar[31] & 127) | 64])


# -- identifiers, padding, the log


def small_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("ids")
    sign_pk, kem_pk, seed = random(32), random(1216), random(32)
    space = space_id(1, seed, sign_pk, kem_pk)
    yield (
        "id/space",
        {"rule": "I1", "kind": 1, "random": seed.hex(), "sign_pk": sign_pk.hex(), "kem_pk": kem_pk.hex(), "expect": space.hex()},
    )
    device = device_id(sign_pk, kem_pk)
    yield "id/device", {"rule": "I2", "sign_pk": sign_pk.hex(), "kem_pk": kem_pk.hex(), "expect": device.hex()}
    record = hash_of("attune/record/1", space, "daily-check-in", 0, "2026-11-24", "")[:16]
    yield (
        "id/record",
        {
            "rule": "I5",
            "space": space.hex(),
            "practice": "daily-check-in",
            "person": 0,
            "date": "2026-11-24",
            "slot": "",
            "expect": record.hex(),
        },
    )
    for length, padded in ((1, 512), (511, 512), (512, 512), (513, 544), (1000, 1024), (4097, 4352), (65535, 65536)):
        yield f"padding/length_{length}", {"rule": "O2", "length": length, "expect": padded}
    log_id, ids = random(16), [random(32) for _ in range(3)]
    rolling = [first_r(space, log_id)]
    for op_id in ids:
        rolling.append(next_r(rolling[-1], op_id))
    yield (
        "log/rolling",
        {
            "rule": "W4",
            "space": space.hex(),
            "log_id": log_id.hex(),
            "op_ids": [i.hex() for i in ids],
            "expect": [r.hex() for r in rolling],
        },
    )
    signer = Device(random)
    nonce = random(32)
    signed = hello_bytes("https://attune.example", space, signer.id, nonce)
    yield (
        "frame/hello",
        {
            "rule": "W2",
            "nonce": nonce.hex(),
            "origin": "https://attune.example",
            "space": space.hex(),
            "seed": bytes(signer.signing).hex(),
            "device": signer.id.hex(),
            "expect": encode([1, 1, "https://attune.example", space, signer.id, signer.sign(signed)]).hex(),
        },
    )


# -- chains


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


# -- ops


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


# -- pairing


def pairing_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("pairing")
    rendezvous, secret = random(16), random(32)
    expires_s = 1_800_000_000

    def link(check: bytes | None = None, version: int = 1) -> str:
        found = hash_of("attune/link/1", 0, rendezvous, secret, expires_s)[:4]
        return _base64url(encode([version, 0, rendezvous, secret, expires_s, check if check is not None else found]))

    def vector(expect: str, text: str, now_s: int = expires_s - 60) -> Vector:
        here = "https://attune.example"
        return {"rule": "P1", "origin": here, "now_s": now_s, "text": text, "expect": expect}

    good = f"https://attune.example/#j/{link()}"
    yield "link/good", vector("ok", good)
    yield "link/inside_a_message", vector("ok", f"Come here: <{good}> tonight.")
    yield "link/expired", vector("expired", good, expires_s)
    yield "link/cut_short", vector("tampered", good[:-3])
    yield "link/wrong_check", vector("tampered", f"https://attune.example/#j/{link(bytes(4))}")
    yield "link/other_server", vector("other-server", good.replace("attune.example", "elsewhere.example"))
    yield "link/later_version", vector("version", f"https://attune.example/#j/{link(version=2)}")
    yield "link/no_link", vector("wrong", "see you at eight")
    reveals = [encode([random(32), random(1216), name, 1, head, random(32)]) for name, head in (("Noor", random(32)), ("Sam", Z32))]
    commits = [hash_of("attune/pair/1", role, rendezvous, reveal) for role, reveal in enumerate(reveals)]
    parts = [commits[0], commits[1], reveals[0], reveals[1]]
    bits = int.from_bytes(hkdf(encode(parts), "attune/sas/1", rendezvous)[:3], "big")
    yield (
        "pairing/pictures",
        {
            "rule": "P4",
            "rendezvous": rendezvous.hex(),
            "commits": [c.hex() for c in commits],
            "reveals": [r.hex() for r in reveals],
            "transcript": hash_of("attune/transcript/1", rendezvous, *parts).hex(),
            "expect": [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63],
        },
    )


def _hexes(parts: list[bytes]) -> list[str]:
    return [part.hex() for part in parts]


def _base64url(data: bytes) -> str:

    return base64.urlsafe_b64encode(data).decode().rstrip("=")


# -- whispers


def whisper_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("whispers")
    key, space, session, noor, sam = random(32), random(32), random(16), random(32), random(32)
    noor_salt, sam_salt = random(32), random(32)

    def sealed(kind: int, seal_key: bytes, nonce: bytes, plain: list[Any], in_session: bytes = session) -> bytes:
        aad = encode(["attune/whisper-header/1", space, kind, session, noor])
        return encode([kind, in_session, noor, nonce, AESGCM(seal_key).encrypt(nonce, encode(plain), aad)])

    def word(counter: int, message: Any, *, receiver: bytes = sam, salt: bytes = sam_salt, in_session: bytes = session) -> bytes:
        word_key = hkdf(key, "attune/whisper/1", session, noor, noor_salt, sam, salt)
        return sealed(1, word_key, bytes(4) + counter.to_bytes(8, "big"), [receiver, message], in_session)

    greet = sealed(0, hkdf(key, "attune/greet/1", session), random(12), [noor_salt, [[sam, sam_salt]]])
    common = {
        "whispers_key": key.hex(), "space": space.hex(), "session": session.hex(), "receiver": sam.hex(), "receiver_salt": sam_salt.hex(),
    }  # fmt: skip

    def vector(name: str, rule: str, heard: list[bytes], expect: list[Any]) -> tuple[str, Vector]:
        return f"whisper/{name}", {"rule": rule, **common, "heard": _hexes(heard), "expect": expect}

    yield vector("greet_then_words", "S1", [greet, word(0, "soft"), word(1, ["marks", 7])], ["soft", ["marks", 7]])
    yield vector("word_before_greet", "S1", [word(0, "soft"), greet], [])
    yield vector("word_replayed", "S2", [greet, word(3, "soft"), word(3, "soft")], ["soft"])
    yield vector("word_late", "S2", [greet, word(3, "later"), word(1, "earlier")], ["later"])
    yield vector("word_under_an_old_salt", "S1", [greet, word(0, "soft", salt=bytes(32))], [])
    yield vector("word_for_another", "S2", [greet, word(0, "soft", receiver=bytes(32))], [])
    yield vector("word_of_another_session", "S1", [greet, word(0, "soft", in_session=bytes(16))], [])
    yield vector("word_changed", "S3", [greet, word(0, "soft")[:-1] + b"\x00"], [])


# -- the fold


def fold_vectors() -> Iterator[tuple[str, Vector]]:
    """Ops as (id byte, person, intent byte, base id bytes, depth, kind, {name: value} or [names]).

    `expect` is person/name -> [shown, also written].
    """

    def vector(name: str, rule: str, ops: list[list[Any]], expect: dict[str, Any]) -> tuple[str, Vector]:
        return f"fold/{name}", {"rule": rule, "ops": ops, "expect": expect}

    yield vector("one", "F2", [[1, 1, 1, [], 1, 1, {"sky": "rain"}]], {"1/sky": ["rain", []]})
    yield vector("replaced", "F3", [[1, 1, 1, [], 1, 1, {"sky": "rain"}], [2, 1, 2, [1], 2, 1, {"sky": "fog"}]], {"1/sky": ["fog", []]})
    both = [[1, 1, 1, [], 1, 1, {"sky": "rain"}], [2, 1, 2, [], 1, 1, {"sky": "fog"}]]
    yield vector("concurrent_greater_id_shown", "F4", both, {"1/sky": ["fog", ["rain"]]})
    deeper = [[9, 1, 1, [], 1, 1, {"sky": "rain"}], [2, 1, 2, [], 2, 1, {"sky": "fog"}]]
    yield vector("greater_depth_shown", "F4", deeper, {"1/sky": ["fog", ["rain"]]})
    persons = [[1, 1, 1, [], 1, 1, {"sky": "rain"}], [2, 2, 2, [1], 2, 1, {"sky": "fog"}]]
    yield vector("another_person_replaces_nothing", "F1", persons, {"1/sky": ["rain", []], "2/sky": ["fog", []]})
    missing = [[2, 1, 2, [7], 2, 1, {"sky": "fog"}]]
    yield vector("missing_base_delays_nothing", "F3", missing, {"1/sky": ["fog", []]})
    late = [[2, 1, 2, [1], 2, 1, {"sky": "fog"}], [1, 1, 1, [], 1, 1, {"sky": "rain"}]]
    yield vector("base_arrives_late", "F3", late, {"1/sky": ["fog", []]})
    taken = [[1, 1, 1, [], 1, 1, {"sky": "rain"}], [2, 1, 2, [1], 2, 3, ["sky"]]]
    yield vector("withdrawn", "F2", taken, {"1/sky": [None, []]})
    doubled = [[1, 1, 5, [], 1, 1, {"sky": "rain"}], [2, 1, 5, [], 1, 1, {"sky": "rain"}]]
    yield vector("one_intent_twice_is_one_value", "F5", doubled, {"1/sky": ["rain", []]})
    differ = [[1, 1, 5, [], 1, 1, {"sky": "rain"}], [2, 1, 5, [], 1, 1, {"sky": "fog"}]]
    yield vector("one_intent_two_contents", "F5", differ, {"1/sky": ["rain", ["fog"]]})
    by_one = [*doubled, [3, 1, 6, [2], 2, 1, {"sky": "clear"}]]
    yield vector("naming_one_id_replaces_the_intent", "F5", by_one, {"1/sky": ["clear", []]})
    apart = [[1, 1, 1, [], 1, 1, {"sky": "rain", "worry": "x"}], [2, 1, 2, [1], 2, 1, {"sky": "fog"}]]
    yield vector("only_the_same_field_is_replaced", "F3", apart, {"1/sky": ["fog", []], "1/worry": ["x", []]})


def all_vectors() -> dict[str, Vector]:
    """Return every vector by its path without the ending."""
    made: dict[str, Vector] = {}
    for area in (
        codec_vectors, signature_vectors, small_vectors, chain_vectors, op_vectors, pairing_vectors, whisper_vectors,
        fold_vectors, wire_vectors, epoch_vectors, reveal_vectors, run_vectors,
    ):  # fmt: skip
        made.update(area())
    return made


# -- worked bytes of the page


def worked_bytes() -> str:
    """Return section 12 of docs/protocol.md, made from the vectors."""
    made = all_vectors()
    create = bytes.fromhex(made["chain/create"]["entries"][0])
    body, signatures = decode(create)
    names = ["label", "space", "n", "prev", "actor", "type", "devices", "adds", "wraps", "kcv", "previous", "extra"]
    op = bytes.fromhex(made["op/set"]["op"])
    hello = bytes.fromhex(made["frame/hello"]["expect"])
    append = encode([4, 1, 0, [op]])
    lines = ["A create entry (`tests/vectors/chain/create.json`), the parts of its body:", "```"]
    lines += [f"{name:9}{_short(encode(part))}" for name, part in zip(names, decode(body), strict=True)]
    lines += [f"signature {_short(encode(signatures[0]))}", f"entry id {entry_id(create).hex()}", "```"]
    lines += ["An op (`tests/vectors/op/set.json`):", "```"]
    lines += [
        f"{name:9}{_short(encode(part))}"
        for name, part in zip(["version", "epoch", "op_id", "erase_tag", "sealed"], decode(op), strict=True)
    ]
    lines += ["```", "A hello, an append of that op in batch 1, and its ack as seq 7:", "```"]
    lines += [f"hello    {_short(hello)}", f"append   {_short(append)}", f"ack      {encode([72, 1, [7]]).hex()}", "```"]
    lines += ["A link (`tests/vectors/link/good.json`):", "```", made["link/good"]["text"], "```"]
    return "\n".join(lines) + "\n"


def _short(data: bytes) -> str:
    """Hex of up to 40 bytes; of longer parts the beginning, the end and the length."""
    return data.hex() if len(data) <= 40 else f"{data[:28].hex()}…{data[-6:].hex()} ({len(data)} bytes)"


def main() -> None:
    page = FOLDER.parent.parent / "docs" / "protocol.md"
    before = page.read_text().split("## 12. Worked bytes")[0]
    page.write_text(f"{before.rstrip()}\n\n## 12. Worked bytes\n\nMade by `tests/vectors/generate.py`.\n\n{worked_bytes()}")
    for old in FOLDER.iterdir():
        if old.is_dir() and old.name != "__pycache__":
            shutil.rmtree(old)
    for name, vector in all_vectors().items():
        path = FOLDER / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(vector, indent=1, ensure_ascii=False) + "\n")
    print(f"wrote {len(all_vectors())} vectors")


if __name__ == "__main__":
    main()
