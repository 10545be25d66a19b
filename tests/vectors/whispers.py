"""Vectors of whispers (section 10)."""

from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import encode
from tests.support.judge.primitives import derive
from tests.vectors.parts import Seeded, Vector, hexes


def whisper_vectors() -> Iterator[tuple[str, Vector]]:
    """What sam hears of noor; `expect` are the words it takes, `greets` says after which messages it greets again."""
    random = Seeded("whispers")
    key, space, session, noor, sam = random(32), random(32), random(16), random(32), random(32)
    noor_salt, sam_salt = random(32), random(32)

    def sealed(kind: int, seal_key: bytes, nonce: bytes, plain: list[Any], in_session: bytes = session, sender: bytes = noor) -> bytes:
        aad = encode(["attune/whisper-header/1", space, kind, session, sender])
        return encode([kind, in_session, sender, nonce, AESGCM(seal_key).encrypt(nonce, encode(plain), aad)])

    def word(
        counter: int, message: Any, *, receiver: bytes = sam, salt: bytes = sam_salt, own_salt: bytes = noor_salt, sender: bytes = noor,
        in_session: bytes = session, prefix: bytes = bytes(4),
    ) -> bytes:  # fmt: skip
        word_key = derive(key, "attune/whisper/1", session, sender, own_salt, sam, salt)
        return sealed(1, word_key, prefix + counter.to_bytes(8, "big"), [receiver, message], in_session, sender)

    def greeting(salt: bytes, known: list[list[bytes]], of: bytes = session, sender: bytes = noor) -> bytes:
        return sealed(0, derive(key, "attune/greet/1", of), Seeded(f"greet {salt.hex()}")(12), [salt, known], of, sender)

    greet = sealed(0, derive(key, "attune/greet/1", session), random(12), [noor_salt, [[sam, sam_salt]]])
    common = {
        "whispers_key": key.hex(), "space": space.hex(), "session": session.hex(), "receiver": sam.hex(), "receiver_salt": sam_salt.hex(),
    }  # fmt: skip

    def vector(name: str, rule: str, heard: list[bytes], expect: list[Any], greets: list[int] | None = None) -> tuple[str, Vector]:
        return f"whisper/{name}", {"rule": rule, **common, "heard": hexes(heard), "expect": expect, "greets": greets or []}

    yield vector("greet_then_words", "S1", [greet, word(0, "soft"), word(1, ["marks", 7])], ["soft", ["marks", 7]])
    yield vector("word_before_greet", "S1", [word(0, "soft"), greet], [], [0])
    yield vector("word_replayed", "S2", [greet, word(3, "soft"), word(3, "soft")], ["soft"])
    yield vector("word_late", "S2", [greet, word(3, "later"), word(1, "earlier")], ["later"])
    yield vector("word_under_an_old_salt", "S1", [greet, word(0, "soft", salt=bytes(32))], [])
    yield vector("word_for_another", "S2", [greet, word(0, "soft", receiver=bytes(32))], [])
    yield vector("word_of_another_session", "S1", [greet, word(0, "soft", in_session=bytes(16))], [])
    yield vector("word_changed", "S3", [greet, word(0, "soft")[:-1] + b"\x00"], [])

    yield vector("greet_that_misses_me", "S1", [greeting(noor_salt, [])], [], [0])
    yield vector("greet_with_an_old_salt_of_mine", "S1", [greeting(noor_salt, [[sam, bytes(32)]])], [], [0])
    yield vector("greet_that_knows_others_too", "S1", [greeting(noor_salt, [[bytes(32), bytes(32)], [sam, sam_salt]])], [])
    yield vector("greet_of_another_session", "S1", [greeting(noor_salt, [], of=bytes(16)), word(0, "soft")], [], [1])
    yield vector("greet_changed", "S1", [greet[:-1] + b"\x00"], [])
    yield vector("greet_without_a_list", "S1", [sealed(0, derive(key, "attune/greet/1", session), bytes(12), [noor_salt])], [])
    yield vector("greet_of_my_own", "S1", [greeting(noor_salt, [], sender=sam)], [])
    yield vector("word_of_my_own", "S1", [greet, word(0, "soft", sender=sam)], [])
    yield vector("word_with_another_nonce", "S2", [greet, word(0, "soft", prefix=b"\x00\x00\x00\x01")], [])
    yield vector("word_that_did_not_open_counts_nothing", "S2", [greet, word(5, "soft")[:-1] + b"\x00", word(4, "soft")], ["soft"])
    yield vector("another_kind", "S1", [greet, sealed(2, derive(key, "attune/greet/1", session), bytes(12), [])], [])
    yield vector("not_a_whisper", "S1", [b"", b"\xc0", encode([1, session, noor]), encode([1, session, noor, bytes(11), b""]), greet], [])
    anew, later = bytes([9]) * 32, [[sam, sam_salt]]
    again = [greet, word(0, "one"), greeting(anew, later), word(0, "two", own_salt=anew)]
    yield vector("a_new_salt_counts_anew", "S2", again, ["one", "two"])
    yield vector("the_old_salt_is_over", "S2", [*again, word(1, "three")], ["one", "two"])
    back = [*again, greet, word(0, "one"), word(1, "three")]
    yield vector("an_old_greet_brings_back_its_counters", "S2", back, ["one", "two", "three"])
    third = bytes([8]) * 32
    both = [greet, greeting(anew, later, sender=third), word(0, "one"), word(0, "two", sender=third, own_salt=anew), word(1, "three")]
    yield vector("each_sender_has_its_counters", "S2", both, ["one", "two", "three"])
