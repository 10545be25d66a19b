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
from tests.support.judge.chain import Keys, wrap
from tests.support.judge.primitives import Z32, derive
from tests.vectors.parts import Seeded, Vector, device_id, entry_id, space_id

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
        return derive(keys[n], "attune/kcv/1", space, n, prev)

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
        sub = derive(keys[1], "attune/subkey/1", "previous", space, 1)
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
    tag = hashlib.sha256(derive(secret, "attune/erase/1", space, intent)).digest()
    yield "id/erase_tag", {"rule": "O9", "secret": secret.hex(), "space": space.hex(), "intent": intent.hex(), "expect": tag.hex()}
