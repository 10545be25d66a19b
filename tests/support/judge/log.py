"""Section 7, W4 to W7: the log's rolling hash, and what to do about a log that is not the one known."""

import hashlib
from collections.abc import Iterable, Sequence

from tests.support.judge.primitives import digest, require


def first_r(space: bytes, log_id: bytes) -> bytes:
    """W4."""
    return digest("attune/log/1", space, log_id)


def next_r(r: bytes, op_id: bytes) -> bytes:
    """W4."""
    return hashlib.sha256(r + op_id).digest()


def advance(n: int, r: bytes, seq: int, op_id: bytes) -> tuple[int, bytes]:
    """W7."""
    return (seq, next_r(r, op_id)) if seq == n + 1 else (n, r)


class Listing:
    """W5, W6: the list of a log whose R is not the one this device holds."""

    def __init__(self, space: bytes, log_id: bytes, n: int, r: bytes) -> None:
        self.n, self.r, self._rolled = n, r, first_r(space, log_id)
        self.ids: list[bytes] = []

    def hear(self, first_seq: int, ids: Sequence[bytes]) -> bool:
        """Take one frame; returns whether the list is whole. Raises `Refused`: W5 out of order, W6 not what R says."""
        require(first_seq == len(self.ids) + 1, "W5")
        for op_id in ids:
            self.ids.append(op_id)
            self._rolled = next_r(self._rolled, op_id)
        if len(self.ids) < self.n:
            return False
        require(len(self.ids) == self.n and self._rolled == self.r, "W6")
        return True

    def heal(self, held: Iterable[bytes]) -> tuple[list[bytes], list[bytes]]:
        """Return the ids to upload and the ids to pull."""
        mine, there = dict.fromkeys(held), dict.fromkeys(self.ids)
        return [each for each in mine if each not in there], [each for each in there if each not in mine]
