"""Vectors of epoch keys (K3-K7) and erase tags (O9).

HPKE takes fresh randomness for each wrap; `wraps.json` keeps what it made once, so that the vectors are the same each time.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.signing import SigningKey

from tests.support.codec import encode
from tests.support.judge.chain import Keys, kcv_of, seal_previous, sign_body, wrap, wrap_info
from tests.support.judge.primitives import Z32, derive, subkey
from tests.vectors.parts import Seeded, Vector, entry_id, hexes, space_id

WRAPS = Path(__file__).parent / "wraps.json"


def wrapped(kem_pk: bytes, info: bytes, key: bytes) -> bytes:
    """Return the wrap made for these inputs, once."""
    known: dict[str, str] = json.loads(WRAPS.read_text()) if WRAPS.exists() else {}
    name = hashlib.sha256(encode([kem_pk, info, key])).hexdigest()[:16]
    if name not in known:
        known[name] = wrap(kem_pk, info, key).hex()
        WRAPS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    return bytes.fromhex(known[name])


class EpochMaker:
    """Entries of one `us` with real wraps, right but for what is asked otherwise; noor makes it and adds whoever is added."""

    def __init__(self, noor: Keys, seed: bytes, transcript: bytes = Z32) -> None:
        self.noor, self._seed, self._transcript = noor, seed, transcript
        self.space = space_id(1, seed, noor.sign_pk, noor.kem_pk)

    def wrap_of(self, device: Keys, n: int, prev: bytes, key: bytes) -> bytes:
        return wrapped(device.kem_pk, wrap_info(self.space, n, prev, device.device, device.kem_pk), key)

    def body(self, n: int, prev: bytes, key: bytes, before: bytes, *members: Keys, **changes: Any) -> bytes:
        """The last of the members is added."""
        added = members[-1]
        person, type_, extra = {1: (1, 0, [1, self._seed]), 2: (2, 2, [self._transcript])}.get(len(members), (1, 1, []))
        by_id = {one.device: one for one in members}
        body: dict[str, Any] = {
            "label": "attune/chain/1",
            "space": self.space,
            "n": n,
            "prev": prev,
            "actor": self.noor.device,
            "type": type_,
            "devices": sorted(by_id),
            "adds": [[added.sign_pk, added.kem_pk, person, 0]],
            "wraps": [[each, self.wrap_of(by_id[each], n, prev, key)] for each in sorted(by_id)],
            "kcv": kcv_of(key, self.space, n, prev),
            "previous": seal_previous(key, before, self.space, n, prev) if n else b"",
            "extra": extra,
        }
        body.update(changes)
        return encode(list(body.values()))

    def entry(
        self, n: int, prev: bytes, key: bytes, before: bytes, *members: Keys, signers: tuple[Keys, ...] = (), **changes: Any
    ) -> bytes:
        return sign_body(self.body(n, prev, key, before, *members, **changes), *(signers or members[:1] + members[1:][-1:]))

    def create(self, key: bytes, **changes: Any) -> bytes:
        return self.entry(0, Z32, key, b"", self.noor, **changes)


def seeded_keys(random: Seeded) -> Keys:
    return Keys(SigningKey(random(32)), random(32))


def hex_keys(keys: Keys) -> dict[str, str]:
    """A device's keys in a vector."""
    return {
        "sign_seed": bytes(keys.signing).hex(),
        "sign_pk": keys.sign_pk.hex(),
        "kem_seed": keys.kem_seed.hex(),
        "kem_pk": keys.kem_pk.hex(),
    }


