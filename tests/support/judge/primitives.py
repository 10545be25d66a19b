"""What every section of docs/protocol.md builds on: hashes, derived keys, signatures, the checks of E4."""

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.bindings import crypto_core_ed25519_is_valid_point
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from tests.support.codec import encode

Value = Any
Z32 = bytes(32)


class Refused(Exception):
    """Breaks a rule of the page."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def require(condition: object, rule: str) -> None:
    """Raise `Refused(rule)` unless it holds."""
    if not condition:
        raise Refused(rule)


@contextmanager
def refusing(rule: str) -> Iterator[None]:
    """What neither opens nor decodes breaks this rule."""
    try:
        yield
    except (InvalidTag, ValueError) as error:
        raise Refused(rule) from error


def digest(label: str, *parts: Value) -> bytes:
    """H of the page."""
    return hashlib.sha256(encode([label, *parts])).digest()


def derive(key: bytes, *info: Value) -> bytes:
    """HKDF of the page."""
    return HKDF(SHA256(), 32, None, encode(list(info))).derive(key)


def subkey(epoch_key: bytes, label: str, space: bytes, n: int) -> bytes:
    """K3."""
    return derive(epoch_key, "attune/subkey/1", label, space, n)


def is_bytes(value: object, length: int | None = None) -> bool:
    return isinstance(value, bytes) and length in (None, len(value))


def is_uint(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def is_list(value: object, length: int | None = None) -> bool:
    return isinstance(value, list) and length in (None, len(value))


def is_ids(value: object) -> bool:
    return isinstance(value, list) and all(is_bytes(each, 32) for each in value)


def ascends(ids: Sequence[bytes]) -> bool:
    return all(a < b for a, b in itertools.pairwise(ids))


def is_valid_key(sign_pk: bytes) -> bool:
    """K1."""
    return len(sign_pk) == 32 and crypto_core_ed25519_is_valid_point(sign_pk)


def is_signed(sign_pk: bytes, message: bytes, signature: bytes) -> bool:
    """K1, of a key that was found valid."""
    try:
        VerifyKey(sign_pk).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True
