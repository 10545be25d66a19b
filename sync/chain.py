"""The membership chain and its publicly checkable rules (protocol section 4, C1-C14). Pure.

`Chain` is a value: reading an entry returns the next one. The server appends only what `append` lets pass; a phone uses `read`, which keeps
a void entry hashed and without effect.
"""

from dataclasses import dataclass, field, replace

from sync import limits
from sync.codec import Value, decode, encode
from sync.errors import ChainInvalid, Malformed
from sync.ids import Z32, device_id, entry_id, space_id
from sync.signatures import is_signed, is_valid_key

CREATE, ADD, ADD_PERSON = 0, 1, 2
ME, US = 0, 1
KEM_PK_BYTES = 1216
WRAP_BYTES = 1168
LABEL = "attune/chain/1"


@dataclass(frozen=True, slots=True)
class Member:
    """A device in force. Its KEM key is in the chain for other phones; these rules need it only while an entry is read."""

    sign_pk: bytes
    person: int
    role: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The state after `n` entries of together `size` bytes; `epoch` is the number of the last effective one."""

    space: bytes
    kind: int = ME
    n: int = 0
    size: int = 0
    head: bytes = Z32
    epoch: int = 0
    persons: int = 0
    members: dict[bytes, Member] = field(default_factory=dict)
    ever: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class Body:
    """The signed part of an entry of type 0-2."""

    actor: bytes
    type: int
    devices: list[bytes]
    adds: list[tuple[bytes, bytes, int, int]]
    wraps: list[tuple[bytes, bytes]]
    kcv: bytes
    previous: bytes
    extra: list[Value]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reading an entry found: `effective`, `void` with the rule it breaks, or `kept` (unknown type, C14)."""

    kind: str
    rule: str | None = None


def append(chain: Chain, entry: bytes) -> Chain:
    """Return the chain with one more entry, or refuse it.

    Raises:
        ChainInvalid: naming the rule; unknown types pass when C1-C5 hold.
    """
    following, verdict = read(chain, entry)
    if verdict.kind == "void":
        raise ChainInvalid(verdict.rule or "C1")
    return following


def read(chain: Chain, entry: bytes) -> tuple[Chain, Verdict]:
    """Return the chain after this entry and what it was.

    Raises:
        ChainInvalid: C1-C3, it is not an entry of this chain.
    """
    body_bytes, signatures, parts = _parse(chain, entry)
    hashed = replace(chain, n=chain.n + 1, size=chain.size + len(entry), head=entry_id(entry))
    kind = parts[5]
    try:
        if kind not in (CREATE, ADD, ADD_PERSON):
            _check_actor(chain, parts[4], body_bytes, signatures)
            return hashed, Verdict("kept")
        body = _body(parts)
        return _effective(chain, hashed, body, body_bytes, signatures), Verdict("effective")
    except ChainInvalid as fault:
        return hashed, Verdict("void", fault.rule)


def _parse(chain: Chain, entry: bytes) -> tuple[bytes, list[tuple[bytes, bytes]], list[Value]]:
    """C1-C3: the outer form, the space, the place."""
    if len(entry) > limits.ENTRY_BYTES:
        raise ChainInvalid("C1")
    try:
        outer = decode(entry)
        _require(isinstance(outer, list) and len(outer) == 2, "C1")
        body_bytes, raw = outer
        _require(isinstance(body_bytes, bytes) and isinstance(raw, list), "C1")
        signatures = []
        for pair in raw:
            _require(isinstance(pair, list) and len(pair) == 2 and _is_id(pair[0]), "C1")
            _require(isinstance(pair[1], bytes) and len(pair[1]) == 64, "C1")
            signatures.append((pair[0], pair[1]))
        parts = decode(body_bytes)
        _require(isinstance(parts, list) and len(parts) >= 6 and parts[0] == LABEL, "C1")
        _require(
            _is_id(parts[1]) and _is_uint(parts[2]) and _is_id(parts[3]) and _is_id(parts[4]) and _is_uint(parts[5]),
            "C1",
        )
        if parts[5] in (CREATE, ADD, ADD_PERSON):
            _body(parts)
    except Malformed as error:
        raise ChainInvalid("C1") from error
    _require(parts[1] == chain.space, "C2")
    _require(parts[2] == chain.n and parts[3] == chain.head, "C3")
    return body_bytes, signatures, parts