def epoch_vectors() -> Iterator[tuple[str, Vector]]:
    """A device opens its newest wrap and walks back; `epochs` are the numbers of the effective entries, `keys` their keys."""
    random = Seeded("epochs")
    noor, sam = seeded_keys(random), seeded_keys(random)
    seed, keys, stranger = random(32), [random(32), random(32)], random(32)
    transcript = random(32)
    secret, intent = random(32), random(16)
    laptop, third_key, void_key = seeded_keys(random), random(32), random(32)
    maker = EpochMaker(noor, seed, transcript)
    space, entry, wrap_of = maker.space, maker.entry, maker.wrap_of

    def vector(name: str, rule: str, expect: str, *entries: bytes, device: Keys = sam, **more: Any) -> tuple[str, Vector]:
        how = {"epochs": [0, 1], "keys": keys, **more}
        return f"epoch/{name}", {
            "rule": rule,
            "space": space.hex(),
            "entries": hexes(entries),
            **hex_keys(device),
            "epochs": how["epochs"],
            "keys": hexes(how["keys"]),
            "expect": expect,
        }

    create = maker.create(keys[0])
    head = entry_id(create)

    def faulty(name: str, rule: str, expect: str, **changes: Any) -> tuple[str, Vector]:
        """The second entry has a fault."""
        return vector(name, rule, expect, create, entry(1, head, keys[1], keys[0], noor, sam, **changes))

    def wraps(mine: bytes) -> list[list[bytes]]:
        return [[each, mine if each == sam.device else wrap_of(noor, 1, head, keys[1])] for each in sorted([noor.device, sam.device])]

    def previous(key: bytes, n: int = 1) -> bytes:
        aad = encode(["attune/previous/1", space, n, head])
        return AESGCM(subkey(keys[1], "previous", space, 1)).encrypt(bytes(12), key, aad)

    added = entry(1, head, keys[1], keys[0], noor, sam)
    yield vector("who_was_added_walks_back", "K7", "ok", create, added)
    yield vector("who_was_there", "K7", "ok", create, added, device=noor)
    yield faulty(
        "wrap_wrong_info", "K5", "K5", wraps=wraps(wrapped(sam.kem_pk, wrap_info(space, 2, head, sam.device, sam.kem_pk), keys[1]))
    )
    yield faulty("wrap_for_another_device", "K5", "K5", wraps=wraps(wrap_of(noor, 1, head, keys[1])))
    yield faulty("wrap_of_another_key", "K4", "K4", wraps=wraps(wrap_of(sam, 1, head, stranger)))
    kcv = kcv_of(keys[1], space, 1, head)
    yield faulty("kcv_wrong", "K4", "K4", kcv=bytes([kcv[0] ^ 1]) + kcv[1:])
    yield faulty("previous_flipped", "K6", "K6", previous=previous(keys[0])[:-1] + b"\x00")
    yield faulty("previous_wrong_place", "K6", "K6", previous=previous(keys[0], 2))
    yield faulty("previous_another_key", "K7", "K4", previous=previous(stranger))
    yield faulty(
        "wrap_wrong_place", "K5", "K5", wraps=wraps(wrapped(sam.kem_pk, wrap_info(space, 1, Z32, sam.device, sam.kem_pk), keys[1]))
    )
    yield faulty("kcv_of_another_place", "K4", "K4", kcv=kcv_of(keys[1], space, 1, Z32))
    other = AESGCM(subkey(keys[1], "ops", space, 1)).encrypt(bytes(12), keys[0], encode(["attune/previous/1", space, 1, head]))
    yield faulty("previous_under_another_subkey", "K6", "K6", previous=other)
    yield vector("no_wrap", "K7", "K7", create, added, device=laptop)
    spoiled = maker.create(keys[0], kcv=bytes(32))
    after = entry(1, entry_id(spoiled), keys[1], keys[0], noor, sam)
    yield vector("kcv_wrong_further_back", "K4", "K4", spoiled, after)

    three = [*keys, third_key]
    laptop_added = entry(2, entry_id(added), third_key, keys[1], noor, sam, laptop)
    yield vector("three_epochs_back", "K7", "ok", create, added, laptop_added, device=laptop, epochs=[0, 1, 2], keys=three)
    skips = entry(2, entry_id(added), third_key, keys[0], noor, sam, laptop)
    yield vector("previous_skips_an_epoch", "K6", "K4", create, added, skips, device=laptop, epochs=[0, 1, 2], keys=three)

    # K6: what came before is the epoch in force, not the entry before
    unknown = sign_body(encode(["attune/chain/1", space, 1, head, noor.device, 99]), noor)
    void = entry(1, head, void_key, keys[0], noor, sam, signers=(noor, noor))
    for name, between in (("over_an_unknown_type", unknown), ("over_a_void_entry", void)):
        last = entry(2, entry_id(between), keys[1], keys[0], noor, sam)
        yield vector(name, "K6", "ok", create, between, last, epochs=[0, 2])
    last = entry(2, entry_id(void), keys[1], void_key, noor, sam)
    yield vector("previous_of_a_void_entry", "K6", "K4", create, void, last, epochs=[0, 2])

    tag = hashlib.sha256(derive(secret, "attune/erase/1", space, intent)).digest()
    yield "id/erase_tag", {"rule": "O9", "secret": secret.hex(), "space": space.hex(), "intent": intent.hex(), "expect": tag.hex()}
    for label in ("ops", "segments", "snapshots", "whispers", "blobs", "previous"):
        made = subkey(keys[0], label, space, 7)
        yield f"subkey/{label}", {"rule": "K3", "key": keys[0].hex(), "label": label, "space": space.hex(), "n": 7, "expect": made.hex()}
