"""Phones as a server sees them: sockets, hellos, appended ops; and the same without meaning for the bare relay."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Protocol, Self

from websockets.asyncio.client import ClientConnection, connect

from sync.codec import encode
from sync.frames import SUBPROTOCOL, Ack, Append, Frame, Opened, Ops
from tests.support.chains import Keys, make_op, make_pair
from tests.support.client import Client

OP_BYTES = 512  # the least an op is padded to: a feeling, a sentence
CONNECTING_AT_ONCE = 50


class Phone(Protocol):
    """One end of a pair."""

    async def send(self, count: int) -> None:
        """Send `count` ops in one message and return when the server has acknowledged them."""

    async def receive(self) -> int:
        """Wait for the next message with ops and return how many it holds."""


class AttunePhone:
    """A device in a space."""

    def __init__(self, client: Client, port: int, keys: Keys, space: bytes, entries: list[bytes]) -> None:
        self._client = client
        self._port, self._keys, self._space, self._entries = port, keys, space, entries
        self.sent_bytes = 0
        self.received_bytes = 0
        self.op_bytes = 0

    async def send(self, count: int) -> None:
        """As the protocol has it."""
        ops = [make_op(1, OP_BYTES) for _ in range(count)]
        self.op_bytes += sum(len(op) for _, op in ops)
        self._client.batch += 1
        frame = Append(self._client.batch, 0, [op for _, op in ops])
        self.sent_bytes += _on_the_wire(frame, is_masked=True)
        await self._client.socket.send(encode(frame))
        await self._client.until(Ack, 60)

    async def receive(self) -> int:
        """Ops of one frame."""
        frame = await self._client.until(Ops, 60)
        self.received_bytes += _on_the_wire(frame, is_masked=False)
        self.op_bytes += sum(len(op) for op in frame.ops)
        return len(frame.ops)

    @asynccontextmanager
    async def joined_again(self) -> AsyncIterator["AttunePhone"]:
        """Connect once more as a phone that has nothing yet."""
        async with _socket(self._port, "/sync", SUBPROTOCOL) as socket:
            client = Client(socket, self._client.origin)
            await client.open(self._keys, self._space, self._entries)
            yield AttunePhone(client, self._port, self._keys, self._space, self._entries)


def _on_the_wire(frame: Frame, *, is_masked: bool) -> int:
    """Return the bytes of a frame in its WebSocket message (RFC 6455, 5.2)."""
    size = len(encode(frame))
    return size + (2 if size < 126 else 4 if size < 65_536 else 10) + 4 * is_masked


class BarePhone:
    """A socket of the bare relay."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    async def send(self, count: int) -> None:
        """As many bytes as ops would be."""
        payload = b"".join(make_op(1, OP_BYTES)[1] for _ in range(count))
        await self._socket.send(payload)
        await self._socket.recv()

    async def receive(self) -> int:
        """One message."""
        await self._socket.recv()
        return 1


class Pairs:
    """Pairs of connected phones, of either kind."""

    def __init__(self, pairs: Sequence[tuple[Phone, Phone]]) -> None:
        self.pairs = pairs

    @classmethod
    @asynccontextmanager
    async def attune(cls, port: int, count: int) -> AsyncIterator[Self]:
        """Pair and connect `count` times."""
        async with AsyncExitStack() as stack:
            gate = asyncio.Semaphore(CONNECTING_AT_ONCE)

            async def make() -> tuple[Phone, Phone]:
                async with gate:
                    chain, entries, *keys = make_pair()
                    ends: list[Phone] = []
                    for one in keys:
                        socket = await stack.enter_async_context(_socket(port, "/sync", SUBPROTOCOL))
                        client = Client(socket, f"http://127.0.0.1:{port}")
                        await client.open(one, chain.space, entries)
                        await client.until(Opened)
                        ends.append(AttunePhone(client, port, one, chain.space, entries))
                    return ends[0], ends[1]

            yield cls(await asyncio.gather(*(make() for _ in range(count))))

    @classmethod
    @asynccontextmanager
    async def bare(cls, port: int, count: int) -> AsyncIterator[Self]:
        """Connect `count` pairs to the bare relay."""
        async with AsyncExitStack() as stack:
            gate = asyncio.Semaphore(CONNECTING_AT_ONCE)

            async def make() -> tuple[Phone, Phone]:
                async with gate:
                    path = f"/{secrets.token_hex(8)}"
                    first = await stack.enter_async_context(_socket(port, path, None))
                    second = await stack.enter_async_context(_socket(port, path, None))
                    return BarePhone(first), BarePhone(second)

            yield cls(await asyncio.gather(*(make() for _ in range(count))))


@asynccontextmanager
async def _socket(port: int, path: str, subprotocol: str | None) -> AsyncIterator[ClientConnection]:
    async with connect(
        f"ws://127.0.0.1:{port}{path}",
        subprotocols=[subprotocol] if subprotocol else None,  # type: ignore[list-item]
        compression=None,
        max_size=2**21,
        ping_interval=None,
        open_timeout=60,
        proxy=None,
    ) as socket:
        yield socket
