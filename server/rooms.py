"""The spaces that have an open connection, and who is in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from server.store import SpaceHead, Store
from sync.chain import Chain, read
from sync.errors import ChainInvalid

if TYPE_CHECKING:
    from server.connection import Connection


@dataclass(slots=True, weakref_slot=True)
class Room:
    """A space in use: its chain in force and the newest seq. The entries themselves are seldom asked for and stay in the store."""

    space: bytes
    chain: Chain
    log_id: bytes
    n: int
    r: bytes
    size_bytes: int
    connections: set[Connection] = field(default_factory=set)


def chain_of(space: bytes, head: SpaceHead) -> Chain:
    """Return the chain of stored entries; they were checked when they came."""
    chain = Chain(space)
    for entry in head.entries:
        try:
            chain, _ = read(chain, entry)
        except ChainInvalid:
            break
    return chain


class Rooms:
    """Rooms by space id. A room is there as long as somebody holds it, in it or on the way: of one space there are never two."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rooms: WeakValueDictionary[bytes, Room] = WeakValueDictionary()

    async def find(self, space: bytes) -> Room | None:
        """Return the room of a known space, opening it from the store; None when the server has no such space."""
        room = self._rooms.get(space)
        if room is not None:
            return room
        head = await self._store.find(space)
        if head is None:
            return None
        # Another connection may have opened it while we read.
        return self._rooms.setdefault(space, self._room(space, head))

    def _room(self, space: bytes, head: SpaceHead) -> Room:
        return Room(space, chain_of(space, head), head.log_id, head.n, head.r, head.size_bytes)

    def __len__(self) -> int:
        return len(self._rooms)
