"""A reference device, written from docs/protocol.md: pairs, seals, opens, folds, whispers. For tests and measurements; not a product.

Nothing of `sync/` or `web/` is used: every structure is built and read as the page says, with primitives of `cryptography` and PyNaCl.
It trusts the entries its server took, and checks of its own pairing what P6 says; what a device must refuse is in judge.py.
"""

import asyncio
import base64
import hashlib
import secrets
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey
from websockets.asyncio.client import ClientConnection, connect

from tests.support.codec import decode, encode

Z32 = bytes(32)
ME, US = 0, 1
SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
Value = Any


class Refused(Exception):
    """Breaks a rule of the page."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


@contextmanager
def refusing(rule: str) -> Iterator[None]:
    """What does not open breaks this rule."""
    try:
        yield
    except (InvalidTag, ValueError) as error:
        raise Refused(rule) from error


def digest(label: str, *parts: Value) -> bytes:
    """H of the page."""
    return hashlib.sha256(encode([label, *parts])).digest()


def derive(key: bytes, *info: Value) -> bytes:
    """HKDF of the page."""
    return HKDF(SHA256(), 32, None, encode(list(info))).derive(key)


def padme(length: int) -> int:
    """O2."""
    exponent = length.bit_length() - 1
    unit = 1 << (exponent - exponent.bit_length())
    return max(512, (length + unit - 1) // unit * unit)


# -- keys


@dataclass
class Keys:
    """One device's keys in one space."""

    signing: SigningKey
    kem_seed: bytes

    @classmethod
    def make(cls) -> "Keys":
        return cls(SigningKey.generate(), secrets.token_bytes(32))

    @property
    def sign_pk(self) -> bytes:
        return bytes(self.signing.verify_key)

    @property
    def _kem(self) -> hpke.MLKEM768X25519PrivateKey:
        expanded = hashlib.shake_256(self.kem_seed).digest(96)
        pq = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        return hpke.MLKEM768X25519PrivateKey(pq, x25519.X25519PrivateKey.from_private_bytes(expanded[64:]))

    @property
    def kem_pk(self) -> bytes:
        expanded = hashlib.shake_256(self.kem_seed).digest(96)
        pq = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64]).public_key().public_bytes_raw()
        return pq + x25519.X25519PrivateKey.from_private_bytes(expanded[64:]).public_key().public_bytes_raw()

    @property
    def device(self) -> bytes:
        return digest("attune/device/1", self.sign_pk, self.kem_pk)

    def sign(self, message: bytes) -> bytes:
        return self.signing.sign(message).signature

    def unwrap(self, wrapped: bytes, info: bytes) -> bytes:
        return SUITE.decrypt(wrapped, self._kem, info=info)


def wrap(kem_pk: bytes, info: bytes, key: bytes) -> bytes:
    """K5."""
    pq = mlkem.MLKEM768PublicKey.from_public_bytes(kem_pk[:1184])
    public = hpke.MLKEM768X25519PublicKey(pq, x25519.X25519PublicKey.from_public_bytes(kem_pk[1184:]))
    return SUITE.encrypt(key, public, info=info)


# -- the chain


