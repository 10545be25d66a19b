"""Strict Ed25519 (protocol K1). libsodium checks s < L and a canonical key; the prime-order check is asked of it explicitly."""

from nacl.bindings import crypto_core_ed25519_is_valid_point
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey


def is_valid_key(sign_pk: bytes) -> bool:
    """Say whether a key is canonical, on the curve, in the prime-order subgroup and not the identity."""
    return len(sign_pk) == 32 and bool(crypto_core_ed25519_is_valid_point(sign_pk))


def is_signed(sign_pk: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether the signature verifies. The key must have passed `is_valid_key` when it entered the chain.

    Verification is cofactorless over a torsion-free key, so an R with torsion never verifies.
    """
    if len(signature) != 64:
        return False
    try:
        VerifyKey(sign_pk).verify(message, signature)
    except BadSignatureError:
        return False
    return True
