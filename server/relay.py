"""The sync socket as a raw ASGI application: carries out the effects of `sync.session` (design: rules there, world here)."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.types import Receive, Scope, Send

from server.connection import Connection
from server.rate_limit import Bucket, PerAddress
from server.rooms import Room, Rooms
from server.store import Store, Unavailable
from sync import limits
from sync import session as rules
from sync.blobs import make_pass
from sync.codec import encode
from sync.errors import Close, Code
from sync.frames import (
    SUBPROTOCOL,
    Ack,
    ChainAck,
    Entries,
    Error,
    Frame,
    Hello,
    Listed,
    Mailbox,
    Opened,
    Ops,
    PassFrame,
    Ping,
    Posted,
    Pulled,
    Welcome,
    Whisper,
    Whispered,
)  # fmt: skip
from sync.limits import Limits

log = logging.getLogger("attune.relay")

SWEEP_EVERY_S = 5.0
STRIKES = 20  # refusals for speed before the connection is closed


class Relay:
    """ASGI application for the path of the sync socket."""

    def __init__(
        self, store: Store, allows_origin: Callable[[str], bool], limits: Limits | None = None, pass_key: bytes | None = None
    ) -> None:
        self._store = store
        self._allows_origin = allows_origin
        self._limits = limits or Limits()
        self._pass_key = pass_key or secrets.token_bytes(32)
        self._rooms = Rooms(store)
        self._connections: set[Connection] = set()
        self._per_address: Counter[str] = Counter()
        self._new_spaces = PerAddress(self._limits.spaces_per_address_per_hour)
        self._posts = PerAddress(self._limits.mailbox_posts_per_address_per_hour)
        self._mailboxes: dict[bytes, set[Connection]] = {}
        self._sweeper: asyncio.Task[None] | None = None
        self._stopping = False

    @property
    def connections(self) -> int:
        """How many sockets are open."""
        return len(self._connections)

    async def close(self) -> None:
        """End every connection with 1001, after what waits for it was sent."""
        self._stopping = True
        if self._sweeper:
            self._sweeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._sweeper
        for connection in list(self._connections):
            connection.close(Close.STOPPING)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(5):
                await asyncio.gather(*(connection.drained() for connection in list(self._connections)), return_exceptions=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one WebSocket."""
        await receive()  # websocket.connect
        if SUBPROTOCOL not in scope.get("subprotocols", []) or self._stopping:
            await send({"type": "websocket.close", "code": int(Close.VERSION)})
            return
        await send({"type": "websocket.accept", "subprotocol": SUBPROTOCOL})
        connection = self._admit(scope, send)
        if connection is None:
            await send({"type": "websocket.send", "bytes": encode(Error(Code.TOO_MANY_CONNECTIONS, 0, 0, 60_000))})
            await send({"type": "websocket.close", "code": int(Close.TOO_MANY)})
            return
        try:
            await self._carry_out(connection, connection.session.begin())
            await self._read_all(connection, receive)
        except Exception:
            log.exception("a connection failed")
            connection.close(Close.FAULT)
            with contextlib.suppress(Exception):
                await connection.drained()
        finally:
            self._dismiss(connection)

    def _admit(self, scope: Scope, send: Send) -> Connection | None:
        client = scope.get("client") or ("local", 0)
        address = str(client[0])
        if len(self._connections) >= self._limits.connections or self._per_address[address] >= self._limits.connections_per_address:
            return None
        origin = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"origin"), None)
        scope["headers"].clear()  # a browser's dozen headers would stay in memory as long as the socket
        now = asyncio.get_running_loop().time()
        session = rules.Session(secrets.token_bytes(32), self._allows_origin, origin)
        buckets = (
            Bucket(self._limits.frames_per_s, self._limits.frame_burst, now),
            Bucket(self._limits.bytes_per_s, self._limits.byte_burst, now),
        )
        connection = Connection(send, session, address, now, buckets)
        self._connections.add(connection)
        self._per_address[address] += 1
        if self._sweeper is None:
            self._sweeper = asyncio.get_running_loop().create_task(self._sweep())
        return connection

    def _dismiss(self, connection: Connection) -> None:
        connection.ended = True
        self._connections.discard(connection)
        self._per_address[connection.address] -= 1
        if self._per_address[connection.address] <= 0:
            del self._per_address[connection.address]
        if connection.room is not None:
            connection.room.connections.discard(connection)
        if connection.mailbox is not None:
            readers = self._mailboxes.get(connection.mailbox, set())
            readers.discard(connection)
            if not readers:
                self._mailboxes.pop(connection.mailbox, None)

    async def _read_all(self, connection: Connection, receive: Receive) -> None:
        loop = asyncio.get_running_loop()
        session = connection.session
        while session.state is not rules.State.ENDED and not connection.ended:
            await connection.has_room(self._limits.queue_bytes)
            message = await receive()
            if message["type"] == "websocket.disconnect":
                return
            data = message.get("bytes")
            now = connection.heard_at = loop.time()
            if data is None or len(data) > limits.FRAME_BYTES:
                connection.close(Close.TOO_BIG if data else Close.MALFORMED)
                break
            wait = max(connection.frame_bucket.take(1, now), connection.bytes_bucket.take(len(data), now))
            frame = session.read(data)
            if wait > 0 and not isinstance(frame, Ping):
                self._slow_down(connection, frame, wait)
                continue
            chain = connection.room.chain if connection.room else None
            if isinstance(frame, Hello):
                room = await self._rooms.find(frame.space)
                chain = room.chain if room else None
            elif session.state is rules.State.PROVING and session.space is not None:
                room = await self._rooms.find(session.space)
                chain = room.chain if room else None
            await self._carry_out(connection, session.receive(frame, chain))
        await connection.drained()

    def _slow_down(self, connection: Connection, frame: Any, wait_s: float) -> None:
        connection.strikes += 1
        if connection.strikes > STRIKES:
            connection.close(Close.TOO_MANY)
            return
        if not isinstance(frame, Whisper):
            connection.send(Error(Code.RATE_LIMITED, getattr(frame, "batch", 0), 0, int(wait_s * 1000) + 1))

    async def _carry_out(self, connection: Connection, effects: list[rules.Effect]) -> None:
        for effect in effects:
            match effect:
                case rules.Send(frame):
                    connection.send(frame)
                case rules.End(code):
                    connection.close(code)
                case rules.StoreEntries():
                    await self._store_entries(connection, effect)
                case rules.Join():
                    await self._join(connection)
                case rules.Start(n, r, chain_n):
                    await self._start(connection, n, r, chain_n)
                case rules.AppendOps(batch, ops):
                    await self._append(connection, batch, ops)
                case rules.PullOps(op_ids):
                    connection.send_from(self._pulled(connection, op_ids))
                case rules.PassOn(data):
                    self._pass_on(connection, data)
                case rules.IssuePass():
                    self._issue_pass(connection)
                case rules.EnterMailbox(rendezvous, start):
                    await self._enter_mailbox(connection, rendezvous, start)
                case rules.PostMessage(index, message):
                    await self._post(connection, index, message)

    # -- the chain

    async def _store_entries(self, connection: Connection, effect: rules.StoreEntries) -> None:
        session = connection.session
        space = session.space or b""
        is_new = effect.first_n == 0
        if is_new:
            wait = self._new_spaces.take(connection.address, connection.heard_at)
            if wait > 0:
                await self._carry_out(connection, session.refuse(Code.TOO_MANY_SPACES, retry_after_ms=int(wait * 1000)))
                return
        try:
            head = await self._store.add_entries(space, effect.first_n, effect.entries)
        except Unavailable:
            await self._carry_out(connection, session.refuse(Code.UNAVAILABLE, retry_after_ms=5000))
            return
        room = await self._rooms.find(space)
        if head is None or room is None:
            await self._lost_race(connection, room, effect.first_n)
            return
        if room.chain.n == effect.first_n:
            room.chain = effect.chain
        news = encode(Entries(effect.first_n, effect.entries))
        for other in room.connections:
            if other is not connection:
                other.send_bytes(news)
        if session.state is rules.State.OPEN:
            connection.send(ChainAck(room.chain.n, room.chain.head))
        await self._carry_out(connection, session.stored(room.chain))

    async def _lost_race(self, connection: Connection, room: Room | None, first_n: int) -> None:
        session = connection.session
        if session.state is rules.State.PROVING and room is not None:
            await self._carry_out(connection, session.stored(room.chain))
            return
        connection.send(Error(Code.CHAIN_CONFLICT, 0, first_n))
        if room is not None:
            connection.send(Entries(first_n, await self._store.entries(room.space, first_n)))

    # -- joining and reading

    async def _join(self, connection: Connection) -> None:
        room = await self._rooms.find(connection.session.space or b"")
        if room is None:
            connection.close(Close.FAULT)
            return
        connection.room = room
        connection.send(Welcome(room.log_id, room.n, room.r, room.chain.n, room.chain.head))

    async def _start(self, connection: Connection, n: int, r: bytes, chain_n: int) -> None:
        room = connection.room
        if room is None:
            return
        same = n == 0 or await self._store.r_at(room.space, n) == r
        missing: list[bytes] = []
        while chain_n + len(missing) < room.chain.n:  # again, if one came while we read
            missing = await self._store.entries(room.space, chain_n)
        if missing:
            connection.send(Entries(chain_n, missing))
        newest, newest_r = room.n, room.r
        connection.send(Opened(same, newest, newest_r))
        if same:
            connection.cursor = n
        else:
            connection.send_from(self._listed(room, newest))
            connection.cursor = newest
        connection.tail = self._tail
        room.connections.add(connection)
        connection.wake()

    async def _listed(self, room: Room, newest: int) -> AsyncIterator[Frame]:
        after = 0
        while after < newest:
            op_ids = await self._store.ids(room.space, after, min(limits.LIST_IDS, newest - after))
            if not op_ids:
                return
            yield Listed(after + 1, op_ids)
            after += len(op_ids)
        if newest == 0:
            yield Listed(1, [])

    async def _tail(self, connection: Connection) -> AsyncIterator[Frame]:
        room = connection.room
        if room is None:
            return
        after = connection.cursor
        ops = await self._store.page(room.space, after, limits.PAGE_OPS, limits.PAGE_BYTES)
        if not ops or connection.cursor != after:
            return  # meanwhile the newest came directly
        connection.cursor = after + len(ops)
        yield Ops(after + 1, ops)

    async def _pulled(self, connection: Connection, op_ids: list[bytes]) -> AsyncIterator[Frame]:
        room = connection.room
        if room is None:
            return
        taken = 0
        while taken < len(op_ids):
            ops, looked_at = await self._store.pick(room.space, op_ids[taken:], limits.PAGE_BYTES)
            taken += looked_at
            yield Pulled(last=taken == len(op_ids), ops=ops)

    # -- writing

    async def _append(self, connection: Connection, batch: int, ops: list[tuple[bytes, bytes]]) -> None:
        room = connection.room
        if room is None:
            return
        if room.size_bytes + sum(len(op) for _, op in ops) > self._limits.space_bytes:
            connection.send(Error(Code.SPACE_FULL, batch))
            return
        try:
            appended = await self._store.append(room.space, ops)
        except Unavailable:
            connection.send(Error(Code.UNAVAILABLE, batch, 0, 5000))
            return
        if appended.n > room.n:
            room.n, room.r, room.size_bytes = appended.n, appended.r, appended.size_bytes
        self._deliver(connection, room, appended.fresh)
        connection.send(Ack(batch, appended.seqs))

    def _deliver(self, author: Connection, room: Room, fresh: list[tuple[int, bytes, bytes]]) -> None:
        """W7: push to readers that are at the tail; the others' senders come to it by themselves."""
        if not fresh:
            return
        first, last = fresh[0][0], fresh[-1][0]
        frame = encode(Ops(first, [op for _, _, op in fresh]))
        for connection in room.connections:
            if connection.cursor != first - 1:
                connection.wake()
            elif connection is author:
                connection.cursor = last
            elif connection.queued_bytes + len(frame) <= self._limits.queue_bytes:
                connection.cursor = last
                connection.send_bytes(frame)
            else:
                connection.wake()

    def _pass_on(self, author: Connection, data: bytes) -> None:
        if author.room is None:
            return
        frame = encode(Whispered(data))
        for connection in author.room.connections:
            if connection is not author and connection.queued_bytes + len(frame) <= self._limits.queue_bytes:
                connection.send_bytes(frame)

    def _issue_pass(self, connection: Connection) -> None:
        if connection.room is not None:
            connection.send(PassFrame(make_pass(self._pass_key, connection.room.space, int(time.time())), limits.PASS_LIFE_S))

    # -- mailboxes

    async def _enter_mailbox(self, connection: Connection, rendezvous: bytes, start: int) -> None:
        connection.mailbox = rendezvous
        self._mailboxes.setdefault(rendezvous, set()).add(connection)
        page = await self._store.mailbox(rendezvous, start, int(time.time()))
        connection.send(Mailbox(start, page.messages, page.expires_in_s))

    async def _post(self, connection: Connection, index: int, message: bytes) -> None:
        rendezvous = connection.mailbox or b""
        if index >= limits.MAILBOX_MESSAGES:
            connection.send(Error(Code.MAILBOX_FULL))
            return
        wait = self._posts.take(connection.address, connection.heard_at)
        if wait > 0:
            connection.send(Error(Code.RATE_LIMITED, 0, index, int(wait * 1000)))
            return
        if index == 0 and await self._store.count_mailboxes() >= self._limits.mailboxes:
            connection.send(Error(Code.UNAVAILABLE, 0, 0, 60_000))
            return
        now_s = int(time.time())
        try:
            posted = await self._store.post(rendezvous, index, message, now_s)
        except Unavailable:
            connection.send(Error(Code.UNAVAILABLE, 0, index, 5000))
            return
        if not posted:
            connection.send(Error(Code.MAILBOX_CONFLICT, 0, index))
            page = await self._store.mailbox(rendezvous, index, now_s)
            connection.send(Mailbox(index, page.messages, page.expires_in_s))
            return
        connection.send(Posted(index))
        page = await self._store.mailbox(rendezvous, index, now_s)
        for reader in self._mailboxes.get(rendezvous, set()):
            if reader is not connection:
                reader.send(Mailbox(index, [message], page.expires_in_s))

    # -- time

    async def _sweep(self) -> None:
        """Every few seconds: end the silent and the slow, forget old mailboxes."""
        loop = asyncio.get_running_loop()
        swept_at = 0.0
        while True:
            await asyncio.sleep(SWEEP_EVERY_S)
            now = loop.time()
            self.close_overdue(now)
            if now - swept_at > 600:
                swept_at = now
                with contextlib.suppress(Unavailable):
                    await self._store.sweep(int(time.time()))

    def close_overdue(self, now: float) -> None:
        """W12, W13 at one moment of the loop's clock."""
        for connection in list(self._connections):
            state = connection.session.state
            greeting = state in (rules.State.GREETING, rules.State.PROVING, rules.State.WELCOMED)
            # a ping is heard, and is no hello
            late = now - connection.opened_at > (self._limits.greeting_s if state == rules.State.GREETING else self._limits.silent_s)
            if connection.sending_since is not None and now - connection.sending_since > self._limits.slow_reader_s:
                connection.close(Close.SLOW_READER)
            elif (greeting and late) or now - connection.heard_at > (self._limits.greeting_s if greeting else self._limits.silent_s):
                connection.close(Close.SILENT)
