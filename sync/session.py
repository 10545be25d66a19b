"""One connection as a transition table (protocol section 7). Rule 1: everything that decides what a frame means lives in this file.

Sans-I/O: a frame in, effects out; no clock, no randomness, no store. `space` is what the server knows of the space a `hello` names; the
relay looks it up before, and carries out the effects in order.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass

from sync import limits
from sync.chain import Chain, append
from sync.codec import encode
from sync.errors import CLOSES, ChainInvalid, Close, Code, Malformed
from sync.frames import (
    VERSION,
    Append,
    ChainFrame,
    Challenge,
    ClientFrame,
    Error,
    Frame,
    Hello,
    Meet,
    NeedChain,
    Open,
    Ping,
    Pong,
    Post,
    Pull,
    WantPass,
    Whisper,
    decode_client,
    read_op,
)  # fmt: skip
from sync.hello import hello_bytes
from sync.signatures import is_signed


class State(enum.Enum):
    """Where a connection stands."""

    GREETING = "greeting"
    PROVING = "proving"
    WELCOMED = "welcomed"
    OPEN = "open"
    MEETING = "meeting"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Send:
    """Send one frame."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class End:
    """Close the connection."""

    code: Close


@dataclass(frozen=True, slots=True)
class StoreEntries:
    """Append checked entries by compare-and-swap on `first_n`; then call `Session.stored`."""

    first_n: int
    entries: list[bytes]
    chain: Chain


@dataclass(frozen=True, slots=True)
class Join:
    """The device is in: enter the room and send `welcome`."""


@dataclass(frozen=True, slots=True)
class Start:
    """`open`: send newer entries, `opened`, then the tail or the list."""

    n: int
    r: bytes
    chain_n: int


@dataclass(frozen=True, slots=True)
class AppendOps:
    """Store a batch, all or none; `ops` are (op id, bytes)."""

    batch: int
    ops: list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class PullOps:
    """Answer a pull."""

    op_ids: list[bytes]


@dataclass(frozen=True, slots=True)
class PassOn:
    """Hand a whisper to the others."""

    data: bytes


@dataclass(frozen=True, slots=True)
class IssuePass:
    """Answer with a pass for the chunks of the space (B3)."""


@dataclass(frozen=True, slots=True)
class EnterMailbox:
    """Send what is there from `start`, then what comes."""

    rendezvous: bytes
    start: int


@dataclass(frozen=True, slots=True)
class PostMessage:
    """Append a message to the mailbox."""

    index: int
    message: bytes


Effect = (
    Send | End | StoreEntries | Join | Start | AppendOps | PullOps | PassOn | IssuePass | EnterMailbox | PostMessage
)  # fmt: skip


