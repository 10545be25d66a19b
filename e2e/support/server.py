"""The real server as a subprocess, on a free loopback port, with the accidents a server can have."""

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

#: The app's files compressed, for all servers of the tests: two seconds of each start.
PACKED = Path(__file__).parent.parent.parent / "build" / "packed"


def free_port(count: int = 1) -> int:
    """Return the first of `count` neighbouring ports nobody listens on, below those the system hands out by itself.

    Each worker has a range of its own: the phones of a pair come back to ports that are free between two tests.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 6
    while True:
        first = random.randrange(20_000 + 2_000 * worker, 21_980 + 2_000 * worker)
        try:
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("0.0.0.0", port))
        except OSError:
            continue
        return first


class Server:
    """`attune serve` over one data folder; `origin` is where phones open it."""

    def __init__(self, data: Path, *, web: Path | None = None, port: int | None = None) -> None:
        self.data = data
        self.web = web
        self.port = port or free_port()
        self.arguments: list[str] = []
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def origin(self) -> str:
        """The address of the app."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        """Start and wait until `/healthz` answers."""
        if self.web is None:
            PACKED.mkdir(parents=True, exist_ok=True)
            self.data.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):
                (self.data / "packed").symlink_to(PACKED)
        env = {k: v for k, v in os.environ.items() if not k.startswith("ATTUNE_")}
        if self.web is not None:
            env["ATTUNE_WEB"] = str(self.web)
        with (self.data.parent / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "server", "serve", "--port", str(self.port), "--data", str(self.data), *self.arguments],
                env=env,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 60  # a loaded machine is no fault of the server
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError((self.data.parent / "server.log").read_text()[-2000:])
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.origin}/healthz", timeout=1) as answer:
                if answer.status == 200:
                    return self
            time.sleep(0.02)
        raise TimeoutError("the server did not answer /healthz")

    def stop(self) -> None:
        """End it as an operator would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def wipe(self) -> None:
        """Lose everything it stored."""
        shutil.rmtree(self.data, ignore_errors=True)

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(15)
        self.process = None
