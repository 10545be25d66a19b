"""A reference device, written from docs/protocol.md: pairs, seals, opens, folds, whispers. For tests and measurements; not a product.

Nothing of `sync/` or `web/` is used. What it must refuse, and what the bytes are, is in judge/, by section of the page.
"""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from nacl.signing import SigningKey
from websockets.asyncio.client import ClientConnection, connect

from tests.support.codec import decode, encode
from tests.support.judge import pairing
from tests.support.judge.chain import US, Chain, Keys, make_body, open_epochs, read_chain, read_entry, sign_body
from tests.support.judge.fold import Record, Said, fold, next_base
from tests.support.judge.log import Listing, advance, first_r
from tests.support.judge.ops import PARENTS, SET, WITHDRAW, WITHDRAWN, Authors, Op, erase_tag, open_op, pad, read_header, seal_op
from tests.support.judge.primitives import Z32, Refused, Value, digest, require, subkey
from tests.support.judge.whispers import Whisperer

BATCH_OPS, PULL_IDS = 256, 500


def make_keys() -> Keys:
    """Return fresh keys."""
    return Keys(SigningKey.generate(), secrets.token_bytes(32))


def create_chain(keys: Keys, kind: int) -> Chain:
    """C8."""
    random = secrets.token_bytes(32)
    empty = Chain(digest("attune/space/1", kind, random, keys.sign_pk, keys.kem_pk))
    body = make_body(empty, keys, 0, (keys.sign_pk, keys.kem_pk, 1), None, [kind, random])
    return read_chain(empty.space, [sign_body(body, keys)])


# -- a device in one space


