"""Small makers of keys, chains and ops for tests: real signatures and ids, wraps and seals of random bytes (a server cannot tell)."""

import secrets
from dataclasses import dataclass

from nacl.signing import SigningKey

from sync.chain import KEM_PK_BYTES, WRAP_BYTES, Chain, append, encode_entry
from sync.codec import encode
from sync.hello import hello_bytes
from sync.ids import Z32, device_id, space_id


@dataclass
class Keys:
    """A device's keys in one space; the KEM key is random bytes."""

    signing: SigningKey
    kem_pk: bytes

    @classmethod
    def make(cls) -> "Keys":
        return cls(SigningKey.generate(), secrets.token_bytes(KEM_PK_BYTES))

    @property
    def sign_pk(self) -> bytes:
        return bytes(self.signing.verify_key)

    @property
    def device(self) -> bytes:
        return device_id(self.sign_pk, self.kem_pk)

    def sign(self, message: bytes) -> bytes:
        return self.signing.sign(message).signature


def body_parts(chain: Chain, actor: Keys, type_: int, added: Keys, person: int, extra: list) -> list:
    devices = sorted([*chain.members, added.device])
    return [
        "attune/chain/1",
        chain.space,
        chain.n,
        chain.head,
        actor.device,
        type_,
        devices,
        [[added.sign_pk, added.kem_pk, person, 0]],
        [[device, secrets.token_bytes(WRAP_BYTES)] for device in devices],
        secrets.token_bytes(32),
        b"" if chain.n == 0 else secrets.token_bytes(48),
        extra,
    ]


def sign_entry(parts: list, *signers: Keys) -> bytes:
    body = encode(parts)
    return encode_entry(body, [(keys.device, keys.sign(body)) for keys in signers])


def make_create(keys: Keys, kind: int) -> tuple[Chain, bytes]:
    """Return the chain after the create entry, and the entry."""
    random = secrets.token_bytes(32)
    empty = Chain(space_id(kind, random, keys.sign_pk, keys.kem_pk))
    entry = sign_entry(body_parts(empty, keys, 0, keys, 1, [kind, random]), keys)
    return append(empty, entry), entry


def make_add_person(chain: Chain, actor: Keys, added: Keys, transcript: bytes = Z32) -> tuple[Chain, bytes]:
    entry = sign_entry(body_parts(chain, actor, 2, added, 2, [transcript]), actor, added)
    return append(chain, entry), entry


def make_pair() -> tuple[Chain, list[bytes], Keys, Keys]:
    """Return the chain of a paired `us`, its entries, and both devices' keys."""
    first, second = Keys.make(), Keys.make()
    chain, create = make_create(first, 1)
    chain, added = make_add_person(chain, first, second)
    return chain, [create, added], first, second


def make_op(epoch: int, size_bytes: int = 512) -> tuple[bytes, bytes]:
    """Return (op id, op bytes)."""
    op_id = secrets.token_bytes(32)
    return op_id, encode([1, epoch, op_id, secrets.token_bytes(32), secrets.token_bytes(size_bytes + 16)])


def sign_hello(keys: Keys, origin: str, space: bytes, nonce: bytes) -> bytes:
    return keys.sign(hello_bytes(origin, space, keys.device, nonce))