@dataclass
class Chain:
    """Entries and what they say; made by this device or heard from the other, whose entries the server has checked."""

    space: bytes
    entries: list[bytes] = field(default_factory=list)

    @property
    def head(self) -> bytes:
        return digest("attune/entry/1", self.entries[-1]) if self.entries else Z32

    @property
    def epoch(self) -> int:
        return len(self.entries) - 1

    def bodies(self) -> list[list[Value]]:
        return [decode(decode(entry)[0]) for entry in self.entries]

    def members(self) -> dict[bytes, tuple[bytes, bytes, int]]:
        """Device -> (sign_pk, kem_pk, person)."""
        found = {}
        for body in self.bodies():
            for sign_pk, kem_pk, person, _ in body[7]:
                found[digest("attune/device/1", sign_pk, kem_pk)] = (sign_pk, kem_pk, person)
        return found

    def make_body(self, actor: Keys, type_: int, added: tuple[bytes, bytes, int], previous: bytes | None, extra: list[Value]) -> bytes:
        """A body with a new epoch wrapped for everybody (section 4)."""
        n, prev = len(self.entries), self.head
        key = secrets.token_bytes(32)
        everybody = {device: kem_pk for device, (_, kem_pk, _) in self.members().items()}
        everybody[digest("attune/device/1", added[0], added[1])] = added[1]
        devices = sorted(everybody)
        wraps = [[device, wrap(everybody[device], self.wrap_info(n, prev, device, everybody[device]), key)] for device in devices]
        sealed = b""
        if previous is not None:
            aad = encode(["attune/previous/1", self.space, n, prev])
            sealed = AESGCM(self.subkey(key, "previous", n)).encrypt(bytes(12), previous, aad)
        kcv = derive(key, "attune/kcv/1", self.space, n, prev)
        adds = [[*added, 0]]
        return encode(["attune/chain/1", self.space, n, prev, actor.device, type_, devices, adds, wraps, kcv, sealed, extra])

    def wrap_info(self, n: int, prev: bytes, device: bytes, kem_pk: bytes) -> bytes:
        return encode(["attune/wrap/1", self.space, n, prev, device, hashlib.sha256(kem_pk).digest()])

    def subkey(self, key: bytes, label: str, n: int) -> bytes:
        return derive(key, "attune/subkey/1", label, self.space, n)

    def open_epochs(self, keys: Keys) -> dict[int, bytes]:
        """K7: the newest wrap, then backwards."""
        opened: dict[int, bytes] = {}
        key: bytes | None = None
        for body in reversed(self.bodies()):
            n, prev, wraps, kcv, sealed = body[2], body[3], dict(map(tuple, body[8])), body[9], body[10]
            if key is None:
                with refusing("K5"):
                    key = keys.unwrap(wraps[keys.device], self.wrap_info(n, prev, keys.device, keys.kem_pk))
            if derive(key, "attune/kcv/1", self.space, n, prev) != kcv:
                raise Refused("K4")
            opened[n] = key
            if n > 0:
                aad = encode(["attune/previous/1", self.space, n, prev])
                with refusing("K6"):
                    key = AESGCM(self.subkey(key, "previous", n)).decrypt(bytes(12), sealed, aad)
        return opened


def create_chain(keys: Keys, kind: int) -> Chain:
    """C8."""
    random = secrets.token_bytes(32)
    chain = Chain(digest("attune/space/1", kind, random, keys.sign_pk, keys.kem_pk))
    body = chain.make_body(keys, 0, (keys.sign_pk, keys.kem_pk, 1), None, [kind, random])
    chain.entries.append(encode([body, [[keys.device, keys.sign(body)]]]))
    return chain


# -- a device in one space


@dataclass
class Op:
    """An op that opened and verified."""

    op_id: bytes
    person: int
    intent: bytes
    record: bytes
    kind: int
    base: list[bytes]
    depth: int
    payload: bytes