class Device:
    """One device in one space, with everything it holds in memory."""

    def __init__(self, keys: Keys, chain: Chain) -> None:
        self.keys = keys
        self.chain = chain
        self.epochs = open_epochs(chain, keys)
        self.erase_secret = secrets.token_bytes(32)
        self.incarnation, self.counter, self.previous = secrets.token_bytes(16), 0, Z32
        self.ops: dict[bytes, Op] = {}
        """Good ones."""
        self.parked: dict[bytes, bytes] = {}
        """O12: what waits for the chain, for its successor or for a later release; to the op's bytes."""
        self.sealed: dict[bytes, bytes] = {}
        """Every op held, word for word."""
        self.waiting: list[bytes] = []
        self.n, self.r = 0, Z32
        self.socket: ClientConnection | None = None
        self.whispers: list[bytes] = []
        self._parked_records: dict[bytes, bytes] = {}
        self._authors = Authors()
        self._tips: dict[tuple[bytes, bytes], Op] = {}
        self._changed: set[tuple[bytes, bytes]] = set()
        self._listing: Listing | None = None
        self._batch = 0

    @property
    def space(self) -> bytes:
        return self.chain.space

    @property
    def person(self) -> int:
        return self.chain.members[self.keys.device].person

    def meet_at(self, practice: str, person: int, date: str, slot: str = "") -> bytes:
        """I5."""
        return digest("attune/record/1", self.space, practice, person, date, slot)[:16]

    # ops

    def write(self, record: bytes, type_: str, values: dict[str, Value]) -> bytes:
        """Make a set (O11), keep it, leave it in the outbox; returns its op id."""
        names = sorted(values, key=str.encode)
        return self._make(record, SET, names, encode([type_, [[name, values[name]] for name in names]]))

    def withdraw(self, record: bytes, type_: str, names: Iterable[str]) -> bytes:
        """Take fields back (O11)."""
        ordered = sorted(names, key=str.encode)
        return self._make(record, WITHDRAW, ordered, encode([type_, ordered]))

    def _make(self, record: bytes, kind: int, names: list[str], payload: bytes) -> bytes:
        op = self.make_op(record, kind, names, payload)
        op_id = self.previous = read_header(op)[2]
        self.counter += 1
        self._changed.clear()
        self.take(op)
        self.waiting.append(op_id)
        return op_id

    def make_op(self, record: bytes, kind: int, names: list[str], payload: bytes, device: bytes | None = None) -> bytes:
        """Return the op that comes next in this device's chain, or one that says to be another's."""
        base, depth = next_base(self._said(record), self.person, names)
        parents = sorted(self._tips[run].op_id for run in self._changed)[:PARENTS]
        intent, epoch = secrets.token_bytes(16), self.chain.epoch
        tag = erase_tag(self.erase_secret, self.space, intent)
        signed = encode(
            [
                "attune/op/1", self.space, secrets.token_bytes(32), intent, tag, device or self.keys.device, self.incarnation, self.counter,
                self.previous, self.chain.head, parents, record, kind, base, depth, payload,
            ]
        )  # fmt: skip
        signature = self.keys.sign(signed)
        op_id = digest("attune/opid/1", signed, signature)
        return seal_op(self._ops_key(epoch), self.space, epoch, op_id, tag, pad(encode([signed, signature])))

    def _ops_key(self, epoch: int) -> bytes:
        return subkey(self.epochs[epoch], "ops", self.space, epoch)

    def take(self, op: bytes) -> None:
        """Keep an op and judge it; what cannot be opened, verified or understood is parked (O12)."""
        _, epoch, op_id, *_ = read_header(op)
        self.sealed.setdefault(op_id, op)
        try:
            require(epoch in self.epochs, "O12")
            opened = open_op(self.space, self._ops_key(epoch), op)
        except Refused:
            self.parked[op_id] = op
            return
        verdict, good = self._authors.hear(self.chain, opened)
        if verdict != "good":
            self.parked[op_id] = op
            self._parked_records[op_id] = opened.record
        for each in good:
            self._keep(each)

    def _keep(self, op: Op) -> None:
        self.ops[op.op_id] = op
        self.parked.pop(op.op_id, None)
        tip = self._tips.get(op.run)
        if tip is None or tip.counter < op.counter:
            self._tips[op.run] = op
            if op.run != (self.keys.device, self.incarnation):
                self._changed.add(op.run)

    def _said(self, record: bytes) -> list[Said]:
        return [
            Said(op.op_id, self.chain.members_at[op.chain_head][op.device].person, op.intent, tuple(op.base), op.depth, op.kind, op.payload)
            for op in self.ops.values()
            if op.record == record
        ]

    def record(self, record: bytes) -> Record:
        """Section 6."""
        return fold(self._said(record), [op_id for op_id in self.parked if self._parked_records.get(op_id) == record])

    def fields(self, record: bytes) -> dict[tuple[int, str], Value]:
        """The shown value of every field of a record; a withdrawn one is None."""
        return {key: None if shown is WITHDRAWN else shown for key, (shown, _) in self.record(record).fields.items()}

    # the wire

    @asynccontextmanager
    async def online(self, port: int) -> AsyncIterator["Device"]:
        """Connect, prove, open, heal if need be; caught up inside."""
        origin = f"http://127.0.0.1:{port}"
        async with connect(f"ws://127.0.0.1:{port}/sync", subprotocols=["attune.1"], compression=None, max_size=2**21) as socket:
            self.socket = socket
            _, _, nonce = await self._hear(64)
            signature = self.keys.sign(encode(["attune/hello/1", origin, 1, self.space, self.keys.device, nonce]))
            await self._say([1, 1, origin, self.space, self.keys.device, signature])
            frame = await self._hear(65, 66)
            if frame[0] == 65:
                await self._say([2, frame[1], list(self.chain.entries[frame[1] :])])
                frame = await self._hear(66)
            log_id = frame[1]
            await self._say([3, self.n, self.r, len(self.chain.entries)])
            _, equal, n, r = await self._hear(68)
            if self.n == 0:
                self.r = first_r(self.space, log_id)
            if not equal:
                await self._heal(Listing(self.space, log_id, n, r))
            while self.n < n:
                await self._hear(69)
            self._check_own_head()
            await self.flush()
            yield self
        self.socket = None

    async def _heal(self, listing: Listing) -> None:
        """W6."""
        frame = await self._hear(70)
        while not listing.hear(frame[1], frame[2]):
            frame = await self._hear(70)
        self.n, self.r = listing.n, listing.r
        lost, wanted = listing.heal(self.sealed)
        self.waiting = [each for each in self.waiting if each not in lost]
        for start in range(0, len(lost), BATCH_OPS):
            await self.append([self.sealed[each] for each in lost[start : start + BATCH_OPS]], mode=1)
        for start in range(0, len(wanted), PULL_IDS):
            await self._say([5, wanted[start : start + PULL_IDS]])
            last = False
            while not last:
                _, last, ops = await self._hear(71)
                for op in ops:
                    self.take(op)

    def _check_own_head(self) -> None:
        """O5: a copy of this device wrote meanwhile."""
        run = self.keys.device, self.incarnation
        tip = self._tips.get(run)
        if (tip.op_id if tip else Z32) == self.previous:
            return
        if tip:
            self._changed.add(run)  # another chain from now on (O6)
        self.incarnation, self.counter, self.previous = secrets.token_bytes(16), 0, Z32

    async def flush(self) -> None:
        """Send what waits; returns when it is durable on the server."""
        while self.waiting:
            some = self.waiting[:BATCH_OPS]
            await self.append([self.sealed[op_id] for op_id in some], mode=0)
            self.waiting = self.waiting[len(some) :]

    async def append(self, ops: list[bytes], mode: int) -> None:
        """W8, W9: one batch, 0 new or 1 restored; returns when it is durable."""
        self._batch += 1
        await self._say([4, self._batch, mode, ops])
        _, batch, seqs = await self._hear(72)
        assert batch == self._batch
        for op, seq in zip(ops, seqs, strict=True):
            self._advance(read_header(op)[2], seq)

    def _advance(self, op_id: bytes, seq: int) -> None:
        """W7."""
        self.n, self.r = advance(self.n, self.r, seq, op_id)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Listen until something holds."""
        while not condition():
            await self._hear(67, 69, 74)

    async def whisper(self, data: bytes) -> None:
        await self._say([6, data])

    def whisperer(self, session: bytes) -> Whisperer:
        """Section 10, over this connection."""
        epoch = self.chain.epoch
        return Whisperer(subkey(self.epochs[epoch], "whispers", self.space, epoch), self.space, session, self.keys.device)

    async def _say(self, frame: list[Value]) -> None:
        assert self.socket
        await self.socket.send(encode(frame))

    async def _hear(self, *types: int) -> list[Value]:
        """Return the next frame of a type, having taken whatever came before it."""
        assert self.socket
        while True:
            async with asyncio.timeout(10):
                frame = decode(await self.socket.recv())
            if frame[0] == 67:
                self.take_entries(frame[1], frame[2])
            elif frame[0] == 69:
                for i, op in enumerate(frame[2]):
                    op_id = read_header(op)[2]
                    if op_id not in self.sealed:
                        self.take(op)
                    self._advance(op_id, frame[1] + i)
            elif frame[0] == 74:
                self.whispers.append(frame[1])
            elif frame[0] == 78:
                raise AssertionError(f"error {frame[1:]}")
            if frame[0] in types:
                return frame

    def take_entries(self, first: int, entries: list[bytes]) -> None:
        """Section 4: a device never leaves the chain it verified."""
        for n, entry in enumerate(entries, first):
            if n < len(self.chain.entries):
                require(self.chain.entries[n] == entry, "forked")
            else:
                self.chain, _ = read_entry(self.chain, entry)
        self.epochs = open_epochs(self.chain, self.keys)
        for op in list(self.parked.values()):
            self.take(op)


# -- pairing


def read_link(text: str) -> pairing.Link:
    """Return a link, whatever server it is of; raises `Refused`."""
    return pairing.read_link(text, text.partition("/#j/")[0], int(time.time()))


def make_link(origin: str) -> str:
    """Return a fresh link."""
    return pairing.write_link(origin, pairing.Link(1, secrets.token_bytes(16), secrets.token_bytes(32), int(time.time()) + 600))


@dataclass
class Meeting:
    """One side of a pairing over a mailbox (section 9)."""

    port: int
    link: str
    role: int
    name: str
    keys: Keys = field(default_factory=make_keys)
    confirm: Callable[[list[int]], bool] = lambda _pictures: True
    pictures: list[int] = field(default_factory=list)

    async def run(self) -> Device:
        """Pair; returns the device in the new `us`."""
        link = read_link(self.link)
        self._mailbox = pairing.Mailbox(link.rendezvous, link.secret)
        self._messages: list[bytes] = []
        chain = create_chain(self.keys, US) if self.role == 0 else None
        head = chain.head if chain else Z32
        mine = encode([self.keys.sign_pk, self.keys.kem_pk, self.name, 1, head, secrets.token_bytes(32)])
        commit = pairing.commit_of(self.role, link.rendezvous, mine)
        async with connect(f"ws://127.0.0.1:{self.port}/sync", subprotocols=["attune.1"], compression=None) as socket:
            self._socket = socket
            await self._frame(64)
            await socket.send(encode([8, 1, link.rendezvous, 0]))
            await self._frame(76)
            await self._post(pairing.COMMIT, [commit])
            (their_commit,) = await self._heard(pairing.COMMIT)
            if self.role == 0:
                await self._post(pairing.REVEAL, [mine])
            (theirs,) = await self._heard(pairing.REVEAL)
            them = pairing.true_reveal(1 - self.role, link.rendezvous, self._mailbox.heard(self._messages, 1 - self.role))
            assert them
            if self.role == 1:
                await self._post(pairing.REVEAL, [mine])
            by_role = [(commit, mine), (their_commit, theirs)][:: -1 if self.role else 1]
            commits, reveals = zip(*by_role, strict=True)
            compared = pairing.Compared(link.rendezvous, commits, reveals)
            self.pictures = compared.pictures
            assert self.confirm(self.pictures)
            if chain:
                return await self._offer(chain, them, compared.transcript)
            return await self._accept(them, compared.transcript)

    async def _offer(self, chain: Chain, them: pairing.Reveal, transcript: bytes) -> Device:
        """P5."""
        body = make_body(chain, self.keys, 2, (them.sign_pk, them.kem_pk, 2), open_epochs(chain, self.keys)[0], [transcript])
        await self._post(pairing.AGREE, [list(chain.entries), body, self.keys.sign(body)])
        (entry,) = await self._heard(pairing.AGREE)
        assert decode(entry)[0] == body
        chain, verdict = read_entry(chain, entry)
        assert verdict.kind == "effective"
        return Device(self.keys, chain)

    async def _accept(self, them: pairing.Reveal, transcript: bytes) -> Device:
        """P6."""
        chain, entry = pairing.accept(self.keys, them, transcript, await self._heard(pairing.AGREE))
        await self._post(pairing.AGREE, [entry])
        return Device(self.keys, chain)

    async def _post(self, step: int, body: list[Value]) -> None:
        message = self._mailbox.seal(self.role, step, secrets.token_bytes(12), body)
        while True:
            await self._socket.send(encode([9, len(self._messages), message]))
            frame = await self._frame(77, 78)
            if frame[0] == 77:
                self._messages.append(message)
                return
            await self._frame(76)  # somebody was faster: their message comes, then once more

    async def _heard(self, step: int) -> list[Value]:
        while True:
            heard = self._mailbox.heard(self._messages, 1 - self.role)
            assert pairing.END not in heard, "they ended it"
            if step in heard:
                return heard[step]
            await self._frame(76)

    async def _frame(self, *types: int) -> list[Value]:
        while True:
            async with asyncio.timeout(15):
                frame = decode(await self._socket.recv())
            if frame[0] == 76:
                self._messages = self._messages[: frame[1]] + frame[2]
            if frame[0] in types:
                return frame


__all__ = ["Device", "Keys", "Meeting", "Whisperer", "create_chain", "make_keys", "make_link", "read_link"]
