"""Section 5: ops, made, sealed, opened and judged."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import decode, encode
from tests.support.judge.chain import Chain
from tests.support.judge.primitives import (
    Z32,
    Value,
    ascends,
    derive,
    digest,
    is_bytes,
    is_ids,
    is_list,
    is_signed,
    is_uint,
    refusing,
    require,
)  # fmt: skip

SET, WITHDRAW = 1, 3
FIRST_SKIPPABLE = 128
PARENTS, BASE = 32, 64
#: What a withdrawn field holds (F2); nil is a value like others.
WITHDRAWN = object()


@dataclass(frozen=True)
class Op:
    """An op that opened; its signature is judged apart (O4)."""

    op_id: bytes
    signed: bytes
    signature: bytes
    intent: bytes
    device: bytes
    incarnation: bytes
    counter: int
    own_previous: bytes
    chain_head: bytes
    parents: list[bytes]
    record: bytes
    kind: int
    base: list[bytes]
    depth: int
    payload: bytes

    @property
    def run(self) -> tuple[bytes, bytes]:
        """O4: the hash chain it belongs to."""
        return self.device, self.incarnation


@dataclass(frozen=True)
class Payload:
    """O11: what a set or a withdraw says; a withdrawn field has WITHDRAWN."""

    type: str
    values: dict[str, Value]


def padme(length: int) -> int:
    """O2."""
    exponent = length.bit_length() - 1
    unit = 1 << (exponent - exponent.bit_length())
    return max(512, (length + unit - 1) // unit * unit)


def pad(message: bytes) -> bytes:
    """O2."""
    return (message + b"\x80").ljust(padme(len(message) + 1), b"\0")


def unpad(padded: bytes) -> bytes:
    """O2."""
    message = padded.rstrip(b"\0")
    require(message.endswith(b"\x80") and padme(len(message)) == len(padded), "O2")
    return message[:-1]


def erase_tag(secret: bytes, space: bytes, intent: bytes) -> bytes:
    """O9."""
    return hashlib.sha256(derive(secret, "attune/erase/1", space, intent)).digest()


def _aad(space: bytes, epoch: int, op_id: bytes, tag: bytes) -> bytes:
    return encode(["attune/header/1", 1, space, epoch, op_id, tag])


def _nonce(op_id: bytes) -> bytes:
    return digest("attune/nonce/1", op_id)[:12]


def seal_op(ops_key: bytes, space: bytes, epoch: int, op_id: bytes, tag: bytes, plain: bytes) -> bytes:
    """Return the op as it travels."""
    return encode([1, epoch, op_id, tag, AESGCM(ops_key).encrypt(_nonce(op_id), plain, _aad(space, epoch, op_id, tag))])


def read_header(op: bytes) -> list[Any]:
    """Return version, epoch, op id, erase tag and sealed bytes; raises `Refused` with E2 or O1."""
    with refusing("E2"):
        parts = decode(op)
    require(is_list(parts, 5) and all(map(is_uint, parts[:2])) and is_ids(parts[2:4]) and is_bytes(parts[4]), "O1")
    return parts


def open_op(space: bytes, ops_key: bytes, op: bytes) -> Op:
    """Open an op and judge all but its signature and payload.

    Raises:
        Refused: O1, O2, O4, O6, O8; O12: of a later version.
    """
    version, epoch, op_id, tag, sealed = read_header(op)
    require(version == 1, "O12")
    with refusing("O1"):
        plain = AESGCM(ops_key).decrypt(_nonce(op_id), sealed, _aad(space, epoch, op_id, tag))
    message = unpad(plain)
    with refusing("O1"):
        outer = decode(message)
        require(is_list(outer, 2) and is_bytes(outer[0]) and is_bytes(outer[1], 64), "O1")
        signed, signature = outer
        parts = decode(signed)
    require(digest("attune/opid/1", signed, signature) == op_id, "O1")
    require(is_list(parts, 16) and parts[0] == "attune/op/1", "O1")
    _, of, seed, intent, signed_tag, device, incarnation, counter, previous, head, parents, record, kind, base, depth, payload = parts
    require(all(is_bytes(each, 32) for each in (of, seed, signed_tag, device, previous, head)), "O1")
    require(all(is_bytes(each, 16) for each in (intent, incarnation, record)) and is_bytes(payload), "O1")
    require(all(is_uint(each) for each in (counter, kind, depth)) and is_ids(parents) and is_ids(base), "O1")
    require((of, signed_tag) == (space, tag), "O1")
    require((counter == 0) == (previous == Z32), "O4")
    require(len(parents) <= PARENTS and ascends(parents), "O6")
    require(len(base) <= BASE and ascends(base) and depth >= 1, "O8")
    return Op(op_id, signed, signature, intent, device, incarnation, counter, previous, head, parents, record, kind, base, depth, payload)


def read_payload(kind: int, payload: bytes) -> Payload | None:
    """Return what it says, None when of an unknown kind (O10); raises `Refused("O11")`."""
    if kind not in (SET, WITHDRAW):
        return None
    with refusing("O11"):
        parts = decode(payload)
    require(is_list(parts, 2) and isinstance(parts[0], str) and is_list(parts[1]) and parts[1], "O11")
    type_, fields = parts
    require(kind == WITHDRAW or all(is_list(each, 2) for each in fields), "O11")
    pairs = [(field, WITHDRAWN) if kind == WITHDRAW else (field[0], field[1]) for field in fields]
    require(all(isinstance(name, str) for name, _ in pairs), "O11")
    require(ascends([name.encode() for name, _ in pairs]), "O11")
    return Payload(type_, dict(pairs))


class Authors:
    """O4, O7: which of the ops heard so far are good. A function of the set: the order in which they come changes nothing."""

    def __init__(self) -> None:
        self._named: set[tuple[bytes, bytes, int, bytes]] = set()
        """(device, incarnation, counter, op id) that good ops name as their predecessors."""
        self._refused: dict[bytes, Op] = {}

    def hear(self, chain: Chain, op: Op) -> tuple[str, list[Op]]:
        """Return "good", "parked" (its head is not known yet) or "bad", and all ops that are good from now on."""
        members = chain.members_at.get(op.chain_head)
        if members is None:
            return "parked", []
        member = members.get(op.device)
        if member is None:
            return "bad", []
        if (*op.run, op.counter, op.op_id) not in self._named and not is_signed(member.sign_pk, op.signed, op.signature):
            self._refused[op.op_id] = op
            return "bad", []
        good = [op]
        for each in good:
            before = (*op.run, each.counter - 1, each.own_previous)
            self._named.add(before)
            refused = self._refused.get(each.own_previous)
            if refused and (*refused.run, refused.counter, refused.op_id) == before:
                good.append(self._refused.pop(refused.op_id))
        return "good", good


def good_ops(chain: Chain, ops: Iterable[Op]) -> set[bytes]:
    """O4: the ids of those of a set that are good."""
    authors = Authors()
    return {good.op_id for op in ops for good in authors.hear(chain, op)[1]}