def _body(parts: list[Value]) -> Body:
    """C1: the twelve parts of a known type, by shape."""
    _require(len(parts) == 12, "C1")
    devices, adds, wraps, kcv, previous, extra = parts[6:]
    _require(isinstance(devices, list) and all(_is_id(device) for device in devices), "C1")
    _require(isinstance(adds, list) and all(_is_add(add) for add in adds), "C1")
    _require(isinstance(wraps, list) and all(_is_wrap(wrap) for wrap in wraps), "C1")
    _require(isinstance(kcv, bytes) and isinstance(previous, bytes) and isinstance(extra, list), "C1")
    return Body(
        actor=parts[4],
        type=parts[5],
        devices=devices,
        adds=[(sign_pk, kem_pk, person, role) for sign_pk, kem_pk, person, role in adds],
        wraps=[(device, wrap) for device, wrap in wraps],
        kcv=kcv,
        previous=previous,
        extra=extra,
    )


def _is_id(value: Value) -> bool:
    return isinstance(value, bytes) and len(value) == 32


def _is_uint(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_add(value: Value) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 4
        and isinstance(value[0], bytes)
        and isinstance(value[1], bytes)
        and _is_uint(value[2])
        and _is_uint(value[3])
    )


def _is_wrap(value: Value) -> bool:
    return isinstance(value, list) and len(value) == 2 and _is_id(value[0]) and isinstance(value[1], bytes)


def _check_actor(chain: Chain, actor: bytes, body_bytes: bytes, signatures: list[tuple[bytes, bytes]]) -> None:
    """C4 and C5 for an entry that is not the first."""
    member = chain.members.get(actor)
    if member is None:
        raise ChainInvalid("C4")
    _require(bool(signatures) and signatures[0][0] == actor, "C5")
    _require(is_signed(member.sign_pk, body_bytes, signatures[0][1]), "C5")


def _effective(chain: Chain, hashed: Chain, body: Body, body_bytes: bytes, signatures: list[tuple[bytes, bytes]]) -> Chain:
    """C4-C13 for types 0-2; returns the chain with the new set and epoch in force."""
    _require((body.type == CREATE) == (chain.n == 0), "C8")
    _require(len(body.adds) == 1, {CREATE: "C8", ADD: "C9", ADD_PERSON: "C10"}[body.type])
    sign_pk, kem_pk, person, role = body.adds[0]
    _require(len(kem_pk) == KEM_PK_BYTES and is_valid_key(sign_pk) and role == 0, "C7")
    added = device_id(sign_pk, kem_pk)
    _require(added not in chain.ever, "C7")
    if body.type == CREATE:
        _require(body.actor == added, "C4")
        _require(bool(signatures) and signatures[0][0] == body.actor, "C5")
        _require(is_signed(sign_pk, body_bytes, signatures[0][1]), "C5")
    else:
        _check_actor(chain, body.actor, body_bytes, signatures)
    kind, persons = _check_type(chain, body, sign_pk, kem_pk, person)
    _require(len(body.devices) <= limits.DEVICES and body.devices == sorted([*chain.members, added]), "C6")
    _require([device for device, _ in body.wraps] == body.devices, "C11")
    _require(all(len(wrap) == WRAP_BYTES for _, wrap in body.wraps), "C11")
    _require(len(body.kcv) == 32 and len(body.previous) == (0 if chain.n == 0 else 48), "C12")
    if body.type == CREATE:
        _require(len(signatures) == 1, "C13")
    else:
        _require(len(signatures) == 2 and signatures[1][0] == added, "C13")
        _require(is_signed(sign_pk, body_bytes, signatures[1][1]), "C13")
    return replace(
        hashed,
        kind=kind,
        epoch=chain.n,
        persons=persons,
        members={**chain.members, added: Member(sign_pk, person, role)},
        ever=chain.ever | {added},
    )


def _check_type(chain: Chain, body: Body, sign_pk: bytes, kem_pk: bytes, person: int) -> tuple[int, int]:
    """C8, C9, C10: what each type may add; returns the kind of space and the number of persons."""
    if body.type == CREATE:
        _require(person == 1 and len(body.extra) == 2, "C8")
        kind, random = body.extra
        _require(kind in (ME, US) and _is_uint(kind) and _is_id(random), "C8")
        _require(space_id(kind, random, sign_pk, kem_pk) == chain.space, "C8")
        return kind, 1
    if body.type == ADD:
        _require(person == chain.members[body.actor].person and body.extra == [], "C9")
        return chain.kind, chain.persons
    _require(chain.kind == US and person == 2 and chain.persons == 1, "C10")
    _require(len(body.extra) == 1 and _is_id(body.extra[0]), "C10")
    return chain.kind, 2


def _require(condition: bool, rule: str) -> None:  # noqa: FBT001
    if not condition:
        raise ChainInvalid(rule)


def encode_entry(body: bytes, signatures: list[tuple[bytes, bytes]]) -> bytes:
    """Return the bytes of an entry."""
    return encode([body, [list(pair) for pair in signatures]])
