"""Serving: what must hold before the first request, and the way to a clean end."""

import contextlib
import fcntl
import logging
import os
import signal
import socket
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import segno
import uvicorn

from server.app import build_app
from server.assets import Assets
from server.packing import Packing
from server.schema import TooNew, migrate
from server.settings import LOOPBACK, BadSetting, Settings
from sync.limits import FRAME_BYTES

EVERY_NETWORK = ("0.0.0.0", "::")  # noqa: S104  compared, not bound


def serve(settings: Settings) -> int:
    """Serve until SIGTERM or Ctrl-C; returns the exit code."""
    assets = prepare(settings)
    announce(settings)
    return run(settings, assets)


def prepare(settings: Settings) -> Assets:
    """Set up the log, see that the settings work here, and read the app.

    Raises:
        BadSetting: the data folder, the database, the port or the app's files cannot be used.
    """
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # uvicorn's own line for every start, connection and request would say who was here.
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    logging.getLogger("websockets").setLevel(logging.ERROR)
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)
    require_folder(settings.data)
    require_sole_use(settings.data)
    require_database(settings)
    require_free(settings.host, settings.port)
    packed = settings.data / "packed"
    if not packed.exists():
        print("\n  Packing the app's files, once; this takes a few seconds.", flush=True)
    try:
        return Assets(settings.web, Packing(packed))
    except OSError as error:
        raise BadSetting(f"The app's files are not in {settings.web}: {error.strerror}. ATTUNE_WEB names their folder.") from error


def run(settings: Settings, assets: Assets) -> int:
    """Serve until told to end; returns the exit code."""
    server = uvicorn.Server(
        uvicorn_config(
            build_app(settings, assets),
            host=settings.host,
            port=settings.port,
            ssl_certfile=settings.tls_cert,
            ssl_keyfile=settings.tls_key,
        )
    )
    with sigterm_is_an_end(), contextlib.suppress(KeyboardInterrupt):
        server.run()
    return 0 if server.started else 1


def uvicorn_config(app: Any, **options: Any) -> uvicorn.Config:
    """Return the configuration every server here has; sockets as measured best, and nothing said about visitors."""
    return uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_max_size=FRAME_BYTES + 1024,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        timeout_graceful_shutdown=10,
        access_log=False,
        log_config=None,
        server_header=False,
        **options,
    )


@contextlib.contextmanager
def sigterm_is_an_end() -> Iterator[None]:
    """Keep the process alive when uvicorn, after its clean end, raises the signal that ended it once more."""
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def announce(settings: Settings) -> None:
    """Print where to open Attune, and a QR of it."""
    own = f"{settings.scheme}://{_shown_host(settings.host)}:{settings.port}"
    address = settings.origins[0] if settings.origins else own
    print(f"\n  Attune is at {address}\n  Data folder: {settings.data.absolute()}\n", flush=True)
    print_qr(address)
    if not settings.origins and settings.host not in LOOPBACK:
        print("  Only this machine can use it until you name the address phones open: --origin https://…\n", flush=True)
    print("  Ctrl-C ends it.\n", flush=True)


def print_qr(address: str) -> None:
    """Draw a QR of the address, where somebody looks at the terminal."""
    if sys.stdout.isatty() or os.environ.get("ATTUNE_QR"):
        segno.make(address, error="l", micro=False).terminal(compact=True)
        print(flush=True)


def require_folder(data: Path) -> None:
    """Make the data folder, for this user only, if need be, and see that it can be written."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = data / ".attune-probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise BadSetting(f"The data folder {data} cannot be written: {error.strerror}. Choose another with --data.") from error


def require_sole_use(data: Path) -> None:
    """See that no other server uses the folder: each knows the ends of all logs from memory. The lock is held until the process ends."""
    descriptor = os.open(data / "attune.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BadSetting(f"Another Attune is serving the data in {data}. Stop that one, or choose another folder with --data.") from None


def require_free(host: str, port: int) -> None:
    """See that the port can be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = (error.strerror or "not possible").lower()
            raise BadSetting(f"Cannot listen on {host} port {port}: {reason}. Choose another with --host or --port.") from error


def require_database(settings: Settings) -> None:
    """See that the database is one, of this release or an older one, and bring it up to this one."""
    try:
        with contextlib.closing(sqlite3.connect(settings.database, isolation_level=None)) as database:
            migrate(database)
    except TooNew:
        raise BadSetting(f"The data in {settings.data} was written by a newer Attune. It is untouched; update this one first.") from None
    except sqlite3.Error as error:
        raise BadSetting(f"The database {settings.database} cannot be used: {error}. `attune check` says more.") from error


def _shown_host(host: str) -> str:
    if host in LOOPBACK or host in EVERY_NETWORK:
        return "localhost"
    return f"[{host}]" if ":" in host else host
