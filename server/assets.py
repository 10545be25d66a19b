"""The app's files, read once into memory, compressed once, and named by their hashes in the release manifest.

A path is looked up in a table made at start: nothing a request says is ever turned into a file name. Caching is the service worker's
business; browsers are told to ask again and get 304.
"""

import errno
import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from server.headers import WORKER
from server.packing import Packing

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ftl": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
COMPRESSED = frozenset({".css", ".ftl", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest"})
UNSERVED = (".d.ts", ".lock.json")  # what development needs beside the files it is about
UNKEPT = frozenset({".txt"})  # licences travel with the fonts; a phone need not keep them
PACKS = "/packs/"
UNPACKED = frozenset({"/boot.js", WORKER})  # scripts of their own


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its bytes plain and compressed, its type and entity tag."""

    body: bytes
    type: str
    etag: str
    gzip: bytes | None = None
    brotli: bytes | None = None


class Assets:
    """All files of the app by path, and `/release.json`."""

    def __init__(self, root: Path, packing: Packing | None = None) -> None:
        packing = packing or Packing()
        self._by_path: dict[str, Asset] = {}
        hashes: dict[str, str] = {}
        has_packs = any((root / PACKS.strip("/")).glob("*.js"))
        for file in sorted(root.rglob("*")):
            if file.is_dir() or file.suffix not in TYPES or file.name.endswith(UNSERVED) or file.name.startswith("."):
                continue
            path = "/" + file.relative_to(root).as_posix()
            asset = _asset(file.read_bytes(), file.suffix, packing)
            self._by_path[path] = asset
            if file.suffix not in UNKEPT and not (has_packs and _is_packed(path)):
                hashes[path] = hashlib.sha256(asset.body).hexdigest()
        if "/index.html" not in self._by_path:
            raise FileNotFoundError(errno.ENOENT, "there is no index.html")
        self.release = release_of(hashes)
        # The worker keeps the files of a release and cannot be one of them: a browser sees a new release by comparing this one script,
        # so its last line changes with every release. The fingerprint covers it as it is on disk.
        manifest = {"release": self.release, "worker": hashes.pop(WORKER, ""), "files": hashes}
        if WORKER in self._by_path:
            self._by_path[WORKER] = _asset(self._by_path[WORKER].body + f"\n// {self.release}\n".encode(), ".js", packing)
        self._by_path["/release.json"] = _asset(json.dumps(manifest, indent=1, sort_keys=True).encode(), ".json", packing)
        self._by_path["/"] = self._by_path["/index.html"]
        packing.forget_others()

    def paths(self) -> list[str]:
        """Return every path served."""
        return sorted(self._by_path)

    async def respond(self, request: Request) -> Response:
        """Answer GET and HEAD."""
        asset = self._by_path.get(request.url.path)
        if asset is None:
            return Response("There is nothing at this address.\n", 404, {"cache-control": "no-store"}, "text/plain")
        headers = {"etag": asset.etag, "cache-control": "no-cache", "vary": "accept-encoding"}
        if is_known(request.headers.get("if-none-match", ""), asset.etag):
            return Response(None, 304, headers | {"content-type": asset.type})
        accepted = codings(request.headers.get("accept-encoding", ""))
        body = asset.body
        if asset.brotli is not None and "br" in accepted:
            body, headers["content-encoding"] = asset.brotli, "br"
        elif asset.gzip is not None and "gzip" in accepted:
            body, headers["content-encoding"] = asset.gzip, "gzip"
        response = Response(body, 200, headers)
        response.headers["content-type"] = asset.type
        return response


def is_known(if_none_match: str, etag: str) -> bool:
    """Say whether an If-None-Match header names the tag; weak comparison, as proxies weaken tags of what they compress."""
    return any(tag.strip().removeprefix("W/") in (etag, "*") for tag in if_none_match.split(","))


def codings(accept_encoding: str) -> set[str]:
    """Return the content codings an Accept-Encoding header (RFC 9110, section 12.5.3) names and does not weigh with zero."""
    parts = [part.replace(" ", "").lower().split(";q=") for part in accept_encoding.split(",")]
    return {part[0] for part in parts if len(part) == 1 or part[1].strip("0.")}


def release_of(hashes: dict[str, str]) -> str:
    """Return the fingerprint of a release: SHA-256 over `path space hash newline` of every file, sorted by path; hex.

    The worker computes the same over what it fetched, and the two phones compare it. Paths are ASCII.
    """
    lines = "".join(f"{path} {hashes[path]}\n" for path in sorted(hashes))
    return hashlib.sha256(lines.encode()).hexdigest()


def _is_packed(path: str) -> bool:
    """Say whether a file is a module that phones have in a pack: whoever wants to read it finds it here, but no phone keeps it."""
    return path.endswith(".js") and not path.startswith(PACKS) and path not in UNPACKED


def _asset(body: bytes, suffix: str, packing: Packing) -> Asset:
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    if suffix not in COMPRESSED:
        return Asset(body, TYPES[suffix], etag)
    return Asset(body, TYPES[suffix], etag, gzip.compress(body, 9, mtime=0), packing.pack(body))
