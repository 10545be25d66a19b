"""A phone's way to the server, with a switch: cut, hold, slow. One port per phone, the same for every browser engine."""

import asyncio
import contextlib
import threading

from e2e.support.server import free_port


class Link:
    """Forwards bytes from `port` to `to` on 127.0.0.1, in a thread of its own; `seen` keeps what passed when asked to."""

    def __init__(self, to: int, port: int | None = None) -> None:
        self.port = port or free_port()
        self.to = to
        self.up = True
        self.record: bytearray | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._gate = asyncio.Event()
        self._gate.set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._connected, "127.0.0.1", self.port), self._loop).result(5)

    @property
    def origin(self) -> str:
        """The address of the app, seen through this link."""
        return f"http://127.0.0.1:{self.port}"

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.up:
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.to)
        except OSError:
            writer.transport.abort()
            return
        self._writers |= {writer, far_writer}
        with contextlib.suppress(asyncio.CancelledError):  # the link is closed; asyncio would print what it makes of a cancelled handler
            await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
        self._writers -= {writer, far_writer}

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(Exception):
            while data := await reader.read(65536):
                await self._gate.wait()
                if self.record is not None:
                    self.record += data
                writer.write(data)
                await writer.drain()
        with contextlib.suppress(Exception):
            writer.close()

    def cut(self) -> None:
        """Drop every connection and refuse new ones."""
        self.up = False
        self._call(self._abort_all)

    def hold(self) -> None:
        """Freeze: nothing arrives, nothing closes."""
        self._call(self._gate.clear)

    def restore(self) -> None:
        """Let everything pass again."""
        self.up = True
        self._call(self._gate.set)

    def close(self) -> None:
        """End the link and its thread."""
        self.cut()
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        self._abort_all()
        for _ in range(3):  # a transport closes its socket in the turns after its end
            await asyncio.sleep(0)

    def _abort_all(self) -> None:
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def _call(self, step) -> None:  # type: ignore[no-untyped-def]
        done = threading.Event()

        def run() -> None:
            step()
            done.set()

        self._loop.call_soon_threadsafe(run)
        done.wait(5)
