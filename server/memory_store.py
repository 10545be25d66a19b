"""The same store in memory, for tests and trials. Nothing survives."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from server.store import Appended, Chunk, DeleteChunk, MailboxPage, PutChunk, SpaceHead, as_many_as_fit
from sync import limits
from sync.ids import first_r, next_r


@dataclass
class _Space:
    log_id: bytes
    entries: list[bytes] = field(default_factory=list)
    ops: list[tuple[bytes, bytes]] = field(default_factory=list)
    rs: list[bytes] = field(default_factory=list)
    seq_by_id: dict[bytes, int] = field(default_factory=dict)
    size_bytes: int = 0
    chunks: dict[bytes, Chunk] = field(default_factory=dict)

    def head(self) -> SpaceHead:
        return SpaceHead(self.log_id, len(self.ops), self.rs[-1], self.size_bytes, list(self.entries))


class MemoryStore:
    """See `server.store.Store`."""

    def __init__(self) -> None:
        self._spaces: dict[bytes, _Space] = {}
        self._mailboxes: dict[bytes, tuple[int, list[bytes]]] = {}

    async def find(self, space: bytes) -> SpaceHead | None:
        """See `Store`."""
        known = self._spaces.get(space)
        return known.head() if known else None

    async def add_entries(self, space: bytes, first_n: int, entries: Sequence[bytes]) -> SpaceHead | None:
        """See `Store`."""
        known = self._spaces.get(space)
        if first_n != (len(known.entries) if known else 0):
            return None
        if known is None:
            log_id = secrets.token_bytes(16)
            known = self._spaces[space] = _Space(log_id, rs=[first_r(space, log_id)])
        known.entries.extend(entries)
        return known.head()

    async def entries(self, space: bytes, first_n: int) -> list[bytes]:
        """See `Store`."""
        return self._spaces[space].entries[first_n:]

    async def append(self, space: bytes, ops: Sequence[tuple[bytes, bytes]]) -> Appended:
        """See `Store`."""
        known = self._spaces[space]
        seqs: list[int] = []
        fresh: list[tuple[int, bytes, bytes]] = []
        for op_id, op in ops:
            if op_id not in known.seq_by_id:
                known.ops.append((op_id, op))
                known.rs.append(next_r(known.rs[-1], op_id))
                known.seq_by_id[op_id] = len(known.ops)
                known.size_bytes += len(op)
                fresh.append((len(known.ops), op_id, op))
            seqs.append(known.seq_by_id[op_id])
        return Appended(seqs, fresh, len(known.ops), known.rs[-1], known.size_bytes)

    async def page(self, space: bytes, after: int, most: int, most_bytes: int) -> list[bytes]:
        """See `Store`."""
        ops: list[bytes] = []
        size = 0
        for _, op in self._spaces[space].ops[after : after + most]:
            size += len(op)
            if ops and size > most_bytes:
                break
            ops.append(op)
        return ops

    async def ids(self, space: bytes, after: int, most: int) -> list[bytes]:
        """See `Store`."""
        return [op_id for op_id, _ in self._spaces[space].ops[after : after + most]]

    async def pick(self, space: bytes, op_ids: Sequence[bytes], most_bytes: int) -> tuple[list[bytes], int]:
        """See `Store`."""
        known = self._spaces[space]
        seqs = (known.seq_by_id.get(op_id) for op_id in op_ids)
        return as_many_as_fit((known.ops[seq - 1][1] if seq else None for seq in seqs), most_bytes)

    async def r_at(self, space: bytes, n: int) -> bytes | None:
        """See `Store`."""
        known = self._spaces.get(space)
        return known.rs[n] if known and n < len(known.rs) else None

    async def mailbox(self, rendezvous: bytes, start: int, now_s: int) -> MailboxPage:
        """See `Store`."""
        expires_at_s, messages = self._mailboxes.get(rendezvous, (0, []))
        if expires_at_s <= now_s:
            return MailboxPage([], limits.MAILBOX_LIFE_S)
        return MailboxPage(messages[start:], expires_at_s - now_s)

    async def post(self, rendezvous: bytes, index: int, message: bytes, now_s: int) -> bool:
        """See `Store`."""
        expires_at_s, messages = self._mailboxes.get(rendezvous, (0, []))
        if expires_at_s <= now_s:
            expires_at_s, messages = now_s + limits.MAILBOX_LIFE_S, []
        if index != len(messages):
            return False
        self._mailboxes[rendezvous] = (expires_at_s, [*messages, message])
        return True

    async def put_chunk(self, space: bytes, chunk: Chunk, quota_bytes: int) -> PutChunk:
        """See `Store`."""
        known = self._spaces.get(space)
        if known is None:
            return "unknown"
        if chunk.name not in known.chunks:
            if sum(len(kept.data) for kept in known.chunks.values()) + len(chunk.data) > quota_bytes:
                return "full"
            known.chunks[chunk.name] = chunk
        return "kept"

    async def chunk(self, space: bytes, name: bytes) -> bytes | None:
        """See `Store`."""
        known = self._spaces.get(space)
        return known.chunks[name].data if known and name in known.chunks else None

    async def chunk_size(self, space: bytes, name: bytes) -> int | None:
        """See `Store`."""
        chunk = await self.chunk(space, name)
        return None if chunk is None else len(chunk)

    async def delete_chunk(self, space: bytes, name: bytes, delete_tag: bytes) -> DeleteChunk:
        """See `Store`."""
        known = self._spaces.get(space)
        if known and name in known.chunks:
            if known.chunks[name].delete_tag != delete_tag:
                return "refused"
            del known.chunks[name]
        return "gone"

    async def sweep(self, now_s: int) -> None:
        """See `Store`."""
        self._mailboxes = {key: box for key, box in self._mailboxes.items() if box[0] > now_s}

    async def count_mailboxes(self) -> int:
        """See `Store`."""
        return len(self._mailboxes)

    async def close(self) -> None:
        """See `Store`."""
