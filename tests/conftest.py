"""Fixtures for all tests."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute

from server.memory_store import MemoryStore
from server.relay import Relay
from server.settings import Settings
from server.sqlite_store import SqliteStore
from server.store import Store
from sync.limits import Limits


@pytest.fixture(params=["sqlite", "memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Every store: the contract holds for each."""
    made: Store = MemoryStore() if request.param == "memory" else await SqliteStore.open(tmp_path / "attune.sqlite3")
    yield made
    await made.close()


@contextlib.asynccontextmanager
async def serving(
    store: Store, limits: Limits | None = None, origins: tuple[str, ...] = (), pass_key: bytes | None = None
) -> AsyncIterator[tuple[int, Relay]]:
    """Run a relay over a store on a free loopback port."""
    settings = Settings("127.0.0.1", 0, Path(), "info", origins, None, None, Path("web"))
    relay = Relay(store, settings.allows_origin, limits, pass_key)

    class Socket:
        async def __call__(self, scope, receive, send):
            await relay(scope, receive, send)

    config = uvicorn.Config(
        Starlette(routes=[WebSocketRoute("/sync", Socket())]),
        port=0,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=1024 * 1024 + 1024,
        ws_ping_interval=None,
        log_config=None,
        access_log=False,
        lifespan="off",
    )
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None
    task = asyncio.create_task(server._serve())
    while not server.started:
        await asyncio.sleep(0.005)
    try:
        yield server.servers[0].sockets[0].getsockname()[1], relay
    finally:
        await relay.close()
        server.should_exit = True
        await task
