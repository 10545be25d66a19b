"""Blobs as a device seals and opens them (section 11)."""

import hashlib
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import encode
from tests.support.judge.ops import pad, unpad
from tests.support.judge.primitives import Refused, Value, derive, digest, is_bytes, is_ids, is_list, is_uint, require

PIECE = 262_128


def _aad(space: bytes, blob_id: bytes, i: int, n: int) -> bytes:
    return encode(["attune/chunk/1", space, blob_id, i, n])


def seal(blobs_key: bytes, space: bytes, blob_id: bytes, content: bytes) -> list[bytes]:
    """B1: the chunks."""
    gcm = AESGCM(derive(blobs_key, "attune/blob/1", blob_id))
    padded = pad(content)
    pieces = [padded[start : start + PIECE] for start in range(0, len(padded), PIECE)]
    return [gcm.encrypt(i.to_bytes(12, "big"), piece, _aad(space, blob_id, i, len(pieces))) for i, piece in enumerate(pieces)]


def read(value: Value) -> tuple[bytes, int, int, bytes, list[bytes]]:
    """B2: id, epoch, length, delete tag, names of a blob of the one medium there is."""
    require(is_list(value, 6), "B2")
    media, blob_id, epoch, length, tag, names = value
    require(media == 1 and is_uint(media) and is_bytes(blob_id, 16) and is_uint(epoch) and is_uint(length) and length >= 1, "B2")
    require(is_bytes(tag, 32) and is_ids(names) and 1 <= len(names) <= 64, "B2")
    return blob_id, epoch, length, tag, names


def open_blob(blobs_key: bytes, space: bytes, value: Value, chunks: Sequence[bytes]) -> bytes:
    """B2: the content."""
    blob_id, _, length, _, names = read(value)
    require([hashlib.sha256(chunk).digest() for chunk in chunks] == names, "B2")
    gcm = AESGCM(derive(blobs_key, "attune/blob/1", blob_id))
    try:
        pieces = [gcm.decrypt(i.to_bytes(12, "big"), chunk, _aad(space, blob_id, i, len(chunks))) for i, chunk in enumerate(chunks)]
    except InvalidTag as error:
        raise Refused("B2") from error
    require(all(len(piece) == PIECE for piece in pieces[:-1]), "B2")
    content = unpad(b"".join(pieces))
    require(len(content) == length, "B2")
    return content


def delete_tag(secret: bytes) -> bytes:
    """What the server keeps of a secret."""
    return digest("attune/blob-delete/1", secret)
