"""The application: the sync socket, chunks of photos, the app's files, a health check. Composition only."""

import contextlib
import secrets
from collections.abc import AsyncIterator, Callable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from server.assets import Assets
from server.blobs import Blobs
from server.headers import SecurityHeaders
from server.relay import Relay
from server.settings import Settings
from server.sqlite_store import SqliteStore
from sync.limits import MIB, Limits

SYNC_PATH = "/sync"


class SocketFirst:
    """ASGI application: the sync socket goes straight to the relay, everything else to Starlette.

    Starlette's layers would stay on the stack of every open socket: two kilobytes each, and a call for every frame.
    """

    def __init__(self, others: ASGIApp, relay: Callable[[], Relay]) -> None:
        self._others = others
        self._relay = relay

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "websocket" and scope["path"] == SYNC_PATH:
            await self._relay()(scope, receive, send)
        else:
            await self._others(scope, receive, send)


def build_app(settings: Settings, assets: Assets) -> SocketFirst:
    """Return the ASGI application; its lifespan opens the store and, at the end, closes sockets before it."""

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        settings.data.mkdir(parents=True, exist_ok=True)
        store = await SqliteStore.open(settings.database)
        limits = Limits(blob_bytes=settings.photos_mib * MIB)
        pass_key = secrets.token_bytes(32)  # passes end with this run; phones ask again
        relay = Relay(store, settings.allows_origin, limits, pass_key)
        app.state.relay = relay
        app.state.blobs = Blobs(store, pass_key, limits)
        try:
            yield
        finally:
            await relay.close()
            await store.close()

    async def healthz(request: Request) -> Response:
        relay: Relay = request.app.state.relay
        status = {"status": "ok", "release": assets.release[:12], "connections": relay.connections}
        return JSONResponse(status, headers={"cache-control": "no-store"})

    async def blobs(scope: Scope, receive: Receive, send: Send) -> None:
        await pages.state.blobs(scope, receive, send)

    pages = Starlette(
        lifespan=lifespan,
        middleware=[Middleware(SecurityHeaders)],
        routes=[
            Route("/healthz", healthz, methods=["GET"]),
            Mount("/blob", blobs),
            Route("/{path:path}", assets.respond, methods=["GET"]),
        ],
    )
    return SocketFirst(pages, lambda: pages.state.relay)  # there is no relay before the lifespan began
