"""The `attune` command."""

import argparse
import asyncio
import logging
import os
import socket
import sqlite3
import sys
from pathlib import Path

import segno
import uvicorn

from server.app import build_app
from server.assets import Assets
from server.integrity import check_data
from server.schema import TooNew
from server.settings import BadSetting, Settings, add_arguments, from_arguments

DESCRIPTION = """\
Attune: a private place for two people. This is its small server: it hands out the app and passes sealed
changes between phones. It can read none of them.

  attune serve                      start at http://localhost:8400
  attune backup copy.sqlite3        a consistent copy, also while it runs
  attune check                      is everything in the data folder whole?
"""


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 found faults, 2 wrong settings."""
    parser = argparse.ArgumentParser(prog="attune", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    serve_parser = commands.add_parser("serve", help="serve the app and the sync socket")
    add_arguments(serve_parser)
    backup_parser = commands.add_parser("backup", help="write a consistent copy of the database, also while the server runs")
    backup_parser.add_argument("file", help="where to write it; must not exist yet")
    backup_parser.add_argument("--data", help="data folder (ATTUNE_DATA, default ./data)")
    check_parser = commands.add_parser("check", help="check the data folder from end to end")
    check_parser.add_argument("--data", help="data folder (ATTUNE_DATA, default ./data)")
    arguments = parser.parse_args(argv)
    try:
        settings = from_arguments(arguments)
        if arguments.command == "backup":
            return backup(settings, Path(arguments.file))
        if arguments.command == "check":
            return check(settings)
        return serve(settings)
    except BadSetting as fault:
        print(f"attune: {fault}", file=sys.stderr)
        return 2


def serve(settings: Settings) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    require_folder(settings.data)
    try:
        assets = Assets(settings.web)
    except OSError as error:
        raise BadSetting(f"The app's files are not in {settings.web}: {error.strerror}.") from error
    require_free(settings.host, settings.port)
    address = f"{settings.scheme}://{_shown_host(settings.host)}:{settings.port}"
    announce(settings.origins[0] if settings.origins else address, settings.data)
    config = uvicorn.Config(
        build_app(settings, assets),
        host=settings.host,
        port=settings.port,
        ws="websockets-sansio",
        ws_max_size=1024 * 1024 + 1024,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        timeout_graceful_shutdown=10,
        access_log=False,
        log_config=None,
        server_header=False,
        ssl_certfile=settings.tls_cert,
        ssl_keyfile=settings.tls_key,
    )
    server = uvicorn.Server(config)
    try:
        server.run()
    except (TooNew, sqlite3.Error) as error:
        raise BadSetting(data_fault(settings, error)) from error
    except KeyboardInterrupt:
        pass
    return 0 if server.started else 1


def announce(address: str, data: Path) -> None:
    """Print where to open Attune, and a QR of it."""
    print(f"\n  Attune is at {address}\n  Data folder: {data.absolute()}\n", flush=True)
    if sys.stdout.isatty() or os.environ.get("ATTUNE_QR"):
        segno.make(address, error="l").terminal(compact=True)
        print("  Ctrl-C ends it.\n", flush=True)


def backup(settings: Settings, target: Path) -> int:
    """Copy the database with SQLite's own backup, page by page under its locks."""
    if not settings.database.exists():
        raise BadSetting(f"There is no database in {settings.data}; nothing was copied. Name its folder with --data.")
    if target.exists():
        raise BadSetting(f"{target} exists already; nothing was copied. Name a new file.")
    partial = target.with_name(target.name + ".partial")
    try:
        with sqlite3.connect(settings.database) as source, sqlite3.connect(partial) as copy:
            source.backup(copy)
        source.close()
        copy.close()
        partial.rename(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise BadSetting(f"The copy could not be written to {target}: {error}. The database itself is untouched.") from error
    print(f"copied {settings.database} to {target} ({target.stat().st_size:,} bytes)")
    return 0


def check(settings: Settings) -> int:
    """Say whether every page, chain and log of the data folder is whole."""
    if not settings.database.exists():
        raise BadSetting(f"There is no database in {settings.data}. Name its folder with --data.")
    faults, summary = check_data(settings.database)
    for fault in faults:
        print(f"fault: {fault}")
    print(summary)
    return 1 if faults else 0


def require_folder(data: Path) -> None:
    """Make the data folder if need be, and see that it can be written."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        probe = data / ".attune-probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise BadSetting(f"The data folder {data} cannot be written: {error.strerror}. Choose another with --data.") from error


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


def data_fault(settings: Settings, error: Exception) -> str:
    """Return the sentence for a database that cannot be used."""
    if isinstance(error, TooNew):
        return f"The data in {settings.data} was written by a newer Attune. It is untouched; update this one first."
    return f"The database {settings.database} cannot be used: {error}. `attune check` says more."


def _shown_host(host: str) -> str:
    if host in {"127.0.0.1", "0.0.0.0", "::", "::1"}:  # noqa: S104  shown, not bound
        return "localhost"
    return f"[{host}]" if ":" in host else host


if __name__ == "__main__":
    asyncio.set_event_loop_policy(None)
    sys.exit(main())
