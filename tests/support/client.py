"""A bare client of the sync socket: frames in, frames out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from websockets.asyncio.client import ClientConnection, connect

from sync.codec import encode
from sync.frames import SUBPROTOCOL, Append, ChainFrame, Frame, Hello, NeedChain, Open, ServerFrame, Welcome, decode_server
from tests.support.chains import Keys, sign_hello


class Client:
    """One connection; `until(kind)` skips frames of other kinds."""

    def __init__(self, socket: ClientConnection, origin: str) -> None:
        self.socket = socket
        self.origin = origin
        self.batch = 0

    async def send(self, frame: Frame) -> None:
        await self.socket.send(encode(frame))

    async def next(self, timeout_s: float = 5) -> ServerFrame:
        async with asyncio.timeout(timeout_s):
            return decode_server(await self.socket.recv())

    async def until(self, kind, timeout_s: float = 5):
        while True:
            frame = await self.next(timeout_s)
            if isinstance(frame, kind):
                return frame

    async def hello(self, keys: Keys, space: bytes, entries: list[bytes]) -> Welcome:
        challenge = await self.next()
        await self.send(Hello(1, self.origin, space, keys.device, sign_hello(keys, self.origin, space, challenge.nonce)))
        answer = await self.next()
        if isinstance(answer, NeedChain):
            await self.send(ChainFrame(answer.chain_n, entries[answer.chain_n :]))
            answer = await self.next()
        assert isinstance(answer, Welcome), answer
        return answer

    async def open(self, keys: Keys, space: bytes, entries: list[bytes], n: int = 0, r: bytes = bytes(32)) -> Welcome:
        welcome = await self.hello(keys, space, entries)
        await self.send(Open(n, r, len(entries)))
        return welcome

    async def append(self, *ops: tuple[bytes, bytes], mode: int = 0) -> int:
        self.batch += 1
        await self.send(Append(self.batch, mode, [op for _, op in ops]))
        return self.batch


@asynccontextmanager
async def client(port: int, **kwargs: object) -> AsyncIterator[Client]:
    url = f"ws://127.0.0.1:{port}/sync"
    async with connect(url, subprotocols=[SUBPROTOCOL], compression=None, max_size=2**21, **kwargs) as socket:
        yield Client(socket, f"http://127.0.0.1:{port}")
