"""Vectors of blobs (section 11). Small ones carry their chunks; those of large ones are made again from the content."""

import hashlib
from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import encode
from tests.support.judge.primitives import derive, digest
from tests.vectors.parts import Seeded, Vector, hexes, padme

PIECE = 262_128


def content_of(length: int) -> bytes:
    """Byte i is i mod 251."""
    return bytes(i % 251 for i in range(length))


class BlobMaker:
    """Blobs of one space under one key, right but for what is asked otherwise."""

    def __init__(self, seed: str) -> None:
        random = Seeded(seed)
        self.key, self.space, self.id, self.secret = random(32), random(32), random(16), random(32)
        self.tag = digest("attune/blob-delete/1", self.secret)
        self.common = {"blobs_key": self.key.hex(), "space": self.space.hex(), "id": self.id.hex(), "secret": self.secret.hex()}

    def padded(self, content: bytes) -> bytes:
        return content + b"\x80" + bytes(padme(len(content) + 1) - len(content) - 1)

    def seal(self, padded: bytes, *, label: str = "attune/chunk/1", first: int = 0, more: int = 0, **other: bytes) -> list[bytes]:
        gcm = AESGCM(derive(self.key, "attune/blob/1", other.get("key_id", self.id)))
        pieces = [padded[start : start + PIECE] for start in range(0, len(padded), PIECE)]
        aad = [encode([label, other.get("space", self.space), self.id, first + i, len(pieces) + more]) for i in range(len(pieces))]
        return [gcm.encrypt(i.to_bytes(12, "big"), piece, aad[i]) for i, piece in enumerate(pieces)]

    def value(self, chunks: list[bytes], length: int) -> list[Any]:
        return [1, self.id, 3, length, self.tag, [hashlib.sha256(chunk).digest() for chunk in chunks]]


def blob_vectors() -> Iterator[tuple[str, Vector]]:
    maker = BlobMaker("blobs")
    plain = content_of(600)
    good = maker.seal(maker.padded(plain))
    value = maker.value(good, 600)

    def vector(expect: str, chunks: list[bytes] = good, blob: Any = None, rule: str = "B2") -> Vector:
        said = maker.value(chunks, 600) if blob is None else blob
        return {"rule": rule, **maker.common, "blob": encode(said).hex(), "length": 600, "chunks": hexes(chunks), "expect": expect}

    yield "blob/one_chunk", vector("ok", rule="B1")
    flipped = bytes([good[0][0] ^ 1]) + good[0][1:]
    yield "blob/flipped_bit", vector("refused", [flipped])
    yield "blob/another_name", vector("refused", [flipped], value)
    yield "blob/no_chunk_came", vector("refused", [], value)
    yield "blob/one_chunk_too_many", vector("refused", [*good, *good], value)
    yield "blob/other_space", vector("refused", maker.seal(maker.padded(plain), space=bytes(32)))
    yield "blob/key_of_another_id", vector("refused", maker.seal(maker.padded(plain), key_id=bytes(16)))
    yield "blob/other_label", vector("refused", maker.seal(maker.padded(plain), label="attune/chunk/2"))
    yield "blob/other_place", vector("refused", maker.seal(maker.padded(plain), first=1))
    yield "blob/other_number_of_chunks", vector("refused", maker.seal(maker.padded(plain), more=1))
    yield "blob/longer_than_said", vector("refused", blob=maker.value(good, 599))
    yield "blob/shorter_than_said", vector("refused", blob=maker.value(good, 601))
    yield "blob/not_padded", vector("refused", maker.seal(plain))
    yield "blob/padded_too_far", vector("refused", maker.seal(maker.padded(plain) + bytes(32)))
    yield "blob/padded_with_another_mark", vector("refused", maker.seal(plain + b"\x40" + bytes(padme(601) - 601)))
    faults: dict[str, Any] = {
        "value_of_five": value[:-1],
        "value_of_seven": [*value, 0],
        "value_is_no_list": 1,
        "of_another_medium": [2, *value[1:]],
        "id_short": [1, value[1][:15], *value[2:]],
        "epoch_is_no_number": [*value[:2], None, *value[3:]],
        "length_zero": [*value[:3], 0, *value[4:]],
        "tag_short": [*value[:4], value[4][:31], value[5]],
        "no_names": [*value[:5], []],
        "name_short": [*value[:5], [value[5][0][:31]]],
        "names_65": [*value[:5], value[5] * 65],
    }
    for name, fault in faults.items():
        yield f"blob/{name}", vector("refused", blob=fault)
    for name, length in (("no_more_than_one_chunk", PIECE - 1), ("three_chunks", 2 * PIECE + 1000)):
        whole = maker.value(maker.seal(maker.padded(content_of(length))), length)
        common = {"rule": "B2", **maker.common, "blob": encode(whole).hex(), "length": length}
        orders = {"": list(range(len(whole[5])))}
        if len(whole[5]) == 3:
            orders |= {"_two_exchanged": [1, 0, 2], "_the_last_left_out": [0, 1], "_the_first_left_out": [1, 2], "_one_twice": [0, 1, 1]}
        for fault, order in orders.items():
            yield f"blob/{name}{fault}", {**common, "order": order, "expect": "refused" if fault else "ok"}
