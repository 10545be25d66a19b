"""Vectors of whispers (section 10)."""

from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import encode
from tests.support.judge.primitives import derive
from tests.vectors.parts import Seeded, Vector, hexes


def whisper_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("whispers")
    key, space, session, noor, sam = random(32), random(32), random(16), random(32), random(32)
    noor_salt, sam_salt = random(32), random(32)

    def sealed(kind: int, seal_key: bytes, nonce: bytes, plain: list[Any], in_session: bytes = session) -> bytes:
        aad = encode(["attune/whisper-header/1", space, kind, session, noor])
        return encode([kind, in_session, noor, nonce, AESGCM(seal_key).encrypt(nonce, encode(plain), aad)])

    def word(counter: int, message: Any, *, receiver: bytes = sam, salt: bytes = sam_salt, in_session: bytes = session) -> bytes:
        word_key = derive(key, "attune/whisper/1", session, noor, noor_salt, sam, salt)
        return sealed(1, word_key, bytes(4) + counter.to_bytes(8, "big"), [receiver, message], in_session)

    greet = sealed(0, derive(key, "attune/greet/1", session), random(12), [noor_salt, [[sam, sam_salt]]])
    common = {
        "whispers_key": key.hex(), "space": space.hex(), "session": session.hex(), "receiver": sam.hex(), "receiver_salt": sam_salt.hex(),
    }  # fmt: skip

    def vector(name: str, rule: str, heard: list[bytes], expect: list[Any]) -> tuple[str, Vector]:
        return f"whisper/{name}", {"rule": rule, **common, "heard": hexes(heard), "expect": expect}

    yield vector("greet_then_words", "S1", [greet, word(0, "soft"), word(1, ["marks", 7])], ["soft", ["marks", 7]])
    yield vector("word_before_greet", "S1", [word(0, "soft"), greet], [])
    yield vector("word_replayed", "S2", [greet, word(3, "soft"), word(3, "soft")], ["soft"])
    yield vector("word_late", "S2", [greet, word(3, "later"), word(1, "earlier")], ["later"])
    yield vector("word_under_an_old_salt", "S1", [greet, word(0, "soft", salt=bytes(32))], [])
    yield vector("word_for_another", "S2", [greet, word(0, "soft", receiver=bytes(32))], [])
    yield vector("word_of_another_session", "S1", [greet, word(0, "soft", in_session=bytes(16))], [])
    yield vector("word_changed", "S3", [greet, word(0, "soft")[:-1] + b"\x00"], [])