class Device:
    """One device in one space, with everything it holds in memory."""

    def __init__(self, keys: Keys, chain: Chain) -> None:
        self.keys = keys
        self.chain = chain
        self.epochs = chain.open_epochs(keys)
        self.erase_secret = secrets.token_bytes(32)
        self.incarnation, self.counter, self.previous = secrets.token_bytes(16), 0, Z32
        self.ops: dict[bytes, Op] = {}
        self.sealed: dict[bytes, bytes] = {}
        self.waiting: list[bytes] = []
        self.log_id, self.n, self.r = b"", 0, Z32
        self.socket: ClientConnection | None = None
        self.whispers: list[bytes] = []
        self._batch = 0

    @property
    def space(self) -> bytes:
        return self.chain.space

    @property
    def person(self) -> int:
        return self.chain.members()[self.keys.device][2]

    def meet_at(self, practice: str, person: int, date: str, slot: str = "") -> bytes:
        """I5."""
        return digest("attune/record/1", self.space, practice, person, date, slot)[:16]

    # ops

    def write(self, record: bytes, type_: str, values: dict[str, Value]) -> bytes:
        """Make a set (O3, O8, O11), keep it, leave it in the outbox; returns its op id."""
        names = sorted(values, key=str.encode)
        mine = [op for op in self.ops.values() if op.record == record and op.person == self.person]
        live = [op for op in mine if set(self._names(op)) & set(names) and not any(op.op_id in other.base for other in mine)]
        base = sorted(op.op_id for op in live)
        depth = 1 + max((op.depth for op in live), default=0)
        return self._make(record, 1, base, depth, encode([type_, [[name, values[name]] for name in names]]))

    def _make(self, record: bytes, kind: int, base: list[bytes], depth: int, payload: bytes) -> bytes:
        intent = secrets.token_bytes(16)
        tag = hashlib.sha256(derive(self.erase_secret, "attune/erase/1", self.space, intent)).digest()
        signed = encode(
            [
                "attune/op/1", self.space, secrets.token_bytes(32), intent, tag, self.keys.device, self.incarnation, self.counter,
                self.previous, self.chain.head, [], record, kind, base, depth, payload,
            ]
        )  # fmt: skip
        signature = self.keys.sign(signed)
        op_id = digest("attune/opid/1", signed, signature)
        self.counter, self.previous = self.counter + 1, op_id
        epoch = self.chain.epoch
        plain = encode([signed, signature]) + b"\x80"
        plain += bytes(padme(len(plain)) - len(plain))
        key = AESGCM(self.chain.subkey(self.epochs[epoch], "ops", epoch))
        sealed = key.encrypt(digest("attune/nonce/1", op_id)[:12], plain, self._aad(epoch, op_id, tag))
        op = encode([1, epoch, op_id, tag, sealed])
        self.take(op)
        self.waiting.append(op_id)
        return op_id

    def _aad(self, epoch: int, op_id: bytes, tag: bytes) -> bytes:
        return encode(["attune/header/1", 1, self.space, epoch, op_id, tag])

    def take(self, op: bytes) -> None:
        """Open, verify and keep an op (O1, O2); raises when it breaks a rule."""
        _, epoch, op_id, tag, sealed = decode(op)
        key = AESGCM(self.chain.subkey(self.epochs[epoch], "ops", epoch))
        plain = key.decrypt(digest("attune/nonce/1", op_id)[:12], sealed, self._aad(epoch, op_id, tag))
        message = plain.rstrip(b"\0")
        assert message.endswith(b"\x80"), "O2"
        assert padme(len(message)) == len(plain), "O2"
        signed, signature = decode(message[:-1])
        assert digest("attune/opid/1", signed, signature) == op_id, "O1"
        parts = decode(signed)
        assert parts[0] == "attune/op/1", "O1"
        assert (parts[1], parts[4]) == (self.space, tag), "O1"
        sign_pk, _, person = self.chain.members()[parts[5]]
        VerifyKey(sign_pk).verify(signed, signature)
        self.ops[op_id] = Op(op_id, person, parts[3], parts[11], parts[12], parts[13], parts[14], parts[15])
        self.sealed[op_id] = op

    @staticmethod
    def _names(op: Op) -> list[str]:
        _, fields = decode(op.payload)
        return [name for name, _ in fields] if op.kind == 1 else list(fields)

    def fields(self, record: bytes) -> dict[tuple[int, str], Value]:
        """F1-F5: the shown value of every field of a record; a withdrawn one is None."""
        shown: dict[tuple[int, str], tuple[int, bytes, Value]] = {}
        ops = [op for op in self.ops.values() if op.record == record and op.kind in (1, 3)]
        for op in ops:
            values = dict(map(tuple, decode(op.payload)[1])) if op.kind == 1 else {}
            for name in self._names(op):
                rivals = [other for other in ops if other.person == op.person and name in self._names(other)]
                ids = {other.op_id for other in rivals if other.intent == op.intent}
                if any(ids & set(other.base) for other in rivals) or op.op_id != min(ids):
                    continue
                key = (op.person, name)
                candidate = (op.depth, op.op_id, values.get(name))
                if key not in shown or candidate[:2] > shown[key][:2]:
                    shown[key] = candidate
        return {key: value for key, (_, _, value) in shown.items()}

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
                await self._say([2, frame[1], self.chain.entries[frame[1] :]])
                frame = await self._hear(66)
            self.log_id = frame[1]
            await self._say([3, self.n, self.r, len(self.chain.entries)])
            _, equal, n, r = await self._hear(68)
            if self.n == 0:
                self.r = digest("attune/log/1", self.space, self.log_id)
            if not equal:
                await self._heal(n, r)
            while self.n < n:
                await self._hear(69)
            await self.flush()
            yield self
        self.socket = None

    async def _heal(self, n: int, r: bytes) -> None:
        """W6."""
        ids: list[bytes] = []
        while len(ids) < n or not ids:
            ids += (await self._hear(70))[2]
            if n == 0:
                break
        self.r = digest("attune/log/1", self.space, self.log_id)
        for op_id in ids:
            self.r = hashlib.sha256(self.r + op_id).digest()
        assert self.r == r, "W4"
        self.n = n
        lost = [self.sealed[op_id] for op_id in self.sealed if op_id not in ids]
        for start in range(0, len(lost), 256):
            await self._append(lost[start : start + 256], mode=1)
        wanted = [op_id for op_id in ids if op_id not in self.sealed]
        for start in range(0, len(wanted), 500):
            await self._say([5, wanted[start : start + 500]])
            last = False
            while not last:
                _, last, ops = await self._hear(71)
                for op in ops:
                    self.take(op)

    async def flush(self) -> None:
        """Send what waits; returns when it is durable on the server."""
        while self.waiting:
            some = self.waiting[:256]
            await self._append([self.sealed[op_id] for op_id in some], mode=0)
            self.waiting = self.waiting[len(some) :]

    async def _append(self, ops: list[bytes], mode: int) -> None:
        self._batch += 1
        await self._say([4, self._batch, mode, ops])
        _, batch, seqs = await self._hear(72)
        assert batch == self._batch
        for op, seq in zip(ops, seqs, strict=True):
            self._advance(decode(op)[2], seq)

    def _advance(self, op_id: bytes, seq: int) -> None:
        if seq == self.n + 1:
            self.n, self.r = seq, hashlib.sha256(self.r + op_id).digest()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Listen until something holds."""
        while not condition():
            await self._hear(67, 69, 74)

    async def whisper(self, data: bytes) -> None:
        await self._say([6, data])

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
                self._take_entries(frame[1], frame[2])
            elif frame[0] == 69:
                for i, op in enumerate(frame[2]):
                    op_id = decode(op)[2]
                    if op_id not in self.sealed:
                        self.take(op)
                    self._advance(op_id, frame[1] + i)
            elif frame[0] == 74:
                self.whispers.append(frame[1])
            elif frame[0] == 78:
                raise AssertionError(f"error {frame[1:]}")
            if frame[0] in types:
                return frame

    def _take_entries(self, first: int, entries: list[bytes]) -> None:
        for i, entry in enumerate(entries):
            if first + i == len(self.chain.entries):
                self.chain.entries.append(entry)
        self.epochs = self.chain.open_epochs(self.keys)


# -- whispers


class Whisperer:
    """Section 10: one device in one session over one connection."""

    def __init__(self, device: Device, session: bytes) -> None:
        epoch = device.chain.epoch
        self._key = device.chain.subkey(device.epochs[epoch], "whispers", epoch)
        self._device, self._session, self._salt = device.keys.device, session, secrets.token_bytes(32)
        self._space = device.space
        self.peers: dict[bytes, list[Any]] = {}

    def greet(self) -> bytes:
        plain = [self._salt, [[device, salt] for device, (salt, *_) in self.peers.items()]]
        return self._seal(0, derive(self._key, "attune/greet/1", self._session), secrets.token_bytes(12), plain)

    def say(self, message: Value) -> list[bytes]:
        out = []
        for device, peer in self.peers.items():
            key = derive(self._key, "attune/whisper/1", self._session, self._device, self._salt, device, peer[0])
            out.append(self._seal(1, key, bytes(4) + peer[1].to_bytes(8, "big"), [device, message]))
            peer[1] += 1
        return out

    def hear(self, data: bytes) -> Value:
        """Return the word, None for a greet or what is not ours."""
        kind, session, sender, nonce, sealed = decode(data)
        if session != self._session or sender == self._device:
            return None
        aad = encode(["attune/whisper-header/1", self._space, kind, session, sender])
        if kind == 0:
            salt, _ = decode(AESGCM(derive(self._key, "attune/greet/1", session)).decrypt(nonce, sealed, aad))
            if self.peers.get(sender, [None])[0] != salt:
                self.peers[sender] = [salt, 0, -1]
            return None
        peer = self.peers[sender]
        key = derive(self._key, "attune/whisper/1", session, sender, peer[0], self._device, self._salt)
        receiver, message = decode(AESGCM(key).decrypt(nonce, sealed, aad))
        counter = int.from_bytes(nonce[4:], "big")
        if receiver != self._device or counter <= peer[2]:
            return None
        peer[2] = counter
        return message

    def _seal(self, kind: int, key: bytes, nonce: bytes, plain: list[Value]) -> bytes:
        aad = encode(["attune/whisper-header/1", self._space, kind, self._session, self._device])
        return encode([kind, self._session, self._device, nonce, AESGCM(key).encrypt(nonce, encode(plain), aad)])


# -- pairing


def read_link(text: str) -> tuple[bytes, bytes, int]:
    """Return rendezvous, secret, expiry of a link; raises when it is not one."""
    data = text.partition("#j/")[2]
    version, kind, rendezvous, secret, expires_s, check = decode(base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)))
    assert version == 1
    assert digest("attune/link/1", kind, rendezvous, secret, expires_s)[:4] == check
    return rendezvous, secret, expires_s


def make_link(origin: str) -> str:
    """Return a fresh link."""
    rendezvous, secret, expires_s = secrets.token_bytes(16), secrets.token_bytes(32), int(time.time()) + 600
    check = digest("attune/link/1", 1, rendezvous, secret, expires_s)[:4]
    return f"{origin}/#j/{base64.urlsafe_b64encode(encode([1, 1, rendezvous, secret, expires_s, check])).decode().rstrip('=')}"


@dataclass
class Meeting:
    """One side of a pairing over a mailbox (section 9)."""

    port: int
    link: str
    role: int
    name: str
    keys: Keys = field(default_factory=Keys.make)
    confirm: Callable[[list[int]], bool] = lambda _pictures: True
    pictures: list[int] = field(default_factory=list)

    async def run(self) -> Device:
        """Pair; returns the device in the new `us`."""
        rendezvous, secret, _ = read_link(self.link)
        self._rendezvous, self._key = rendezvous, derive(secret, "attune/pair-seal/1", rendezvous)
        self._messages: list[bytes] = []
        chain = create_chain(self.keys, US) if self.role == 0 else None
        mine = encode([self.keys.sign_pk, self.keys.kem_pk, self.name, 1, chain.head if chain else Z32, secrets.token_bytes(32)])
        commit = digest("attune/pair/1", self.role, rendezvous, mine)
        async with connect(f"ws://127.0.0.1:{self.port}/sync", subprotocols=["attune.1"], compression=None) as socket:
            self._socket = socket
            await self._frame(64)
            await socket.send(encode([8, 1, rendezvous, 0]))
            await self._frame(76)
            await self._post(0, [commit])
            (their_commit,) = await self._heard(0)
            if self.role == 0:
                await self._post(1, [mine])
            (theirs,) = await self._heard(1)
            assert digest("attune/pair/1", 1 - self.role, rendezvous, theirs) == their_commit, "P2"
            if self.role == 1:
                await self._post(1, [mine])
            parts = [commit, their_commit, mine, theirs] if self.role == 0 else [their_commit, commit, theirs, mine]
            bits = int.from_bytes(derive(encode(parts), "attune/sas/1", rendezvous)[:3], "big")
            self.pictures = [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63]
            transcript = digest("attune/transcript/1", rendezvous, *parts)
            assert self.confirm(self.pictures)
            sign_pk, kem_pk, *_, head, _nonce = decode(theirs)
            if chain:
                return await self._offer(chain, (sign_pk, kem_pk, 2), transcript)
            return await self._accept(head, transcript)

    async def _offer(self, chain: Chain, added: tuple[bytes, bytes, int], transcript: bytes) -> Device:
        """P5."""
        body = chain.make_body(self.keys, 2, added, chain.open_epochs(self.keys)[0], [transcript])
        await self._post(2, [chain.entries, body, self.keys.sign(body)])
        (entry,) = await self._heard(2)
        assert decode(entry)[0] == body
        chain.entries.append(entry)
        return Device(self.keys, chain)

    async def _accept(self, head: bytes, transcript: bytes) -> Device:
        """P6."""
        entries, body, signature = await self._heard(2)
        parts = decode(body)
        chain = Chain(parts[1], list(entries))
        assert chain.head == head
        assert parts[7] == [[self.keys.sign_pk, self.keys.kem_pk, 2, 0]]
        assert parts[11] == [transcript]
        entry = encode([body, [[parts[4], signature], [self.keys.device, self.keys.sign(body)]]])
        chain.entries.append(entry)
        device = Device(self.keys, chain)
        await self._post(2, [entry])
        return device

    async def _post(self, step: int, body: list[Value]) -> None:
        nonce = secrets.token_bytes(12)
        aad = encode(["attune/pair-message/1", self._rendezvous, self.role, step])
        message = encode([self.role, step, nonce, AESGCM(self._key).encrypt(nonce, encode(body), aad)])
        while True:
            await self._socket.send(encode([9, len(self._messages), message]))
            frame = await self._frame(77, 78)
            if frame[0] == 77:
                self._messages.append(message)
                return
            await self._frame(76)  # somebody was faster: their message comes, then once more

    async def _heard(self, step: int) -> list[Value]:
        while True:
            for message in self._messages:
                role, said, nonce, sealed = decode(message)
                if (role, said) != (1 - self.role, step):
                    continue
                aad = encode(["attune/pair-message/1", self._rendezvous, role, said])
                try:
                    return decode(AESGCM(self._key).decrypt(nonce, sealed, aad))
                except InvalidTag:
                    continue
            await self._frame(76)

    async def _frame(self, *types: int) -> list[Value]:
        while True:
            async with asyncio.timeout(15):
                frame = decode(await self._socket.recv())
            if frame[0] == 76:
                self._messages = self._messages[: frame[1]] + frame[2]
            if frame[0] in types:
                return frame


__all__ = ["US", "BadSignatureError", "Device", "Keys", "Meeting", "Whisperer", "create_chain", "make_link", "read_link"]
