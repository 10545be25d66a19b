"""Blobs: sealed chunks over HTTP, under a pass issued over the space's open socket (protocol section 11).

Pure: a request's parts in, a verdict out. The relay makes passes, `server.blobs` carries out what is allowed.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass

from sync import limits
from sync.codec import decode, encode
from sync.errors import Code, Malformed
from sync.ids import hash_of

_HEX32 = re.compile(r"[0-9a-f]{64}")

#: The HTTP status of each refusal (B9); anything else would be the server's own fault.
STATUS: dict[Code, int] = {
    Code.MALFORMED: 400,
    Code.PASS_INVALID: 401,
    Code.NOT_YOURS: 403,
    Code.NO_BLOB: 404,
    Code.TOO_LARGE: 413,
    Code.BLOB_INVALID: 422,
    Code.RATE_LIMITED: 429,
    Code.UNAVAILABLE: 503,
    Code.SPACE_FULL: 507,
}


@dataclass(frozen=True, slots=True)
class Pass:
    """What a pass says: its holder may read and write the chunks of this space until then."""

    space: bytes
    expires_s: int


def make_pass(key: bytes, space: bytes, now_s: int) -> bytes:
    """Return a pass (B3). `key`: 32 bytes only this run of the server knows, so that nothing has to be remembered."""
    said = encode([space, now_s + limits.PASS_LIFE_S])
    return encode([said, _seal(key, said)])


def read_pass(key: bytes, data: bytes, now_s: int) -> Pass | None:
    """Return what a pass says; None when it was not made with this key or is over."""
    try:
        said, seal = decode(data)
        if not hmac.compare_digest(seal, _seal(key, said)):
            return None
        space, expires_s = decode(said)
    except (Malformed, TypeError, ValueError):
        return None
    return Pass(space, expires_s) if now_s < expires_s else None


def _seal(key: bytes, said: bytes) -> bytes:
    return hmac.digest(key, said, "sha256")


def read_hex32(text: str) -> bytes | None:
    """Return 32 bytes written as 64 lower-case hex digits, None for anything else."""
    return bytes.fromhex(text) if _HEX32.fullmatch(text) else None


def name_of(chunk: bytes) -> bytes:
    """Return the name of a chunk (B1)."""
    return hashlib.sha256(chunk).digest()


def delete_tag(secret: bytes) -> bytes:
    """Return what the server keeps of a delete secret (B5)."""
    return hash_of("attune/blob-delete/1", secret)


def refusal(name: bytes, chunk: bytes) -> Code | None:
    """Return why these bytes are not the chunk of this name (B2, B5), None when they are."""
    if len(chunk) > limits.CHUNK_BYTES:
        return Code.TOO_LARGE
    if len(chunk) < limits.LEAST_CHUNK_BYTES or name_of(chunk) != name:
        return Code.BLOB_INVALID
    return None
