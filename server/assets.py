"""The app's files, read once into memory, compressed once, and named by their hashes in the release manifest.

A path is looked up in a table made at start: nothing a request says is ever turned into a file name.
"""

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import brotli
from starlette.requests import Request
from starlette.responses import Response

from server.headers import security_headers

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
#: not part of a release: the worker decides about releases and must not be one of their files; tools that made the files
OUTSIDE = frozenset({"/sw.js"})
UNSERVED = (".mjs", ".d.ts")


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

    def __init__(self, root: Path) -> None:
        self._by_path: dict[str, Asset] = {}
        hashes: dict[str, str] = {}
        for file in sorted(root.rglob("*")):
            if file.is_dir() or file.suffix not in TYPES or file.name.endswith(UNSERVED) or file.name.startswith("."):
                continue
            path = "/" + file.relative_to(root).as_posix()
            asset = _asset(file.read_bytes(), file.suffix)
            self._by_path[path] = asset
            if path not in OUTSIDE:
                hashes[path] = hashlib.sha256(asset.body).hexdigest()
        if "/index.html" not in self._by_path:
            raise FileNotFoundError(root / "index.html")
        self.release = release_of(hashes)
        manifest = json.dumps({"release": self.release, "files": hashes}, indent=1, sort_keys=True)
        self._by_path["/release.json"] = _asset(manifest.encode(), ".json")
        self._by_path["/"] = self._by_path["/index.html"]

    def paths(self) -> list[str]:
        """Return every path served."""
        return sorted(self._by_path)

    async def respond(self, request: Request) -> Response:
        """Answer GET and HEAD."""
        headers = security_headers(request.headers.get("host", ""), secure=request.url.scheme == "https")
        asset = self._by_path.get(request.url.path)
        if asset is None:
            return Response("There is nothing at this address.\n", 404, {**headers, "cache-control": "no-store"}, "text/plain")
        headers |= {"etag": asset.etag, "cache-control": "no-cache", "vary": "accept-encoding"}
        if request.headers.get("if-none-match") == asset.etag:
            return Response(None, 304, headers)
        accepted = {part.split(";")[0].strip() for part in request.headers.get("accept-encoding", "").split(",")}
        body = asset.body
        if asset.brotli is not None and "br" in accepted:
            body, headers["content-encoding"] = asset.brotli, "br"
        elif asset.gzip is not None and "gzip" in accepted:
            body, headers["content-encoding"] = asset.gzip, "gzip"
        response = Response(body, 200, headers)
        response.headers["content-type"] = asset.type
        return response


def release_of(hashes: dict[str, str]) -> str:
    """Return the fingerprint of a release: SHA-256 over `path space hash newline` of every file, sorted by path; hex.

    The worker computes the same over what it fetched, and the two phones compare it.
    """
    lines = "".join(f"{path} {hashes[path]}\n" for path in sorted(hashes))
    return hashlib.sha256(lines.encode()).hexdigest()


def _asset(body: bytes, suffix: str) -> Asset:
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if suffix not in COMPRESSED:
        return Asset(body, TYPES[suffix], etag)
    return Asset(body, TYPES[suffix], etag, gzip.compress(body, 9, mtime=0), brotli.compress(body, quality=9))