class Session:
    """The protocol state of one connection."""

    __slots__ = ("_allowed_origins", "_hello", "_nonce", "_peer_origin", "device", "space", "state")

    def __init__(self, nonce: bytes, allowed_origins: Callable[[str], bool], peer_origin: str | None) -> None:
        self._nonce = nonce
        self._allowed_origins = allowed_origins
        self._peer_origin = peer_origin
        self._hello: Hello | None = None
        self.state = State.GREETING
        self.space: bytes | None = None
        self.device: bytes | None = None

    def begin(self) -> list[Effect]:
        """W1: the server speaks first."""
        return [Send(Challenge(VERSION, self._nonce))]

    def read(self, data: bytes) -> ClientFrame | None:
        """Return the frame, None when it is none."""
        try:
            return decode_client(data)
        except Malformed:
            return None

    def receive(self, frame: ClientFrame | None, chain: Chain | None) -> list[Effect]:
        """Take one frame. `chain` is the space's chain: of the space `hello` names, later of the space joined; None when unknown."""
        if frame is None:
            return self.refuse(Code.MALFORMED)
        handler = _TABLE.get((self.state, type(frame)))
        if handler is None:
            return self.refuse(Code.UNEXPECTED)
        return handler(self, frame, chain)

    def refuse(self, code: Code, about: int = 0, index: int = 0, retry_after_ms: int = 0) -> list[Effect]:
        """Return the error and, for those that end the connection, its end."""
        effects: list[Effect] = [Send(Error(code, about, index, retry_after_ms))]
        if code in CLOSES:
            self.state = State.ENDED
            effects.append(End(CLOSES[code]))
        return effects

    def stored(self, chain: Chain) -> list[Effect]:
        """The entries of `StoreEntries` are durable; go on with the hello that waited for them (W3)."""
        if self.state is State.PROVING:
            return self._prove(chain)
        return []

    def _ping(self, frame: Ping, _chain: Chain | None) -> list[Effect]:
        return [Send(Pong(frame.token))]

    def _on_hello(self, frame: Hello, chain: Chain | None) -> list[Effect]:
        if frame.version != VERSION:
            return self.refuse(Code.VERSION)
        if not self._allowed_origins(frame.origin) or self._peer_origin not in (None, frame.origin):
            return self.refuse(Code.ORIGIN)
        self._hello = frame
        self.space = frame.space
        if chain is None or frame.device not in chain.members:
            self.state = State.PROVING
            return [Send(NeedChain(chain.n if chain else 0))]
        return self._prove(chain)

    def _prove(self, chain: Chain) -> list[Effect]:
        hello = self._hello
        if hello is None:
            return self.refuse(Code.UNEXPECTED)
        member = chain.members.get(hello.device)
        if member is None:
            return self.refuse(Code.NOT_MEMBER)
        signed = hello_bytes(hello.origin, hello.space, hello.device, self._nonce)
        if not is_signed(member.sign_pk, signed, hello.signature):
            return self.refuse(Code.BAD_SIGNATURE)
        self.device = hello.device
        self._hello = None
        self.state = State.WELCOMED
        return [Join()]

    def _on_chain(self, frame: ChainFrame, chain: Chain | None) -> list[Effect]:
        known = chain or Chain(self.space or b"")
        is_proving = self.state is State.PROVING
        if is_proving and self._hello is not None and self._hello.device in known.members:
            return self._prove(known)  # the other phone was faster with the same entries
        if not frame.entries:
            return self.refuse(Code.NOT_MEMBER) if is_proving else []
        if frame.first_n != known.n:
            # While proving there is nothing to look at again: the device is told what is there and may answer once more.
            return [Send(NeedChain(known.n))] if is_proving else self.refuse(Code.CHAIN_CONFLICT, 0, frame.first_n)
        if known.n + len(frame.entries) > limits.CHAIN_ENTRIES:
            return self.refuse(Code.CHAIN_FULL)
        following = known
        for index, entry in enumerate(frame.entries):
            if len(entry) > limits.ENTRY_BYTES:
                return self.refuse(Code.TOO_LARGE, 0, index)
            try:
                following = append(following, entry)
            except ChainInvalid:
                return self.refuse(Code.CHAIN_INVALID, 0, index)
        if following.size > limits.CHAIN_BYTES:
            return self.refuse(Code.CHAIN_FULL)
        return [StoreEntries(known.n, frame.entries, following)]

    def _on_open(self, frame: Open, _chain: Chain | None) -> list[Effect]:
        self.state = State.OPEN
        return [Start(frame.n, frame.r, frame.chain_n)]

    def _on_append(self, frame: Append, chain: Chain | None) -> list[Effect]:
        epoch = chain.epoch if chain else 0
        if len(frame.ops) > limits.APPEND_OPS:
            return self.refuse(Code.TOO_LARGE, frame.batch, limits.APPEND_OPS)
        total = 0
        ops: list[tuple[bytes, bytes]] = []
        for index, data in enumerate(frame.ops):
            total += len(data)
            if len(data) > limits.OP_BYTES or total > limits.APPEND_BYTES:
                return self.refuse(Code.TOO_LARGE, frame.batch, index)
            try:
                op = read_op(data)
            except Malformed:
                return self.refuse(Code.OP_INVALID, frame.batch, index)
            if op.epoch > epoch:
                return self.refuse(Code.OP_INVALID, frame.batch, index)
            if frame.mode == 0 and op.epoch != epoch:
                return self.refuse(Code.STALE_EPOCH, frame.batch, index)
            ops.append((op.op_id, data))
        return [AppendOps(frame.batch, ops)]

    def _on_pull(self, frame: Pull, _chain: Chain | None) -> list[Effect]:
        return [PullOps(frame.op_ids)]

    def _on_whisper(self, frame: Whisper, _chain: Chain | None) -> list[Effect]:
        return [PassOn(frame.data)]

    def _on_want_pass(self, _frame: WantPass, _chain: Chain | None) -> list[Effect]:
        return [IssuePass()]

    def _on_meet(self, frame: Meet, _chain: Chain | None) -> list[Effect]:
        if frame.version != VERSION:
            return self.refuse(Code.VERSION)
        self.state = State.MEETING
        return [EnterMailbox(frame.rendezvous, frame.start)]

    def _on_post(self, frame: Post, _chain: Chain | None) -> list[Effect]:
        return [PostMessage(frame.index, frame.message)]


#: Every pair not listed here is `unexpected`.
_TABLE: dict[tuple[State, type], Callable[..., list[Effect]]] = {
    (State.GREETING, Hello): Session._on_hello,
    (State.GREETING, Meet): Session._on_meet,
    (State.GREETING, Ping): Session._ping,
    (State.PROVING, ChainFrame): Session._on_chain,
    (State.PROVING, Ping): Session._ping,
    (State.WELCOMED, Open): Session._on_open,
    (State.WELCOMED, Ping): Session._ping,
    (State.OPEN, Append): Session._on_append,
    (State.OPEN, Pull): Session._on_pull,
    (State.OPEN, ChainFrame): Session._on_chain,
    (State.OPEN, Whisper): Session._on_whisper,
    (State.OPEN, WantPass): Session._on_want_pass,
    (State.OPEN, Ping): Session._ping,
    (State.MEETING, Post): Session._on_post,
    (State.MEETING, Ping): Session._ping,
}


def encode_frame(frame: Frame) -> bytes:
    """Return a frame's bytes."""
    return encode(frame)
