"""What was packed at an earlier start is not packed again: Brotli's best takes seconds of a small computer for a whole release."""

import contextlib
import hashlib
import os
from pathlib import Path

import brotli


class Packing:
    """Brotli at its best, kept in `folder` by the SHA-256 of what was packed. Without a folder nothing is kept.

    A file that cannot be written is packed again at the next start; one that is not what its name says is packed anew.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def pack(self, body: bytes) -> bytes:
        """Return `body` packed."""
        name = f"{hashlib.sha256(body).hexdigest()}.br"
        self._used.add(name)
        return self._kept(name, body) or self._keep(name, brotli.compress(body, quality=11))

    def forget_others(self) -> None:
        """Remove what belongs to earlier releases."""
        for file in self._folder.glob("*") if self._folder else ():
            if file.name not in self._used:
                with contextlib.suppress(OSError):
                    file.unlink()

    def _kept(self, name: str, body: bytes) -> bytes | None:
        if self._folder is None:
            return None
        with contextlib.suppress(OSError, brotli.error):
            packed = (self._folder / name).read_bytes()
            if brotli.decompress(packed) == body:
                return packed
        return None

    def _keep(self, name: str, packed: bytes) -> bytes:
        if self._folder is not None:
            part = self._folder / f"{name}.{os.getpid()}"
            with contextlib.suppress(OSError):
                self._folder.mkdir(exist_ok=True)
                part.write_bytes(packed)
                part.replace(self._folder / name)
        return packed
