"""What Attune's server is held against: a relay of the `websockets` library that checks nothing and stores nothing.

Two sockets that open the same path are a pair. A message goes to the other one, and its first eight bytes come back as acknowledgement, so
that the work on the wire is the same.

"""

import asyncio
import sys
from collections import defaultdict

import uvloop
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

rooms: defaultdict[str, set[ServerConnection]] = defaultdict(set)


async def relay(socket: ServerConnection) -> None:
    """Serve one socket."""
    room = rooms[socket.request.path if socket.request else ""]
    room.add(socket)
    try:
        async for message in socket:
            for other in room:
                if other is not socket:
                    await other.send(message)
            await socket.send(message[:8])
    except ConnectionClosed:
        pass
    finally:
        room.discard(socket)


async def main(port: int) -> None:
    """Serve until the process ends."""
    async with serve(relay, "127.0.0.1", port, compression=None, max_size=2**21, ping_interval=None):
        await asyncio.Future()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(int(sys.argv[1])))
