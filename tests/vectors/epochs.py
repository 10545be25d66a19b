"""Vectors of what a phone alone can judge: epoch keys (K3-K7), erase tags (O9), reveals (P2), runs of ops (O4).

HPKE takes fresh randomness for each wrap; `wraps.json` keeps what it made once, so that the vectors are the same each time.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.signing import SigningKey

from sync.codec import encode
from sync.ids import Z32, device_id, entry_id, hash_of, space_id
from tests.support.reference import Keys, wrap
from tests.vectors.parts import OpMaker, Seeded, Vector, hkdf

WRAPS = Path(__file__).parent / "wraps.json"


def wrapped(kem_pk: bytes, info: bytes, key: bytes) -> bytes:
    """Return the wrap made for these inputs, once."""
    known: dict[str, str] = json.loads(WRAPS.read_text()) if WRAPS.exists() else {}
    name = hashlib.sha256(encode([kem_pk, info, key])).hexdigest()[:16]
    if name not in known:
        known[name] = wrap(kem_pk, info, key).hex()
        WRAPS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    return bytes.fromhex(known[name])


def epoch_vectors() -> Iterator[tuple[str, Vector]]:
    """A chain of two entries; a device opens its newest wrap and walks back."""
    random = Seeded("epochs")
    noor, sam = Keys(SigningKey(random(32)), random(32)), Keys(SigningKey(random(32)), random(32))
    ids = {one.device: one for one in (noor, sam)}
    seed, keys, stranger = random(32), [random(32), random(32)], random(32)
    space = space_id(1, seed, noor.sign_pk, noor.kem_pk)
    transcript = random(32)

    def info(n: int, prev: bytes, device: bytes) -> bytes:
        return encode(["attune/wrap/1", space, n, prev, device, hashlib.sha256(ids[device].kem_pk).digest()])

    def kcv(n: int, prev: bytes) -> bytes:
        return hkdf(keys[n], "attune/kcv/1", space, n, prev)

    def entry(n: int, prev: bytes, added: Keys, extra: list[Any], **changes: Any) -> bytes:
        devices = [noor.device] if n == 0 else sorted(ids)
        body: dict[str, Any] = {
            "label": "attune/chain/1",
            "space": space,
            "n": n,
            "prev": prev,
            "actor": noor.device,
            "type": 0 if n == 0 else 2,
            "devices": devices,
            "adds": [[added.sign_pk, added.kem_pk, n + 1, 0]],
            "wraps": [[device, wrapped(ids[device].kem_pk, info(n, prev, device), keys[n])] for device in devices],
            "kcv": kcv(n, prev),
            "previous": b"" if n == 0 else previous(keys[0], n, prev),
            "extra": extra,
        }
        body.update(changes)
        data = encode(list(body.values()))
        return encode([data, [[one.device, one.sign(data)] for one in ([noor] if n == 0 else [noor, sam])]])

    def previous(key: bytes, n: int, prev: bytes) -> bytes:
        sub = hkdf(keys[1], "attune/subkey/1", "previous", space, 1)
        return AESGCM(sub).encrypt(bytes(12), key, encode(["attune/previous/1", space, n, prev]))

    create = entry(0, Z32, noor, [1, seed])
    head = entry_id(create)

    def wraps(**changes: bytes) -> list[list[bytes]]:
        made = {device: wrapped(ids[device].kem_pk, info(1, head, device), keys[1]) for device in sorted(ids)}
        if "sam" in changes:
            made[sam.device] = changes["sam"]
        return [[device, made[device]] for device in sorted(ids)]

    def vector(name: str, rule: str, expect: str, device: Keys = sam, **changes: Any) -> tuple[str, Vector]:
        added = entry(1, head, sam, [transcript], **changes)
        return f"epoch/{name}", {
            "rule": rule,
            "space": space.hex(),
            "entries": [create.hex(), added.hex()],
            "sign_seed": bytes(device.signing).hex(),
            "sign_pk": device.sign_pk.hex(),
            "kem_seed": device.kem_seed.hex(),
            "kem_pk": device.kem_pk.hex(),
            "keys": [key.hex() for key in keys],
            "expect": expect,
        }

    assert device_id(sam.sign_pk, sam.kem_pk) == sam.device
    yield vector("who_was_added_walks_back", "K7", "ok")
    yield vector("who_was_there", "K7", "ok", device=noor)
    yield vector("wrap_wrong_info", "K5", "K5", wraps=wraps(sam=wrapped(sam.kem_pk, info(2, head, sam.device), keys[1])))
    yield vector("wrap_for_another_device", "K5", "K5", wraps=wraps(sam=wrapped(noor.kem_pk, info(1, head, noor.device), keys[1])))
    yield vector("wrap_of_another_key", "K4", "K4", wraps=wraps(sam=wrapped(sam.kem_pk, info(1, head, sam.device), stranger)))
    yield vector("kcv_wrong", "K4", "K4", kcv=bytes([kcv(1, head)[0] ^ 1]) + kcv(1, head)[1:])
    yield vector("previous_flipped", "K6", "K6", previous=previous(keys[0], 1, head)[:-1] + b"\x00")
    yield vector("previous_wrong_place", "K6", "K6", previous=previous(keys[0], 2, head))
    yield vector("previous_another_key", "K7", "K4", previous=previous(stranger, 1, head))
    secret, intent = random(32), random(16)
    tag = hashlib.sha256(hkdf(secret, "attune/erase/1", space, intent)).digest()
    yield "id/erase_tag", {"rule": "O9", "secret": secret.hex(), "space": space.hex(), "intent": intent.hex(), "expect": tag.hex()}


def reveal_vectors() -> Iterator[tuple[str, Vector]]:
    """The inviter's commit and reveal as a joiner hears them."""
    random = Seeded("reveals")
    rendezvous, secret = random(16), random(32)
    seal = hkdf(secret, "attune/pair-seal/1", rendezvous)

    def reveal(name: str = "Noor", kem_bytes: int = 1216, relationship: int = 1) -> bytes:
        fixed = Seeded("reveal")
        return encode([fixed(32), fixed(kem_bytes), name, relationship, fixed(32), fixed(32)])

    def commit(data: bytes, role: int = 0) -> bytes:
        return hash_of("attune/pair/1", role, rendezvous, data)

    def message(step: int, body: list[Any], key: bytes = seal) -> bytes:
        nonce = Seeded(f"nonce {step}")(12)
        return encode([0, step, nonce, AESGCM(key).encrypt(nonce, encode(body), encode(["attune/pair-message/1", rendezvous, 0, step]))])

    def vector(name: str, expect: str, *messages: bytes, rule: str = "P2") -> tuple[str, Vector]:
        return f"meeting/{name}", {
            "rule": rule,
            "rendezvous": rendezvous.hex(),
            "secret": secret.hex(),
            "messages": [each.hex() for each in messages],
            "expect": expect,
        }

    true = reveal()
    yield vector("reveal_true", "compare", message(0, [commit(true)]), message(1, [true]))
    yield vector("reveal_not_commit", "tampered", message(0, [commit(true)]), message(1, [reveal(name="Noa")]))
    yield vector("commit_of_the_other_role", "tampered", message(0, [commit(true, role=1)]), message(1, [true]))
    for fault, changed in (
        ("reveal_kem_key_short", reveal(kem_bytes=1215)),
        ("reveal_no_name", reveal(name="")),
        ("reveal_name_of_41", reveal(name="é" * 41)),
        ("reveal_relationship_unknown", reveal(relationship=4)),
    ):
        yield vector(fault, "tampered", message(0, [commit(changed)]), message(1, [changed]))
    yield vector("second_reveal_does_not_count", "compare", message(0, [commit(true)]), message(1, [true]), message(1, [b"no"]), rule="P3")
    yield vector("sealed_with_another_key", "meeting", message(0, [commit(true)]), message(1, [true], random(32)), rule="M3")


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
