"""What can go wrong between a device and the server.

    ProtocolError           a peer's fault: a code and a fixed sentence, never a quote of what it sent
    ├── Malformed           not a frame, an op or an entry of the protocol page
    └── ChainInvalid        an entry that breaks a rule of section 4; `rule` is its id

Expected outcomes (a duplicate, a lost race, a full space) are values: the codes of `Code`.
"""

import enum


class Code(enum.IntEnum):
    """Codes of the `error` frame (W14), which is also what a refused request for a chunk is answered with (B9)."""

    MALFORMED = 1
    UNEXPECTED = 2
    VERSION = 3
    ORIGIN = 4
    BAD_SIGNATURE = 5
    NOT_MEMBER = 6
    CHAIN_INVALID = 7
    CHAIN_CONFLICT = 8
    STALE_EPOCH = 9
    TOO_LARGE = 10
    OP_INVALID = 11
    SPACE_FULL = 12
    RATE_LIMITED = 13
    TOO_MANY_SPACES = 14
    TOO_MANY_CONNECTIONS = 15
    CHAIN_FULL = 16
    MAILBOX_FULL = 17
    MAILBOX_CONFLICT = 19
    UNAVAILABLE = 20
    PASS_INVALID = 21
    NO_BLOB = 22
    BLOB_INVALID = 23
    NOT_YOURS = 24


class Close(enum.IntEnum):
    """WebSocket close codes (W14)."""

    DONE = 1000
    STOPPING = 1001
    TOO_BIG = 1009
    FAULT = 1011
    SLOW_READER = 4008
    MALFORMED = 4400
    BAD_SIGNATURE = 4401
    FORBIDDEN = 4403
    SILENT = 4408
    VERSION = 4426
    TOO_MANY = 4429


#: Codes that end the connection, and with which close code.
CLOSES: dict[Code, Close] = {
    Code.MALFORMED: Close.MALFORMED,
    Code.UNEXPECTED: Close.MALFORMED,
    Code.VERSION: Close.VERSION,
    Code.ORIGIN: Close.FORBIDDEN,
    Code.BAD_SIGNATURE: Close.BAD_SIGNATURE,
    Code.NOT_MEMBER: Close.FORBIDDEN,
    Code.TOO_MANY_SPACES: Close.TOO_MANY,
    Code.TOO_MANY_CONNECTIONS: Close.TOO_MANY,
}


class ProtocolError(Exception):
    """A peer sent something the protocol page does not allow."""

    code = Code.MALFORMED


class Malformed(ProtocolError):
    """The bytes are not the one form of anything on the protocol page."""

    code = Code.MALFORMED


class ChainInvalid(ProtocolError):
    """A chain entry breaks a rule."""

    code = Code.CHAIN_INVALID

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule
