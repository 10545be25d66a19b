"""Section 4: the chain, entry by entry; section 3: the keys its entries carry."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.signing import SigningKey

from tests.support.codec import decode, encode
from tests.support.judge.primitives import (
    Z32,
    Refused,
    Value,
    ascends,
    derive,
    digest,
    is_bytes,
    is_ids,
    is_list,
    is_signed,
    is_uint,
    is_valid_key,
    refusing,
    require,
    subkey,
)  # fmt: skip

ME, US = 0, 1
#: Known types, and the rule that says what each may add.
ADDS = {0: "C8", 1: "C9", 2: "C10"}
ENTRY_BYTES, DEVICES = 32 * 1024, 16
SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


@dataclass(frozen=True)
class Member:
    """A device in force."""

    sign_pk: bytes
    kem_pk: bytes
    person: int


@dataclass(frozen=True)
class Chain:
    """A chain as far as read."""

    space: bytes
    kind: int = -1
    entries: tuple[bytes, ...] = ()
    members: Mapping[bytes, Member] = field(default_factory=dict)
    """By device, in force."""
    members_at: Mapping[bytes, Mapping[bytes, Member]] = field(default_factory=dict)
    """By entry id: who was in force there (O7)."""
    ever: frozenset[bytes] = frozenset()
    effective: tuple[int, ...] = ()
    """Numbers of the effective entries; the last is the epoch in force."""

    @property
    def head(self) -> bytes:
        return digest("attune/entry/1", self.entries[-1]) if self.entries else Z32

    @property
    def epoch(self) -> int:
        return self.effective[-1]


@dataclass(frozen=True)
class Verdict:
    """`effective`, `void` with the rule it breaks, or `kept` (C14)."""

    kind: str
    rule: str | None = None


def read_entry(chain: Chain, entry: bytes) -> tuple[Chain, Verdict]:
    """Return the chain after an entry, and what the entry is.

    Raises:
        Refused: C1, C2, C3: it is not an entry of this chain.
    """
    body, signed, signatures = _parse(entry)
    require(body[1] == chain.space, "C2")
    require((body[2], body[3]) == (len(chain.entries), chain.head), "C3")
    verdict, following = Verdict("kept"), chain
    try:
        if body[5] in ADDS:
            following, verdict = _effective(chain, body, signed, signatures), Verdict("effective")
        else:
            _require_actor(chain.members, body[4], signed, signatures)
    except Refused as refused:
        verdict = Verdict("void", refused.rule)
    members_at = {**chain.members_at, digest("attune/entry/1", entry): following.members}
    return replace(following, entries=(*chain.entries, entry), members_at=members_at), verdict


def read_chain(space: bytes, entries: list[bytes]) -> Chain:
    """Return the chain of these entries; raises `Refused`."""
    chain = Chain(space)
    for entry in entries:
        chain, _ = read_entry(chain, entry)
    return chain


def _parse(entry: bytes) -> tuple[list[Any], bytes, list[list[bytes]]]:
    """C1."""
    require(len(entry) <= ENTRY_BYTES, "C1")
    with refusing("C1"):
        outer = decode(entry)
        require(is_list(outer, 2) and is_bytes(outer[0]) and is_list(outer[1]), "C1")
        signed, signatures = outer
        require(all(is_list(each, 2) and is_bytes(each[0], 32) and is_bytes(each[1], 64) for each in signatures), "C1")
        body = decode(signed)
    require(is_list(body) and len(body) >= 6 and body[0] == "attune/chain/1", "C1")
    _, space, n, prev, actor, type_ = body[:6]
    require(is_bytes(space, 32) and is_uint(n) and is_bytes(prev, 32) and is_bytes(actor, 32) and is_uint(type_), "C1")
    if type_ in ADDS:
        require(len(body) == 12, "C1")
        devices, adds, wraps, kcv, previous, extra = body[6:]
        require(is_ids(devices) and is_list(adds) and is_list(wraps) and is_bytes(kcv) and is_bytes(previous) and is_list(extra), "C1")
        require(all(is_list(add, 4) and all(map(is_bytes, add[:2])) and all(map(is_uint, add[2:])) for add in adds), "C1")
        require(all(is_list(wrap, 2) and is_bytes(wrap[0], 32) and is_bytes(wrap[1]) for wrap in wraps), "C1")
    return body, signed, signatures


def _require_actor(members: Mapping[bytes, Member], actor: bytes, signed: bytes, signatures: list[list[bytes]]) -> None:
    """C4, C5."""
    require(actor in members, "C4")
    require(signatures and signatures[0][0] == actor and is_signed(members[actor].sign_pk, signed, signatures[0][1]), "C5")


def _effective(chain: Chain, body: list[Any], signed: bytes, signatures: list[list[bytes]]) -> Chain:
    """C4-C13 for types 0-2."""
    _, space, n, _, actor, type_, devices, adds, wraps, kcv, previous, extra = body
    require((n == 0) == (type_ == 0), "C8")
    require(len(adds) == 1, ADDS[type_])
    sign_pk, kem_pk, person, role = adds[0]
    require(is_valid_key(sign_pk) and len(kem_pk) == 1216 and role == 0, "C7")
    added = digest("attune/device/1", sign_pk, kem_pk)
    require(added not in chain.ever, "C7")
    members = {**chain.members, added: Member(sign_pk, kem_pk, person)}
    _require_actor(chain.members if n else members, actor, signed, signatures)
    kind = chain.kind
    if type_ == 0:
        require(person == 1 and len(extra) == 2 and is_uint(extra[0]) and extra[0] in (ME, US) and is_bytes(extra[1], 32), "C8")
        require(digest("attune/space/1", extra[0], extra[1], sign_pk, kem_pk) == space, "C8")
        kind = extra[0]
    elif type_ == 1:
        require(person == members[actor].person and extra == [], "C9")
    else:
        require(kind == US and person == 2 and len(extra) == 1 and is_bytes(extra[0], 32), "C10")
        require(all(member.person != 2 for member in chain.members.values()), "C10")
    require(ascends(devices) and len(devices) <= DEVICES and set(devices) == set(members), "C6")
    require([device for device, _ in wraps] == devices and all(len(wrap) == 1168 for _, wrap in wraps), "C11")
    require(len(previous) == (48 if n else 0) and len(kcv) == 32, "C12")
    signers = [actor] if type_ == 0 else [actor, added]
    require([signer for signer, _ in signatures] == signers, "C13")
    require(is_signed(sign_pk, signed, signatures[-1][1]), "C13")
    return replace(chain, kind=kind, members=members, ever=chain.ever | {added}, effective=(*chain.effective, n))


# -- keys


@dataclass
class Keys:
    """One device's keys in one space."""

    signing: SigningKey
    kem_seed: bytes

    def __post_init__(self) -> None:
        expanded = hashlib.shake_256(self.kem_seed).digest(96)
        pq = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        classic = x25519.X25519PrivateKey.from_private_bytes(expanded[64:])
        self._kem = hpke.MLKEM768X25519PrivateKey(pq, classic)
        self.sign_pk = bytes(self.signing.verify_key)
        self.kem_pk = pq.public_key().public_bytes_raw() + classic.public_key().public_bytes_raw()
        self.device = digest("attune/device/1", self.sign_pk, self.kem_pk)

    def sign(self, message: bytes) -> bytes:
        return self.signing.sign(message).signature

    def unwrap(self, wrapped: bytes, info: bytes) -> bytes:
        return SUITE.decrypt(wrapped, self._kem, info=info)


def wrap(kem_pk: bytes, info: bytes, key: bytes) -> bytes:
    """K5."""
    pq = mlkem.MLKEM768PublicKey.from_public_bytes(kem_pk[:1184])
    public = hpke.MLKEM768X25519PublicKey(pq, x25519.X25519PublicKey.from_public_bytes(kem_pk[1184:]))
    return SUITE.encrypt(key, public, info=info)


def wrap_info(space: bytes, n: int, prev: bytes, device: bytes, kem_pk: bytes) -> bytes:
    """K5."""
    return encode(["attune/wrap/1", space, n, prev, device, hashlib.sha256(kem_pk).digest()])


def kcv_of(key: bytes, space: bytes, n: int, prev: bytes) -> bytes:
    """K4."""
    return derive(key, "attune/kcv/1", space, n, prev)


def seal_previous(key: bytes, before: bytes, space: bytes, n: int, prev: bytes) -> bytes:
    """K6."""
    return AESGCM(subkey(key, "previous", space, n)).encrypt(bytes(12), before, encode(["attune/previous/1", space, n, prev]))


def open_epochs(chain: Chain, keys: Keys) -> dict[int, bytes]:
    """K7: the newest wrap, then backwards from effective entry to effective entry; raises `Refused` with K4, K5, K6, or K7: no wrap."""
    opened: dict[int, bytes] = {}
    key: bytes | None = None
    for at in reversed(chain.effective):
        _, space, n, prev, *_, wraps, kcv, sealed, _ = decode(decode(chain.entries[at])[0])
        if key is None:
            mine = dict(map(tuple, wraps)).get(keys.device)
            require(mine, "K7")
            with refusing("K5"):
                key = keys.unwrap(mine, wrap_info(space, n, prev, keys.device, keys.kem_pk))
        require(kcv_of(key, space, n, prev) == kcv, "K4")
        opened[n] = key
        if n > 0:
            with refusing("K6"):
                aad = encode(["attune/previous/1", space, n, prev])
                key = AESGCM(subkey(key, "previous", space, n)).decrypt(bytes(12), sealed, aad)
    return opened


# -- making


def make_body(chain: Chain, actor: Keys, type_: int, added: tuple[bytes, bytes, int], before: bytes | None, extra: list[Value]) -> bytes:
    """Return a body with a new epoch wrapped for everybody; `before` is the key of the epoch in force."""
    n, prev, key = len(chain.entries), chain.head, secrets.token_bytes(32)
    everybody = {device: member.kem_pk for device, member in chain.members.items()}
    everybody[digest("attune/device/1", *added[:2])] = added[1]
    devices = sorted(everybody)
    wraps = [[each, wrap(everybody[each], wrap_info(chain.space, n, prev, each, everybody[each]), key)] for each in devices]
    previous = seal_previous(key, before, chain.space, n, prev) if before else b""
    kcv = kcv_of(key, chain.space, n, prev)
    return encode(["attune/chain/1", chain.space, n, prev, actor.device, type_, devices, [[*added, 0]], wraps, kcv, previous, extra])


def sign_body(body: bytes, *signers: Keys) -> bytes:
    """Return the entry."""
    return encode([body, [[signer.device, signer.sign(body)] for signer in signers]])
