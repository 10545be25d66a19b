"""What every vector is made of: bytes that are the same each time, keys, the form of a vector."""

import hashlib
from collections.abc import Iterable
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.signing import SigningKey

from tests.support.codec import encode
from tests.support.judge.primitives import Z32, digest, subkey

Vector = dict[str, Any]
#: A point of order eight (RFC 8032's curve); adding it to a point gives one with torsion.
ORDER_8 = bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")


class Seeded:
    """Bytes that look random and are the same each time."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._count = 0

    def __call__(self, length: int) -> bytes:
        self._count += 1
        return hashlib.shake_256(self._seed + self._count.to_bytes(4, "big")).digest(length)


def hexes(parts: Iterable[bytes]) -> list[str]:
    return [part.hex() for part in parts]


def space_id(kind: Any, random: bytes, sign_pk: bytes, kem_pk: bytes) -> bytes:
    """I1."""
    return digest("attune/space/1", kind, random, sign_pk, kem_pk)


def device_id(sign_pk: bytes, kem_pk: bytes) -> bytes:
    """I2."""
    return digest("attune/device/1", sign_pk, kem_pk)


def entry_id(entry: bytes) -> bytes:
    """I3."""
    return digest("attune/entry/1", entry)


class Device:
    """Keys of one device; the KEM key is not used by anything public."""

    def __init__(self, random: Seeded) -> None:
        self.signing = SigningKey(random(32))
        self.sign_pk = bytes(self.signing.verify_key)
        self.kem_pk = random(1216)
        self.id = device_id(self.sign_pk, self.kem_pk)

    def sign(self, message: bytes) -> bytes:
        return self.signing.sign(message).signature


def padme(length: int) -> int:
    """O2."""
    exponent = length.bit_length() - 1
    unit = 1 << (exponent - exponent.bit_length())
    return max(512, (length + unit - 1) // unit * unit)


class OpMaker:
    """Ops of one device in one space under epoch 0, right but for what is asked otherwise."""

    def __init__(self, seed: str, space: bytes | None = None) -> None:
        random = Seeded(seed)
        self.noor = Device(random)
        own, epoch_key = random(32), random(32)
        self.space = space or own
        self._key = subkey(epoch_key, "ops", self.space, 0)
        self.common = {"space": self.space.hex(), "epoch_key": epoch_key.hex(), "sign_pk": self.noor.sign_pk.hex()}
        self.payload = encode(["check-in", [["mattered", "The walk home in the dark"], ["sky", "still"]]])
        self.record, self._intent, self._head = random(16), random(16), random(32)

    def signed(self, **changes: Any) -> list[Any]:
        """Return the sixteen parts of section 5."""
        parts: dict[str, Any] = {
            "label": "attune/op/1",
            "space": self.space,
            "seed": bytes(32),
            "intent": self._intent,
            "erase_tag": hashlib.sha256(b"erase").digest(),
            "device": self.noor.id,
            "incarnation": bytes(16),
            "counter": 0,
            "previous": Z32,
            "head": self._head,
            "parents": [],
            "record": self.record,
            "kind": 1,
            "base": [],
            "depth": 1,
            "payload": self.payload,
        }
        parts.update(changes)
        return list(parts.values())

    def make(
        self,
        parts: list[Any],
        *,
        signature: bytes | None = None,
        op_id: bytes | None = None,
        tag: bytes | None = None,
        pad: int = 0,
        plain: bytes | None = None,
        version: int = 1,
    ) -> tuple[bytes, bytes]:
        """Return op id and op; `plain` is sealed instead of the padded parts."""
        data = encode(parts)
        signature = signature if signature is not None else self.noor.sign(data)
        op_id = op_id or digest("attune/opid/1", data, signature)
        tag = tag or parts[4]
        if plain is None:
            plain = encode([data, signature]) + b"\x80"
            plain += bytes(padme(len(plain)) + pad - len(plain))
        aad = encode(["attune/header/1", 1, self.space, 0, op_id, tag])
        nonce = digest("attune/nonce/1", op_id)[:12]
        return op_id, encode([version, 0, op_id, tag, AESGCM(self._key).encrypt(nonce, plain, aad)])

    def seal(self, parts: list[Any], **faults: Any) -> bytes:
        """Return the op alone."""
        return self.make(parts, **faults)[1]
