"""The server under measurement: everything as served, only the limits by address lifted, as all phones here share one."""

import asyncio
import sys
from pathlib import Path

import uvicorn
import uvloop
from starlette.applications import Starlette

from server.app import SocketFirst
from server.relay import Relay
from server.serve import sigterm_is_an_end, uvicorn_config
from server.sqlite_store import SqliteStore
from sync.limits import Limits

LIFTED = Limits(
    connections_per_address=100_000,
    spaces_per_address_per_hour=1_000_000,
    frames_per_s=1e9,
    frame_burst=1e9,
    bytes_per_s=1e12,
    byte_burst=1e12,
)


async def main(port: int, database: Path) -> None:
    """Serve the sync socket until SIGTERM."""
    store = await SqliteStore.open(database)
    relay = Relay(store, lambda _origin: True, LIFTED)

    app = SocketFirst(Starlette(), lambda: relay)
    with sigterm_is_an_end():
        await uvicorn.Server(uvicorn_config(app, host="127.0.0.1", port=port, lifespan="off")).serve()
    await relay.close()
    await store.close()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(int(sys.argv[1]), Path(sys.argv[2])))
