"""Identifiers and hashes (protocol section 2)."""

import hashlib

from sync.codec import Value, encode

Z32 = bytes(32)


def hash_of(label: str, *parts: Value) -> bytes:
    """Return H(label, parts…): 32 bytes."""
    return hashlib.sha256(encode([label, *parts])).digest()


def space_id(kind: int, random: bytes, sign_pk: bytes, kem_pk: bytes) -> bytes:
    """I1. `kind` 0 me, 1 us."""
    return hash_of("attune/space/1", kind, random, sign_pk, kem_pk)


def device_id(sign_pk: bytes, kem_pk: bytes) -> bytes:
    """I2."""
    return hash_of("attune/device/1", sign_pk, kem_pk)


def entry_id(entry: bytes) -> bytes:
    """I3, over the entry exactly as carried."""
    return hash_of("attune/entry/1", entry)


def first_r(space: bytes, log_id: bytes) -> bytes:
    """R0 of a log (W4)."""
    return hash_of("attune/log/1", space, log_id)


def next_r(r: bytes, op_id: bytes) -> bytes:
    """R(i) from R(i-1) and the op id of seq i (W4)."""
    return hashlib.sha256(r + op_id).digest()
