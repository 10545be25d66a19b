"""Frames, one struct each (protocol section 7). The struct is the grammar: order, types, sizes.

`decode_client` reads what a device sends, `decode_server` what the server sends; `encode` of `sync.codec` writes both.
"""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from sync import limits
from sync.codec import MAX_INT, decode_as

Uint = Annotated[int, Meta(ge=0, le=MAX_INT)]
Id16 = Annotated[bytes, Meta(min_length=16, max_length=16)]
Id32 = Annotated[bytes, Meta(min_length=32, max_length=32)]
Sig64 = Annotated[bytes, Meta(min_length=64, max_length=64)]
Entry = bytes
Op = bytes

SUBPROTOCOL = "attune.1"
VERSION = 1


class Frame(Struct, array_like=True, forbid_unknown_fields=True):
    """One binary WebSocket message."""


class Hello(Frame, tag=1):
    """`[1, version, origin, space, device, signature]`."""

    version: Uint
    origin: Annotated[str, Meta(max_length=limits.ORIGIN_CHARS)]
    space: Id32
    device: Id32
    signature: Sig64


class ChainFrame(Frame, tag=2):
    """`[2, first_n, [entry…]]`."""

    first_n: Uint
    entries: Annotated[list[Entry], Meta(min_length=0, max_length=limits.CHAIN_ENTRIES)]


class Open(Frame, tag=3):
    """`[3, n, Rn, chain_n]`."""

    n: Uint
    r: Id32
    chain_n: Uint


class Append(Frame, tag=4):
    """`[4, batch, mode, [op…]]`; mode 0 new, 1 restore."""

    batch: Uint
    mode: Annotated[int, Meta(ge=0, le=1)]
    ops: Annotated[list[Op], Meta(min_length=1)]


class Pull(Frame, tag=5):
    """`[5, [op_id…]]`."""

    op_ids: Annotated[list[Id32], Meta(min_length=1, max_length=limits.PULL_IDS)]


class Whisper(Frame, tag=6):
    """`[6, bytes]`."""

    data: Annotated[bytes, Meta(max_length=limits.WHISPER_BYTES)]


class Ping(Frame, tag=7):
    """`[7, token]`."""

    token: Uint


class Meet(Frame, tag=8):
    """`[8, version, rendezvous, from]`."""

    version: Uint
    rendezvous: Id16
    start: Uint


class Post(Frame, tag=9):
    """`[9, index, message]`."""

    index: Uint
    message: Annotated[bytes, Meta(max_length=limits.MAILBOX_MESSAGE_BYTES)]


class WantPass(Frame, tag=10):
    """`[10]`."""


class Challenge(Frame, tag=64):
    """`[64, version, nonce]`."""

    version: Uint
    nonce: Id32


class NeedChain(Frame, tag=65):
    """`[65, chain_n]`."""

    chain_n: Uint


class Welcome(Frame, tag=66):
    """`[66, log_id, n, Rn, chain_n, head]`."""

    log_id: Id16
    n: Uint
    r: Id32
    chain_n: Uint
    head: Id32


class Entries(Frame, tag=67):
    """`[67, first_n, [entry…]]`."""

    first_n: Uint
    entries: list[Entry]


class Opened(Frame, tag=68):
    """`[68, equal, n, Rn]`."""

    equal: bool
    n: Uint
    r: Id32


class Ops(Frame, tag=69):
    """`[69, first_seq, [op…]]`."""

    first_seq: Uint
    ops: list[Op]


class Listed(Frame, tag=70):
    """`[70, first_seq, [op_id…]]`."""

    first_seq: Uint
    op_ids: list[Id32]


class Pulled(Frame, tag=71):
    """`[71, last, [op…]]`."""

    last: bool
    ops: list[Op]


class Ack(Frame, tag=72):
    """`[72, batch, [seq…]]`."""

    batch: Uint
    seqs: list[Uint]


class ChainAck(Frame, tag=73):
    """`[73, chain_n, head]`."""

    chain_n: Uint
    head: Id32


class Whispered(Frame, tag=74):
    """`[74, bytes]`."""

    data: bytes


class Pong(Frame, tag=75):
    """`[75, token]`."""

    token: Uint


class Mailbox(Frame, tag=76):
    """`[76, first_index, [message…], expires_in_s]`."""

    first_index: Uint
    messages: list[bytes]
    expires_in_s: Uint


class Posted(Frame, tag=77):
    """`[77, index]`."""

    index: Uint


class Error(Frame, tag=78):
    """`[78, code, about, index, retry_after_ms]`."""

    code: Uint
    about: Uint = 0
    index: Uint = 0
    retry_after_ms: Uint = 0


class PassFrame(Frame, tag=79):
    """`[79, pass, expires_in_s]`."""

    data: Annotated[bytes, Meta(min_length=1, max_length=limits.PASS_BYTES)]
    expires_in_s: Uint


ClientFrame = Hello | ChainFrame | Open | Append | Pull | Whisper | Ping | Meet | Post | WantPass
ServerFrame = (
    Challenge | NeedChain | Welcome | Entries | Opened | Ops | Listed | Pulled | Ack
    | ChainAck | Whispered | Pong | Mailbox | Posted | Error | PassFrame
)  # fmt: skip

_client: msgspec.msgpack.Decoder[ClientFrame] = msgspec.msgpack.Decoder(ClientFrame)
_server: msgspec.msgpack.Decoder[ServerFrame] = msgspec.msgpack.Decoder(ServerFrame)


class OpHeader(Struct, array_like=True, forbid_unknown_fields=True):
    """An op as the server sees it: `[1, epoch, op_id, erase_tag, sealed]` (section 5)."""

    version: Uint
    epoch: Uint
    op_id: Id32
    erase_tag: Id32
    sealed: Annotated[bytes, Meta(min_length=512 + 16)]


_op = msgspec.msgpack.Decoder(OpHeader)


def decode_client(data: bytes) -> ClientFrame:
    """Read a frame of a device; raises `Malformed`."""
    return decode_as(_client, data)


def decode_server(data: bytes) -> ServerFrame:
    """Read a frame of the server; raises `Malformed`."""
    return decode_as(_server, data)


def read_op(data: bytes) -> OpHeader:
    """Read the clear header of an op; raises `Malformed`. Ops of a newer version are kept and relayed like others."""
    return decode_as(_op, data)
