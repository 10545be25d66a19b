"""The application: the sync socket, the app's files, a health check. Composition only."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute

from server.assets import Assets
from server.headers import SecurityHeaders
from server.relay import Relay
from server.settings import Settings
from server.sqlite_store import SqliteStore

SYNC_PATH = "/sync"


def build_app(settings: Settings, assets: Assets) -> Starlette:
    """Return the ASGI application; its lifespan opens the store and, at the end, closes sockets before it."""

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        settings.data.mkdir(parents=True, exist_ok=True)
        store = await SqliteStore.open(settings.database)
        relay = Relay(store, settings.allows_origin)
        app.state.relay = relay
        try:
            yield
        finally:
            await relay.close()
            await store.close()

    async def healthz(request: Request) -> Response:
        relay: Relay = request.app.state.relay
        status = {"status": "ok", "release": assets.release[:12], "connections": relay.connections}
        return JSONResponse(status, headers={"cache-control": "no-store"})

    class Socket:
        """The raw ASGI route: the relay exists only once the lifespan began."""

        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            await scope["app"].state.relay(scope, receive, send)

    return Starlette(
        lifespan=lifespan,
        middleware=[Middleware(SecurityHeaders)],
        routes=[
            WebSocketRoute(SYNC_PATH, Socket()),
            Route("/healthz", healthz, methods=["GET"]),
            Route("/{path:path}", assets.respond, methods=["GET"]),
        ],
    )
