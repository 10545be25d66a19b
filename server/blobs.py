"""Chunks of blobs over HTTP, as a raw ASGI application: carries out what `sync.blobs` allows (protocol section 11)."""

import asyncio
import base64
import binascii
import time

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from server.rate_limit import PerAddress
from server.store import Chunk, Store, Unavailable
from sync import blobs as rules
from sync import limits
from sync.codec import encode
from sync.errors import Code
from sync.frames import Error
from sync.limits import Limits

PATH = "/blob/"
SCHEME = "Attune "
BODIES_AT_ONCE = 64  # bodies held in memory: 16 MiB
BODY_S = 60.0  # a chunk over a slow line
Extra = tuple[tuple[bytes, bytes], ...]
METHODS = ("GET", "HEAD", "PUT", "DELETE")


class Refused(Exception):
    """The request is answered with this error."""

    def __init__(self, code: Code, retry_after_ms: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after_ms = retry_after_ms


class Blobs:
    """ASGI application for the paths below `/blob/`."""

    def __init__(self, store: Store, pass_key: bytes, limits: Limits | None = None) -> None:
        self._store = store
        self._pass_key = pass_key
        self._limits = limits or Limits()
        self._requests = PerAddress(self._limits.blob_requests_per_address_per_hour)
        self._bodies = asyncio.Semaphore(BODIES_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["method"] not in METHODS:
            await _answer(send, 405, extra=((b"allow", ", ".join(METHODS).encode()),))
            return
        try:
            status, body = await self._serve(scope, Headers(scope=scope), receive)
        except Refused as refused:
            retry = refused.retry_after_ms
            extra = ((b"retry-after", str(-(-retry // 1000)).encode()),) if retry else ()
            await _answer(send, rules.STATUS[refused.code], encode(Error(refused.code, 0, 0, retry)), extra)
        except Unavailable:
            await _answer(send, 503, encode(Error(Code.UNAVAILABLE, 0, 0, 5000)))
        else:
            await _answer(send, status, body, is_head=scope["method"] == "HEAD")

    async def _serve(self, scope: Scope, headers: Headers, receive: Receive) -> tuple[int, bytes]:
        space = self._space(headers)
        client = scope.get("client") or ("local", 0)
        wait_s = self._requests.take(str(client[0]), asyncio.get_running_loop().time())
        if wait_s > 0:
            raise Refused(Code.RATE_LIMITED, int(wait_s * 1000) + 1)
        name = rules.read_hex32(scope["path"].removeprefix(PATH))
        if name is None:
            raise Refused(Code.MALFORMED)
        match scope["method"]:
            case "PUT":
                return await self._put(space, name, headers, receive)
            case "DELETE":
                return await self._delete(space, name, headers)
            case "HEAD":
                size = await self._store.chunk_size(space, name)
                if size is None:
                    raise Refused(Code.NO_BLOB)
                return 200, bytes(size)
            case _:
                chunk = await self._store.chunk(space, name)
                if chunk is None:
                    raise Refused(Code.NO_BLOB)
                return 200, chunk

    def _space(self, headers: Headers) -> bytes:
        """B3: the pass says which space it is about."""
        scheme, given = headers.get("authorization", "")[: len(SCHEME)], headers.get("authorization", "")[len(SCHEME) :]
        try:
            data = base64.b64decode(given + "=" * (-len(given) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            data = b""
        found = rules.read_pass(self._pass_key, data, int(time.time())) if scheme == SCHEME else None
        if found is None:
            raise Refused(Code.PASS_INVALID)
        return found.space

    async def _put(self, space: bytes, name: bytes, headers: Headers, receive: Receive) -> tuple[int, bytes]:
        tag = rules.read_hex32(headers.get("attune-delete-tag", ""))
        if tag is None:
            raise Refused(Code.MALFORMED)
        async with self._bodies:
            chunk = await _body(headers, receive)
            fault = rules.refusal(name, chunk)
            if fault is not None:
                raise Refused(fault)
            outcome = await self._store.put_chunk(space, Chunk(name, tag, chunk), self._limits.blob_bytes)
        if outcome == "full":
            raise Refused(Code.SPACE_FULL)
        if outcome == "unknown":  # wiped since the pass was made
            raise Refused(Code.PASS_INVALID)
        return 204, b""

    async def _delete(self, space: bytes, name: bytes, headers: Headers) -> tuple[int, bytes]:
        secret = rules.read_hex32(headers.get("attune-delete-secret", ""))
        if secret is None:
            raise Refused(Code.MALFORMED)
        if await self._store.delete_chunk(space, name, rules.delete_tag(secret)) == "refused":
            raise Refused(Code.NOT_YOURS)
        return 204, b""


async def _body(headers: Headers, receive: Receive) -> bytes:
    """Return the request's body, looked at no further than a chunk can be long."""
    declared = headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limits.CHUNK_BYTES:
        raise Refused(Code.TOO_LARGE)
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_S):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Refused(Code.MALFORMED)
                body += message.get("body", b"")
                if len(body) > limits.CHUNK_BYTES:
                    raise Refused(Code.TOO_LARGE)
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError:
        raise Refused(Code.MALFORMED) from None


async def _answer(send: Send, status: int, body: bytes = b"", extra: Extra = (), *, is_head: bool = False) -> None:
    headers = [(b"cache-control", b"no-store"), (b"content-type", b"application/octet-stream"), *extra]
    if status != 204:
        headers.append((b"content-length", str(len(body)).encode()))
    start: Message = {"type": "http.response.start", "status": status, "headers": headers}
    await send(start)
    await send({"type": "http.response.body", "body": b"" if is_head else body})
