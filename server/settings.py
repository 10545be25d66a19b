"""Settings: flags before environment before defaults. Every wrong value is one sentence, never a traceback."""

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

DEFAULT_PORT = 8400
LOG_LEVELS = ("debug", "info", "warning", "error")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class BadSetting(Exception):
    """A value that cannot work; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one server runs."""

    host: str
    port: int
    data: Path
    log_level: str
    origins: tuple[str, ...]
    tls_cert: Path | None
    tls_key: Path | None
    web: Path

    @property
    def database(self) -> Path:
        """Where the SQLite file is."""
        return self.data / "attune.sqlite3"

    @property
    def scheme(self) -> str:
        """`https` with a certificate, else `http`."""
        return "https" if self.tls_cert else "http"

    def allows_origin(self, origin: str) -> bool:
        """Say whether an origin is this server's own: one it was told, or any loopback one when it was told none."""
        if origin in self.origins:
            return True
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        host = parts.hostname or ""
        is_loopback = host in LOOPBACK or host.endswith(".localhost")
        return not self.origins and parts.scheme in ("http", "https") and is_loopback and not parts.path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the flags of `serve`."""
    parser.add_argument("--host", help="address to listen on (ATTUNE_HOST, default 127.0.0.1)")
    parser.add_argument("--port", help=f"port to listen on (ATTUNE_PORT, default {DEFAULT_PORT})")
    parser.add_argument("--data", help="data folder (ATTUNE_DATA, default ./data)")
    parser.add_argument("--log-level", help=f"one of {', '.join(LOG_LEVELS)} (ATTUNE_LOG_LEVEL, default info)")
    parser.add_argument(
        "--origin",
        action="append",
        help="an address people open Attune at, such as https://attune.example; repeat for more "
        "(ATTUNE_ORIGIN, space-separated; default: any loopback address)",
    )
    parser.add_argument("--tls-cert", help="certificate chain in PEM (ATTUNE_TLS_CERT)")
    parser.add_argument("--tls-key", help="its private key in PEM (ATTUNE_TLS_KEY)")


def from_arguments(arguments: argparse.Namespace, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings.

    Raises:
        BadSetting: naming the flag or variable and what it needs.
    """

    def value(name: str, default: str) -> tuple[str, str]:
        given = getattr(arguments, name, None)
        if given is not None:
            return given, f"--{name.replace('_', '-')}"
        variable = f"ATTUNE_{name.upper()}"
        return environment.get(variable) or default, variable

    host, _ = value("host", "127.0.0.1")
    port, port_source = value("port", str(DEFAULT_PORT))
    data, _ = value("data", "data")
    log_level, level_source = value("log_level", "info")
    tls_cert, cert_source = value("tls_cert", "")
    tls_key, key_source = value("tls_key", "")
    if log_level not in LOG_LEVELS:
        raise BadSetting(f"{level_source} is {log_level!r}; it must be one of {', '.join(LOG_LEVELS)}.")
    if bool(tls_cert) != bool(tls_key):
        raise BadSetting("A certificate needs its key and a key its certificate: give both --tls-cert and --tls-key.")
    given_origins = getattr(arguments, "origin", None)
    origins = given_origins if given_origins is not None else environment.get("ATTUNE_ORIGIN", "").split()
    return Settings(
        host=host,
        port=_port(port, port_source),
        data=Path(data),
        log_level=log_level,
        origins=tuple(_origin(origin) for origin in origins),
        tls_cert=_file(tls_cert, cert_source),
        tls_key=_file(tls_key, key_source),
        web=Path(environment.get("ATTUNE_WEB") or Path(__file__).parent.parent / "web"),
    )


def _port(text: str, source: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise BadSetting(f"{source} is {text!r}; a port is a number from 1 to 65535.")
    return int(text)


def _origin(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.path or parts.query or parts.fragment)
    except ValueError:
        good = False
    if not good:
        raise BadSetting(
            f"--origin is {text!r}; write it as browsers show it, like https://attune.example, with no path and no slash at the end."
        )
    return text


def _file(text: str, source: str) -> Path | None:
    if not text:
        return None
    path = Path(text)
    try:
        path.read_bytes()
    except OSError as error:
        raise BadSetting(f"{source} names {text}, which cannot be read: {error.strerror}.") from error
    return path
