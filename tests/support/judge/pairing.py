"""Section 9: links, and what one side of a pairing hears."""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import decode, encode
from tests.support.judge.chain import Chain, Keys, open_epochs, read_chain, read_entry
from tests.support.judge.primitives import Refused, Value, derive, digest, is_bytes, is_list, is_uint, refusing, require

COMMIT, REVEAL, AGREE, END = range(4)


@dataclass(frozen=True)
class Link:
    """A link that was read whole."""

    kind: int
    rendezvous: bytes
    secret: bytes
    expires_s: int


def check_of(link: Link) -> bytes:
    return digest("attune/link/1", link.kind, link.rendezvous, link.secret, link.expires_s)[:4]


def write_link(origin: str, link: Link) -> str:
    data = encode([1, link.kind, link.rendezvous, link.secret, link.expires_s, check_of(link)])
    return f"{origin}/#j/{base64.urlsafe_b64encode(data).decode().rstrip('=')}"


def read_link(text: str, origin: str, now_s: int) -> Link:
    """Return the link in a text; raises `Refused` with the first fault, in the page's order."""
    found = re.search(r"(https?://[^\s#<>]+?)/?#j/([A-Za-z0-9_-]+)", text)
    if not found:
        raise Refused("wrong")
    with refusing("tampered"):
        parts = decode(_unbase64url(found[2]))
    require(not (is_list(parts) and parts and is_uint(parts[0]) and parts[0] > 1), "version")
    require(is_list(parts, 6) and parts[0] == 1 and is_uint(parts[1]) and is_uint(parts[4]), "tampered")
    require(is_bytes(parts[2], 16) and is_bytes(parts[3], 32), "tampered")
    link = Link(*parts[1:5])
    require(parts[5] == check_of(link), "tampered")
    require(found[1] == origin, "other-server")
    require(now_s < link.expires_s, "expired")
    return link


def _unbase64url(text: str) -> bytes:
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise ValueError("base64url") from error
    require(base64.urlsafe_b64encode(data).decode().rstrip("=") == text, "tampered")
    return data


@dataclass(frozen=True)
class Reveal:
    """What a side says of itself."""

    sign_pk: bytes
    kem_pk: bytes
    name: str
    relationship: int
    chain_head: bytes


def read_reveal(data: bytes) -> Reveal:
    """E4; raises `Refused`."""
    with refusing("tampered"):
        parts = decode(data)
    require(is_list(parts, 6), "tampered")
    sign_pk, kem_pk, name, relationship, head, nonce = parts
    require(is_bytes(sign_pk, 32) and is_bytes(kem_pk, 1216) and is_bytes(head, 32) and is_bytes(nonce, 32), "tampered")
    require(isinstance(name, str) and 1 <= len(name) <= 40 and is_uint(relationship) and 1 <= relationship <= 3, "tampered")
    return Reveal(sign_pk, kem_pk, name, relationship, head)


def commit_of(role: int, rendezvous: bytes, reveal: bytes) -> bytes:
    """P1."""
    return digest("attune/pair/1", role, rendezvous, reveal)


@dataclass(frozen=True)
class Compared:
    """P4: what both sides have once both have revealed; commits and reveals are the inviter's, then the joiner's."""

    rendezvous: bytes
    commits: tuple[bytes, bytes]
    reveals: tuple[bytes, bytes]

    @property
    def pictures(self) -> list[int]:
        bits = int.from_bytes(derive(encode([*self.commits, *self.reveals]), "attune/sas/1", self.rendezvous)[:3], "big")
        return [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63]

    @property
    def transcript(self) -> bytes:
        return digest("attune/transcript/1", self.rendezvous, *self.commits, *self.reveals)


class Mailbox:
    """Seals what one side says and opens what was said."""

    def __init__(self, rendezvous: bytes, secret: bytes) -> None:
        self._rendezvous = rendezvous
        self._key = AESGCM(derive(secret, "attune/pair-seal/1", rendezvous))

    def _aad(self, role: int, step: int) -> bytes:
        return encode(["attune/pair-message/1", self._rendezvous, role, step])

    def seal(self, role: int, step: int, nonce: bytes, body: list[Value]) -> bytes:
        return encode([role, step, nonce, self._key.encrypt(nonce, encode(body), self._aad(role, step))])

    def heard(self, messages: Sequence[bytes], role: int) -> dict[int, list[Value]]:
        """Return the body of each step a role said: the first that opens counts (P3, M3)."""
        steps: dict[int, list[Value]] = {}
        for message in messages:
            try:
                who, step, nonce, sealed = decode(message)
                body = decode(self._key.decrypt(nonce, sealed, self._aad(who, step)))
            except (InvalidTag, ValueError, TypeError):
                continue
            if who == role and _is_body(role, step, body):
                steps.setdefault(step, body)
        return steps


def _is_body(role: int, step: int, body: Value) -> bool:
    if step == COMMIT:
        return is_list(body, 1) and is_bytes(body[0], 32)
    if step == AGREE and role == 0:
        return is_list(body, 3) and is_list(body[0]) and all(map(is_bytes, body[0])) and is_bytes(body[1]) and is_bytes(body[2], 64)
    if step in (REVEAL, AGREE):
        return is_list(body, 1) and is_bytes(body[0])
    return step == END and is_list(body, 1) and is_uint(body[0])


def true_reveal(role: int, rendezvous: bytes, heard: dict[int, list[Value]]) -> Reveal | None:
    """Return the other side's reveal, None before it came; raises `Refused("tampered")` when it is not what was committed to (P2)."""
    if not {COMMIT, REVEAL} <= heard.keys():
        return None
    require(commit_of(role, rendezvous, heard[REVEAL][0]) == heard[COMMIT][0], "tampered")
    return read_reveal(heard[REVEAL][0])


def accept(keys: Keys, them: Reveal, transcript: bytes, offer: list[Value]) -> tuple[Chain, bytes]:
    """P6: return the finished chain and its last entry; raises `Refused`."""
    entries, body, signature = offer
    try:
        parts, first = decode(body), decode(decode(entries[0])[0])
        chain = read_chain(first[1], entries)
        require(chain.head == them.chain_head, "refused")
        (inviter,) = chain.members.values()
        require(inviter.sign_pk == them.sign_pk, "refused")
        require(parts[5] == 2 and parts[7] == [[keys.sign_pk, keys.kem_pk, 2, 0]] and parts[11] == [transcript], "refused")
        entry = encode([body, [[parts[4], signature], [keys.device, keys.sign(body)]]])
        chain, verdict = read_entry(chain, entry)
        require(verdict.kind == "effective", "refused")
        open_epochs(chain, keys)
    except (Refused, ValueError, IndexError, TypeError) as error:
        raise Refused("refused") from error
    return chain, entry
