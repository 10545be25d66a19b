"""Vectors of pairing (section 9): links, pictures, and what a joiner hears of the inviter."""

import base64
from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import encode
from tests.support.judge.primitives import Z32, derive, digest
from tests.vectors.parts import Seeded, Vector


def pairing_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("pairing")
    rendezvous, secret = random(16), random(32)
    expires_s = 1_800_000_000

    def link(check: bytes | None = None, version: int = 1) -> str:
        found = digest("attune/link/1", 0, rendezvous, secret, expires_s)[:4]
        return _base64url(encode([version, 0, rendezvous, secret, expires_s, check if check is not None else found]))

    def vector(expect: str, text: str, now_s: int = expires_s - 60) -> Vector:
        here = "https://attune.example"
        return {"rule": "P1", "origin": here, "now_s": now_s, "text": text, "expect": expect}

    good = f"https://attune.example/#j/{link()}"
    yield "link/good", vector("ok", good)
    yield "link/inside_a_message", vector("ok", f"Come here: <{good}> tonight.")
    yield "link/expired", vector("expired", good, expires_s)
    yield "link/cut_short", vector("tampered", good[:-3])
    yield "link/wrong_check", vector("tampered", f"https://attune.example/#j/{link(bytes(4))}")
    yield "link/other_server", vector("other-server", good.replace("attune.example", "elsewhere.example"))
    yield "link/later_version", vector("version", f"https://attune.example/#j/{link(version=2)}")
    yield "link/no_link", vector("wrong", "see you at eight")
    reveals = [encode([random(32), random(1216), name, 1, head, random(32)]) for name, head in (("Noor", random(32)), ("Sam", Z32))]
    commits = [digest("attune/pair/1", role, rendezvous, reveal) for role, reveal in enumerate(reveals)]
    parts = [commits[0], commits[1], reveals[0], reveals[1]]
    bits = int.from_bytes(derive(encode(parts), "attune/sas/1", rendezvous)[:3], "big")
    yield (
        "pairing/pictures",
        {
            "rule": "P4",
            "rendezvous": rendezvous.hex(),
            "commits": [c.hex() for c in commits],
            "reveals": [r.hex() for r in reveals],
            "transcript": digest("attune/transcript/1", rendezvous, *parts).hex(),
            "expect": [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63],
        },
    )


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def reveal_vectors() -> Iterator[tuple[str, Vector]]:
    """The inviter's commit and reveal as a joiner hears them."""
    random = Seeded("reveals")
    rendezvous, secret = random(16), random(32)
    seal = derive(secret, "attune/pair-seal/1", rendezvous)

    def reveal(name: str = "Noor", kem_bytes: int = 1216, relationship: int = 1) -> bytes:
        fixed = Seeded("reveal")
        return encode([fixed(32), fixed(kem_bytes), name, relationship, fixed(32), fixed(32)])

    def commit(data: bytes, role: int = 0) -> bytes:
        return digest("attune/pair/1", role, rendezvous, data)

    def message(step: int, body: list[Any], key: bytes = seal) -> bytes:
        nonce = Seeded(f"nonce {step}")(12)
        return encode([0, step, nonce, AESGCM(key).encrypt(nonce, encode(body), encode(["attune/pair-message/1", rendezvous, 0, step]))])

    def vector(name: str, expect: str, *messages: bytes, rule: str = "P2") -> tuple[str, Vector]:
        return f"meeting/{name}", {
            "rule": rule,
            "rendezvous": rendezvous.hex(),
            "secret": secret.hex(),
            "messages": [each.hex() for each in messages],
            "expect": expect,
        }

    true = reveal()
    yield vector("reveal_true", "compare", message(0, [commit(true)]), message(1, [true]))
    yield vector("reveal_not_commit", "tampered", message(0, [commit(true)]), message(1, [reveal(name="Noa")]))
    yield vector("commit_of_the_other_role", "tampered", message(0, [commit(true, role=1)]), message(1, [true]))
    for fault, changed in (
        ("reveal_kem_key_short", reveal(kem_bytes=1215)),
        ("reveal_no_name", reveal(name="")),
        ("reveal_name_of_41", reveal(name="é" * 41)),
        ("reveal_relationship_unknown", reveal(relationship=4)),
    ):
        yield vector(fault, "tampered", message(0, [commit(changed)]), message(1, [changed]))
    yield vector("second_reveal_does_not_count", "compare", message(0, [commit(true)]), message(1, [true]), message(1, [b"no"]), rule="P3")
    yield vector("sealed_with_another_key", "meeting", message(0, [commit(true)]), message(1, [true], random(32)), rule="M3")
