"""What a device must refuse, and why, as sections 2 to 6 and 9 of docs/protocol.md say it. For tests; nothing of `sync/` is used."""

import base64
import binascii
import hashlib
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.bindings import crypto_core_ed25519_is_valid_point
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from tests.support.codec import decode, encode
from tests.support.reference import Z32, Refused, derive, digest, padme

KNOWN_TYPES = {0: "C8", 1: "C9", 2: "C10"}
ENTRY_BYTES, DEVICES = 32 * 1024, 16
SIGNED_PARTS = 16


def require(condition: object, rule: str) -> None:
    """Raise `Refused(rule)` unless it holds."""
    if not condition:
        raise Refused(rule)


def is_bytes(value: object, length: int | None = None) -> bool:
    return isinstance(value, bytes) and length in (None, len(value))


def is_uint(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def is_ids(value: object) -> bool:
    return isinstance(value, list) and all(is_bytes(each, 32) for each in value)


def ascends(ids: Sequence[bytes]) -> bool:
    return all(a < b for a, b in itertools.pairwise(ids))


def is_signed(key: bytes, message: bytes, signature: object) -> bool:
    """K1, of a key that was found valid."""
    try:
        VerifyKey(key).verify(message, signature)  # type: ignore[arg-type]
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


# -- section 4: the chain


@dataclass(frozen=True)
class State:
    """A chain as far as read: `members` is device -> (sign_pk, person), in force; `listed` every device ever added."""

    space: bytes
    kind: int = -1
    entries: tuple[bytes, ...] = ()
    members: tuple[tuple[bytes, tuple[bytes, int]], ...] = ()
    listed: frozenset[bytes] = frozenset()


def read_entry(state: State, entry: bytes) -> tuple[State, str, str | None]:
    """Return the chain after it, "effective", "void" or "kept", and the rule that made it void.

    Raises:
        Refused: C1, C2, C3: it is not an entry of this chain.
    """
    try:
        require(len(entry) <= ENTRY_BYTES, "C1")
        outer = decode(entry)
        require(isinstance(outer, list) and len(outer) == 2 and is_bytes(outer[0]) and isinstance(outer[1], list), "C1")
        require(
            all(isinstance(each, list) and len(each) == 2 and is_bytes(each[0], 32) and is_bytes(each[1], 64) for each in outer[1]), "C1"
        )
        body = decode(outer[0])
    except ValueError as error:
        raise Refused("C1") from error
    require(isinstance(body, list) and len(body) >= 6 and body[0] == "attune/chain/1", "C1")
    _, space, n, prev, actor, type_ = body[:6]
    require(is_bytes(space, 32) and is_uint(n) and is_bytes(prev, 32) and is_bytes(actor, 32) and is_uint(type_), "C1")
    require(type_ not in KNOWN_TYPES or len(body) == 12, "C1")
    require(space == state.space, "C2")
    last = digest("attune/entry/1", state.entries[-1]) if state.entries else Z32
    require(n == len(state.entries) and prev == last, "C3")
    following = replace(state, entries=(*state.entries, entry))
    try:
        effect = _judge(state, body, outer[0], outer[1])
    except Refused as refused:
        return following, "void", refused.rule
    if effect is None:
        return following, "kept", None
    return replace(effect, entries=following.entries), "effective", None


def _judge(state: State, body: list[Any], signed: bytes, signatures: list[list[bytes]]) -> State | None:
    _, space, n, _, actor, type_ = body[:6]
    members = dict(state.members)
    adds = body[7] if type_ in KNOWN_TYPES and isinstance(body[7], list) else []
    added = _added(adds) if type_ in KNOWN_TYPES else []
    keys = {device: add[0] for device, add in zip(added, adds, strict=True)}
    require(actor in members if n else actor in keys, "C4")
    actor_key = members[actor][0] if actor in members else keys[actor]
    require(signatures and signatures[0][0] == actor and is_signed(actor_key, signed, signatures[0][1]), "C5")
    if type_ not in KNOWN_TYPES:
        return None
    devices, _, wraps, kcv, previous, extra = body[6:]
    require(is_ids(devices) and ascends(devices) and len(devices) <= DEVICES, "C6")
    for device, add in zip(added, adds, strict=True):
        sign_pk, kem_pk, person, role = add
        require(crypto_core_ed25519_is_valid_point(sign_pk) and len(kem_pk) == 1216 and role == 0 and is_uint(person), "C7")
        require(device not in state.listed, "C7")
    require(set(devices) == members.keys() | set(added), "C6")
    require((n == 0) == (type_ == 0), "C8")
    require(len(adds) == 1 and isinstance(extra, list), KNOWN_TYPES[type_])
    sign_pk, kem_pk, person, _ = adds[0]
    kind = state.kind
    if type_ == 0:
        require(person == 1 and len(extra) == 2 and extra[0] in (0, 1) and is_bytes(extra[1], 32), "C8")
        require(digest("attune/space/1", extra[0], extra[1], sign_pk, kem_pk) == space, "C8")
        kind = extra[0]
    elif type_ == 1:
        require(person == members[actor][1] and extra == [], "C9")
    else:
        require(kind == 1 and person == 2 and len(extra) == 1 and is_bytes(extra[0], 32), "C10")
        require(all(other != 2 for _, other in members.values()), "C10")
    require([w[0] for w in wraps] == devices and all(len(w) == 2 and is_bytes(w[1], 1168) for w in wraps), "C11")
    require(is_bytes(previous, 48 if n else 0) and is_bytes(kcv, 32), "C12")
    if type_ == 0:
        require(len(signatures) == 1, "C13")
    else:
        require(len(signatures) == 2 and signatures[1][0] == added[0] and is_signed(sign_pk, signed, signatures[1][1]), "C13")
    members[added[0]] = (sign_pk, person)
    return replace(state, kind=kind, members=tuple(members.items()), listed=state.listed | set(added))


def _added(adds: list[Any]) -> list[bytes]:
    for add in adds:
        require(isinstance(add, list) and len(add) == 4 and is_bytes(add[0], 32) and is_bytes(add[1]), "C7")
    return [digest("attune/device/1", sign_pk, kem_pk) for sign_pk, kem_pk, *_ in adds]


# -- section 5: ops


@dataclass(frozen=True)
class Opened:
    """An op that opened, all but its signature judged."""

    op_id: bytes
    signed: bytes
    signature: bytes
    parts: tuple[Any, ...]


def open_op(space: bytes, epoch_key: bytes, op: bytes) -> Opened:
    """Open an op of epoch 0; raises `Refused` with O1, O2, O4, O6 or O8."""
    _, epoch, op_id, tag, sealed = decode(op)
    key = AESGCM(derive(epoch_key, "attune/subkey/1", "ops", space, epoch))
    try:
        plain = key.decrypt(digest("attune/nonce/1", op_id)[:12], sealed, encode(["attune/header/1", 1, space, epoch, op_id, tag]))
    except InvalidTag as error:
        raise Refused("O1") from error
    message = plain.rstrip(b"\0")
    require(message.endswith(b"\x80") and padme(len(message)) == len(plain), "O2")
    signed, signature = decode(message[:-1])
    require(digest("attune/opid/1", signed, signature) == op_id, "O1")
    label, *parts = decode(signed)
    require(label == "attune/op/1" and len(parts) == SIGNED_PARTS - 1, "O1")
    require((parts[0], parts[3]) == (space, tag), "O1")
    _, _, _, _, _, _, counter, previous, _, parents, _, _, base, depth, _ = parts
    require((counter == 0) == (previous == Z32), "O4")
    require(is_ids(parents) and ascends(parents) and len(parents) <= 32, "O6")
    require(is_ids(base) and ascends(base) and len(base) <= 64 and depth >= 1, "O8")
    return Opened(op_id, signed, signature, tuple(parts))


def read_payload(kind: int, payload: bytes) -> tuple[str, list[Any]] | None:
    """O10, O11: None when of an unknown kind."""
    if kind not in (1, 3):
        return None
    type_, fields = decode(payload)
    require(isinstance(type_, str) and isinstance(fields, list) and fields, "O11")
    names = [field[0] if kind == 1 else field for field in fields]
    require(ascends([name.encode() for name in names]), "O11")
    return type_, fields


def good_ops(ops: Iterable[Opened], sign_pk: bytes) -> set[bytes]:
    """O4: those whose signature verifies, and whatever a good op of their chain names as its predecessor."""
    by_id = {op.op_id: op for op in ops}
    open_ends = [op for op in by_id.values() if is_signed(sign_pk, op.signed, op.signature)]
    good: set[bytes] = set()
    while open_ends:
        op = open_ends.pop()
        good.add(op.op_id)
        before = by_id.get(op.parts[7])
        same_chain = before and before.parts[4:6] == op.parts[4:6] and before.parts[6] == op.parts[6] - 1
        if before and same_chain and before.op_id not in good:
            open_ends.append(before)
    return good


# -- section 6: the fold


@dataclass(frozen=True)
class Entry:
    """An op as the fold sees it."""

    op_id: bytes
    person: int
    intent: bytes
    base: tuple[bytes, ...]
    depth: int
    values: tuple[tuple[str, Any], ...]
    """A withdrawn field has None."""


def fold(ops: Iterable[Entry]) -> dict[tuple[int, str], tuple[Any, list[Any]]]:
    """F1-F5: field -> (shown, also written)."""
    fields: defaultdict[tuple[int, str], dict[bytes, Entry]] = defaultdict(dict)
    for op in ops:
        for name, _ in op.values:
            fields[op.person, name][op.op_id] = op
    shown: dict[tuple[int, str], tuple[Any, list[Any]]] = {}
    for (person, name), rivals in fields.items():
        groups: defaultdict[bytes, list[Entry]] = defaultdict(list)
        for op in rivals.values():
            groups[op.intent].append(op)
        named = {each for op in rivals.values() for each in op.base}
        left = [sorted(group, key=lambda op: op.op_id) for group in groups.values() if not named & {op.op_id for op in group}]
        left.sort(key=lambda group: (group[0].depth, group[0].op_id), reverse=True)
        contents: list[Any] = []
        for group in left:
            for op in group:
                value = dict(op.values)[name]
                if op is group[0] or value != dict(group[0].values)[name]:
                    contents.append(value)
        shown[person, name] = (contents[0], contents[1:])
    return shown


# -- section 9: pairing


def read_link(text: str, origin: str, now_s: int) -> str:
    """Return "ok" or the first fault, in the page's order."""
    found = re.search(r"(https?://[^\s#<>]+?)/?#j/([A-Za-z0-9_-]+)", text)
    if not found:
        return "wrong"
    try:
        parts = decode(base64.urlsafe_b64decode(found[2] + "=" * (-len(found[2]) % 4)))
    except (ValueError, binascii.Error):
        return "tampered"
    if isinstance(parts, list) and parts and is_uint(parts[0]) and parts[0] > 1:
        return "version"
    if not (isinstance(parts, list) and len(parts) == 6 and parts[0] == 1):
        return "tampered"
    if digest("attune/link/1", *parts[1:5])[:4] != parts[5]:
        return "tampered"
    if found[1] != origin:
        return "other-server"
    return "expired" if now_s >= parts[4] else "ok"


def hear_inviter(rendezvous: bytes, secret: bytes, messages: Iterable[bytes]) -> str:
    """P1-P3: where a joiner stands after these messages: "meeting", "compare" or "tampered"."""
    key = AESGCM(derive(secret, "attune/pair-seal/1", rendezvous))
    heard: dict[int, bytes] = {}
    for message in messages:
        role, step, nonce, sealed = decode(message)
        try:
            (body,) = decode(key.decrypt(nonce, sealed, encode(["attune/pair-message/1", rendezvous, role, step])))
        except InvalidTag:
            continue  # M3
        heard.setdefault(step, body)
    if not {0, 1} <= heard.keys():
        return "meeting"
    if digest("attune/pair/1", 0, rendezvous, heard[1]) != heard[0]:
        return "tampered"
    sign_pk, kem_pk, name, relationship, head, nonce = decode(heard[1])
    whole = (len(sign_pk), len(kem_pk), len(head), len(nonce)) == (32, 1216, 32, 32)
    return "compare" if whole and 1 <= len(name) <= 40 and relationship in (1, 2, 3) else "tampered"


def erase_tag(secret: bytes, space: bytes, intent: bytes) -> bytes:
    """O9."""
    return hashlib.sha256(derive(secret, "attune/erase/1", space, intent)).digest()
