"""Vectors of pairing (section 9): links, pictures, and what a joiner hears of the inviter."""

import base64
from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import decode, encode
from tests.support.judge.chain import Keys, sign_body
from tests.support.judge.pairing import AGREE, COMMIT, REVEAL, Compared, Mailbox, commit_of
from tests.support.judge.primitives import Z32, derive, digest
from tests.vectors.epochs import EpochMaker, hex_keys, seeded_keys
from tests.vectors.parts import Seeded, Vector, entry_id, hexes


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
    """The inviter's commit and reveal as a joiner hears them; `before` of the messages were there when it came."""
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

    def vector(name: str, expect: str, *messages: bytes, rule: str = "P2", before: int = 1) -> tuple[str, Vector]:
        return f"meeting/{name}", {
            "rule": rule,
            "rendezvous": rendezvous.hex(),
            "secret": secret.hex(),
            "before": before,
            "messages": hexes(messages),
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
    joiner = Mailbox(rendezvous, secret).seal(1, 0, bytes(12), [bytes([3]) * 32])
    yield vector("another_joiner_was_first", "used", message(0, [commit(true)]), joiner, message(1, [true]), before=2, rule="P3")
    yield vector("another_joiner_came_later", "compare", message(0, [commit(true)]), joiner, message(1, [true]), rule="P3")
    yield vector("reveal_before_the_commit", "compare", message(1, [true]), message(0, [commit(true)]), before=2)
    yield vector(
        "reveal_of_two_parts_is_not_read", "compare", message(0, [commit(true)]), message(1, [true, b""]), message(1, [true]), rule="P3"
    )
    yield vector("commit_short_is_not_read", "compare", message(0, [commit(true)[:31]]), message(0, [commit(true)]), message(1, [true]),
                 before=2, rule="P3")  # fmt: skip
    yield vector("sealed_with_another_key", "meeting", message(0, [commit(true)]), message(1, [true], random(32)), rule="M3")


def offer_vectors() -> Iterator[tuple[str, Vector]]:
    """A joiner with these keys, whose reveal has this nonce, hears commit, reveal and offer, and its person confirmed (P6)."""
    random = Seeded("offers")
    rendezvous, secret, nonce = random(16), random(32), random(32)
    noor, sam, mallory = seeded_keys(random), seeded_keys(random), seeded_keys(random)
    seed, key, first_key, third_key = random(32), random(32), random(32), random(32)
    mailbox = Mailbox(rendezvous, secret)
    joiner_reveal = encode([sam.sign_pk, sam.kem_pk, "Sam", 1, Z32, nonce])

    def vector(
        name: str,
        expect: str = "refused",
        *,
        chain: list[bytes] | None = None,
        said: bytes | None = None,
        at: tuple[int, bytes] | None = None,
        members: tuple[Keys, ...] = (noor, sam),
        keys: tuple[bytes, bytes] = (key, first_key),
        signer: Keys = noor,
        maker: EpochMaker | None = None,
        early: bytes | None = None,
        rule: str = "P6",
        **changes: Any,
    ) -> tuple[str, Vector]:
        """`chain` is offered, `said` the head that was revealed, `at` the body's place, `keys` the new epoch's and the one before."""
        entries = [create] if chain is None else chain
        reveal = encode([noor.sign_pk, noor.kem_pk, "Noor", 1, said or entry_id(create), Seeded("offer nonce")(32)])
        reveals = (reveal, joiner_reveal)
        commits = (commit_of(0, rendezvous, reveal), commit_of(1, rendezvous, joiner_reveal))
        transcript = Compared(rendezvous, commits, reveals).transcript
        n, prev = at or (1, entry_id(create))
        body = (maker or base).body(n, prev, *keys, *members, **{"extra": [transcript], **changes})
        offer = mailbox.seal(0, AGREE, bytes(11) + b"\x02", [entries, body, signer.sign(body)])
        opening = [mailbox.seal(0, COMMIT, bytes(12), [commits[0]]), mailbox.seal(0, REVEAL, bytes(11) + b"\x01", [reveal])]
        return f"offer/{name}", {
            "rule": rule,
            "rendezvous": rendezvous.hex(),
            "secret": secret.hex(),
            **hex_keys(sam),
            "nonce": nonce.hex(),
            "messages": hexes([*opening, *([early] if early else []), offer]),
            "expect": expect,
        }

    base = EpochMaker(noor, seed)
    create = base.create(first_key)
    head = entry_id(create)
    yield vector("good", "done")
    yield vector("another_head_revealed", said=bytes([1]) * 32)
    yield vector("no_entries", chain=[])
    yield vector("chain_cut", chain=[create[:-1]])
    void = sign_body(decode(create)[0], mallory)
    yield vector("chain_without_members", chain=[void], said=entry_id(void), at=(1, entry_id(void)))
    own = EpochMaker(mallory, seed)
    theirs = own.create(first_key)
    of_mallory = {"chain": [theirs], "said": entry_id(theirs), "at": (1, entry_id(theirs)), "members": (mallory, sam)}
    yield vector("chain_of_somebody_else", maker=own, signer=mallory, **of_mallory)
    laptop = base.entry(1, head, third_key, first_key, noor, mallory, type=1, extra=[], adds=[[mallory.sign_pk, mallory.kem_pk, 1, 0]])
    after = {"chain": [create, laptop], "said": entry_id(laptop), "at": (2, entry_id(laptop)), "members": (noor, mallory, sam)}
    me = [[sam.sign_pk, sam.kem_pk, 2, 0]]
    yield vector("a_device_was_added_before", keys=(key, third_key), type=2, adds=me, **after)
    yield vector("adds_somebody_else", members=(noor, mallory))
    yield vector("adds_my_key_with_another", adds=[[sam.sign_pk, mallory.kem_pk, 2, 0]])
    yield vector("adds_me_to_the_first_person", adds=[[sam.sign_pk, sam.kem_pk, 1, 0]])
    yield vector("adds_a_device_not_a_person", type=1, adds=[[sam.sign_pk, sam.kem_pk, 1, 0]], extra=[])
    yield vector("transcript_of_another_run", extra=[bytes([2]) * 32])
    yield vector("no_transcript", extra=[])
    yield vector("signed_by_somebody_else", signer=mallory)
    yield vector("another_place", at=(2, head))
    yield vector("another_previous_entry", at=(1, bytes([1]) * 32))
    yield vector("another_space", maker=EpochMaker(noor, bytes(32)))
    yield vector("wrap_of_another_key", wraps=[[each.device, base.wrap_of(each, 1, head, third_key)] for each in in_order(noor, sam)])
    yield vector("wrap_that_does_not_open", wraps=[[each.device, base.wrap_of(noor, 1, head, key)] for each in in_order(noor, sam)])
    yield vector("previous_that_does_not_open", previous=bytes(48))
    yield vector("previous_of_another_key", keys=(key, third_key))
    early = mailbox.seal(0, AGREE, bytes(11) + b"\x03", [[create], b"", bytes(63)])
    yield vector("an_offer_of_another_form_is_not_read", "done", early=early, rule="P3")
    first = mailbox.seal(0, AGREE, bytes(11) + b"\x03", [[create], b"", bytes(64)])
    yield vector("the_first_offer_counts", "refused", early=first, rule="P3")


def in_order(*members: Keys) -> list[Keys]:
    return sorted(members, key=lambda one: one.device)
