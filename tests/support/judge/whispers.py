"""Section 10: one device in one session over one connection."""

import secrets
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.support.codec import decode, encode
from tests.support.judge.primitives import Value, derive, is_bytes, is_ids, is_list

GREET, WORD = 0, 1


@dataclass
class Line:
    """S2: the counters of one (own salt, their salt); they only rise."""

    salt: bytes
    sent: int = 0
    heard: int = -1


class Whisperer:
    """`key` is the sub-key "whispers" of the epoch in force."""

    def __init__(self, key: bytes, space: bytes, session: bytes, device: bytes, salt: bytes | None = None) -> None:
        self._key, self._space, self._session, self._device = key, space, session, device
        self._salt = salt or secrets.token_bytes(32)
        self._lines: dict[tuple[bytes, bytes], Line] = {}
        self.peers: dict[bytes, Line] = {}
        self.must_greet = True
        """S1: somebody does not know this device's salt; so it is at first, and `hear` finds out."""

    def greet(self) -> bytes:
        """S1."""
        self.must_greet = False
        known = [[device, line.salt] for device, line in self.peers.items()]
        return self._seal(GREET, self._greet_key(), secrets.token_bytes(12), [self._salt, known])

    def say(self, message: Value) -> list[bytes]:
        """Return one whisper for each device met."""
        out = []
        for device, line in self.peers.items():
            key = self._word_key(self._device, self._salt, device, line.salt)
            out.append(self._seal(WORD, key, bytes(4) + line.sent.to_bytes(8, "big"), [device, message]))
            line.sent += 1
        return out

    def hear(self, data: bytes) -> Value:
        """Return the word; None for a greet and for what is not ours to read."""
        try:
            parts = decode(data)
            if not is_list(parts, 5):
                return None
            kind, session, sender, nonce, sealed = parts
            if session != self._session or sender == self._device or not (is_bytes(sender, 32) and is_bytes(nonce, 12)):
                return None
            if kind == GREET:
                self._hear_greet(sender, self._open(GREET, self._greet_key(), sender, nonce, sealed))
                return None
            line = self.peers.get(sender)
            self.must_greet |= kind == WORD and line is None
            counter = int.from_bytes(nonce[4:], "big")
            if kind != WORD or line is None or nonce[:4] != bytes(4) or counter <= line.heard:
                return None
            receiver, message = self._open(WORD, self._word_key(sender, line.salt, self._device, self._salt), sender, nonce, sealed)
        except (InvalidTag, ValueError, TypeError):
            return None
        if receiver != self._device:
            return None
        line.heard = counter
        return message

    def _hear_greet(self, sender: bytes, plain: Any) -> None:
        if not (is_list(plain, 2) and is_bytes(plain[0], 32) and is_list(plain[1]) and all(is_list(p, 2) and is_ids(p) for p in plain[1])):
            return
        self.must_greet |= [self._device, self._salt] not in plain[1]
        self.peers[sender] = self._lines.setdefault((sender, plain[0]), Line(plain[0]))

    def _greet_key(self) -> bytes:
        return derive(self._key, "attune/greet/1", self._session)

    def _word_key(self, sender: bytes, sender_salt: bytes, receiver: bytes, receiver_salt: bytes) -> bytes:
        return derive(self._key, "attune/whisper/1", self._session, sender, sender_salt, receiver, receiver_salt)

    def _aad(self, kind: int, sender: bytes) -> bytes:
        return encode(["attune/whisper-header/1", self._space, kind, self._session, sender])

    def _open(self, kind: int, key: bytes, sender: bytes, nonce: bytes, sealed: bytes) -> Any:
        return decode(AESGCM(key).decrypt(nonce, sealed, self._aad(kind, sender)))

    def _seal(self, kind: int, key: bytes, nonce: bytes, plain: list[Value]) -> bytes:
        sealed = AESGCM(key).encrypt(nonce, encode(plain), self._aad(kind, self._device))
        return encode([kind, self._session, self._device, nonce, sealed])
