"""What the server keeps, and the contract of every store.

All methods are atomic and return after the change is durable. Nothing here looks into an op or a message.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol


class Unavailable(Exception):
    """The store cannot write now (full disk, locked file, closing). Nothing of the change was kept."""


@dataclass(frozen=True, slots=True)
class SpaceHead:
    """A space as found: its log id (16 bytes), newest seq and rolling R, bytes of ops stored, all chain entries."""

    log_id: bytes
    n: int
    r: bytes
    size_bytes: int
    entries: list[bytes]


@dataclass(frozen=True, slots=True)
class Appended:
    """The outcome of one append: the seq of every op in order; `fresh` are those that were not there before, (seq, op id, bytes)."""

    seqs: list[int]
    fresh: list[tuple[int, bytes, bytes]]
    n: int
    r: bytes
    size_bytes: int


@dataclass(frozen=True, slots=True)
class MailboxPage:
    """Messages from an index on, and the seconds the mailbox still lives."""

    messages: list[bytes]
    expires_in_s: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A sealed piece of a blob, its name, and the tag of the secret that can delete it."""

    name: bytes
    delete_tag: bytes
    data: bytes


#: `full`: not kept, the space's quota is used; `unknown`: there is no such space.
PutChunk = Literal["kept", "full", "unknown"]
#: `gone`: it is not there (any more); `refused`: its upload was another's.
DeleteChunk = Literal["gone", "refused"]


def as_many_as_fit(ops: Iterable[bytes | None], most_bytes: int) -> tuple[list[bytes], int]:
    """Return the first ops (None: not there) that `most_bytes` hold together, at least one, and how many were looked at for them."""
    taken: list[bytes] = []
    looked_at = size = 0
    for op in ops:
        if op is not None:
            size += len(op)
            if taken and size > most_bytes:
                break
            taken.append(op)
        looked_at += 1
    return taken, looked_at


class Store(Protocol):
    """Contract, tested by one suite for every store."""

    async def find(self, space: bytes) -> SpaceHead | None:
        """Return the space, None when unknown."""

    async def add_entries(self, space: bytes, first_n: int, entries: Sequence[bytes]) -> SpaceHead | None:
        """Append entries by compare-and-swap on their count, making the space when `first_n` is 0; None when the count differs."""

    async def entries(self, space: bytes, first_n: int) -> list[bytes]:
        """Return the chain entries of a known space from number `first_n` on."""

    async def append(self, space: bytes, ops: Sequence[tuple[bytes, bytes]]) -> Appended:
        """Append (op id, bytes) of a known space, all or none. An op id already there keeps its seq and bytes (W9)."""

    async def page(self, space: bytes, after: int, most: int, most_bytes: int) -> list[bytes]:
        """Return ops with seq after+1, after+2, … at most `most` and about `most_bytes` (at least one)."""

    async def ids(self, space: bytes, after: int, most: int) -> list[bytes]:
        """Return op ids with seq after+1, after+2, …."""

    async def pick(self, space: bytes, op_ids: Sequence[bytes], most_bytes: int) -> tuple[list[bytes], int]:
        """Return the ops that are there, in the order asked, as many as `most_bytes` hold (at least one), and how many ids that took."""

    async def r_at(self, space: bytes, n: int) -> bytes | None:
        """Return R(n), None when n is beyond the log."""

    async def mailbox(self, rendezvous: bytes, start: int, now_s: int) -> MailboxPage:
        """Return messages from index `start` on; an unknown or dead mailbox is empty with a whole life."""

    async def post(self, rendezvous: bytes, index: int, message: bytes, now_s: int) -> bool:
        """Append a message if `index` is the count; False when it is not (M2)."""

    async def put_chunk(self, space: bytes, chunk: Chunk, quota_bytes: int) -> PutChunk:
        """Keep a chunk of a space. One that is there already keeps its first tag and costs nothing (B5)."""

    async def chunk(self, space: bytes, name: bytes) -> bytes | None:
        """Return a chunk of this space."""

    async def chunk_size(self, space: bytes, name: bytes) -> int | None:
        """Return the length of a chunk of this space in bytes."""

    async def delete_chunk(self, space: bytes, name: bytes, delete_tag: bytes) -> DeleteChunk:
        """Delete a chunk put under this tag (B8)."""

    async def sweep(self, now_s: int) -> None:
        """Forget mailboxes past their life."""

    async def count_mailboxes(self) -> int:
        """Return how many mailboxes are kept."""

    async def close(self) -> None:
        """Finish what was accepted, then release everything."""
