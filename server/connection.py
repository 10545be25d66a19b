"""One WebSocket: what waits to be sent, and how far its reader has come.

There is no task per connection: a sender task lives only while something waits. Ops are not queued for a reader that is behind; the sender
reads them from the store when there is room, so that a slow reader holds at most `queue_bytes`. Who does not take answers is not asked for
more frames (`has_room`), so that answers do not pile up either.
"""

from __future__ import annotations

import asyncio
import types
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any

from starlette.types import Send

from server.rate_limit import Bucket
from sync.codec import encode
from sync.errors import Close
from sync.frames import Frame
from sync.session import Session

if TYPE_CHECKING:
    from server.rooms import Room

WAITING_ANSWERS = 16  # a pull that waits holds 35 KB of ids


@types.coroutine
def _finish(steps: Generator[Any, Any, None], waited: Any) -> Generator[Any, Any, None]:
    """Go on, inside a task, with steps that were begun outside of one and wait for `waited`."""
    yield waited
    yield from steps


class Connection:
    """The sending side of one socket and what the relay knows about it."""

    __slots__ = (
        "_closing",
        "_queue",
        "_room_made",
        "_send",
        "_sender",
        "address",
        "bytes_bucket",
        "cursor",
        "ended",
        "frame_bucket",
        "heard_at",
        "mailbox",
        "opened_at",
        "queued_bytes",
        "room",
        "sending_since",
        "session",
        "strikes",
        "tail",
    )  # fmt: skip

    def __init__(self, send: Send, session: Session, address: str, now: float, buckets: tuple[Bucket, Bucket]) -> None:
        self._send = send
        self._queue: list[bytes | AsyncIterator[Frame]] = []  # a deque takes 760 bytes when empty
        self._sender: asyncio.Task[None] | None = None
        self._room_made: asyncio.Future[None] | None = None
        self._closing: Close | None = None
        self.session = session
        self.address = address
        self.opened_at = self.heard_at = now
        self.sending_since: float | None = None
        self.queued_bytes = 0
        self.room: Room | None = None
        self.mailbox: bytes | None = None
        self.cursor = 0
        self.tail: Callable[[Connection], AsyncIterator[Frame]] | None = None
        self.ended = False
        self.strikes = 0
        self.frame_bucket, self.bytes_bucket = buckets

    def send(self, frame: Frame) -> None:
        """Queue one frame."""
        self.send_bytes(encode(frame))

    def send_bytes(self, data: bytes) -> None:
        """Queue bytes already encoded (shared by several connections)."""
        if self._closing is not None or self.ended:
            return
        if self._sender is None and not self._queue and self._begin(data):
            return
        self._queue.append(data)
        self.queued_bytes += len(data)
        self.wake()

    def _begin(self, data: bytes) -> bool:
        """Send without a task when the transport takes the frame at once, which is nearly always; a task finishes what has to wait."""
        steps = self._send({"type": "websocket.send", "bytes": data}).__await__()
        try:
            waited = next(steps)
        except StopIteration:
            return True
        except (OSError, RuntimeError):
            self.ended = True  # the peer is gone
            return True
        loop = asyncio.get_running_loop()
        self.sending_since = loop.time()
        self._sender = loop.create_task(self._drain(_finish(steps, waited)))
        return True

    def send_from(self, frames: AsyncIterator[Frame]) -> None:
        """Queue frames that are made when their turn comes."""
        if self._closing is None and not self.ended:
            self._queue.append(frames)
            self.wake()

    def close(self, code: Close) -> None:
        """Send what waits, then close. A slow reader is closed at once."""
        if self._closing is not None or self.ended:
            return
        self._closing = code
        if code is Close.SLOW_READER and self._sender is not None:
            self._sender.cancel()
            self._sender = None
            self._queue.clear()
            self.queued_bytes = 0
        self.wake()

    def wake(self) -> None:
        """Make sure a sender runs."""
        if self._sender is None and not self.ended:
            self._sender = asyncio.get_running_loop().create_task(self._drain())

    async def has_room(self, queue_bytes: int) -> None:
        """Wait until little enough waits to be sent. Whoever takes what waits is alive, though nothing of theirs is read meanwhile."""
        while (len(self._queue) > WAITING_ANSWERS or self.queued_bytes > queue_bytes) and not self.ended:
            loop = asyncio.get_running_loop()
            self._room_made = loop.create_future()
            await self._room_made
            self.heard_at = loop.time()

    def _make_room(self) -> None:
        if self._room_made is not None and not self._room_made.done():
            self._room_made.set_result(None)

    async def drained(self) -> None:
        """Wait until nothing waits any more (at shutdown)."""
        while self._sender is not None:
            await asyncio.shield(self._sender)

    async def _drain(self, begun: Awaitable[None] | None = None) -> None:
        try:
            if begun is not None:
                await begun
                self.sending_since = None
            await self._send_all()
        except (OSError, RuntimeError):
            self.ended = True  # the peer is gone
        finally:
            if self._sender is asyncio.current_task():
                self._sender = None
                self.sending_since = None
            self._make_room()

    async def _send_all(self) -> None:
        while True:
            while self._queue:
                item = self._queue.pop(0)
                if isinstance(item, bytes):
                    self.queued_bytes -= len(item)
                    await self._send_one(item)
                else:
                    async for frame in item:
                        await self._send_one(encode(frame))
            room = self.room
            if self._closing is not None:
                self.ended = True
                await self._send({"type": "websocket.close", "code": int(self._closing)})
                return
            if room is None or self.tail is None or self.cursor >= room.n:
                return
            async for frame in self.tail(self):
                await self._send_one(encode(frame))

    async def _send_one(self, data: bytes) -> None:
        self.sending_since = asyncio.get_running_loop().time()
        await self._send({"type": "websocket.send", "bytes": data})
        self.sending_since = None
        self._make_room()
