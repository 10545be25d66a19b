"""Settings: flags before environment before defaults. Every wrong value is one sentence, never a traceback."""

import argparse
import ipaddress
import os
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sync.limits import ORIGIN_CHARS

DEFAULT_PORT = 8400
DEFAULT_PHOTOS_MIB = 1024
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
    photos_mib: int = DEFAULT_PHOTOS_MIB

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


def add_arguments(parser: argparse.ArgumentParser, *, at_home: bool = False) -> None:
    """Add the flags of `serve`, or those of them that `phones` leaves open (`at_home`)."""
    if not at_home:
        parser.add_argument("--host", help="address to listen on (ATTUNE_HOST, default 127.0.0.1)")
    parser.add_argument("--port", help=f"port to listen on (ATTUNE_PORT, default {DEFAULT_PORT})")
    add_data_argument(parser)
    parser.add_argument("--log-level", help=f"one of {', '.join(LOG_LEVELS)} (ATTUNE_LOG_LEVEL, default info)")
    parser.add_argument(
        "--photos-mib", help=f"room for the photos of one space, in MiB (ATTUNE_PHOTOS_MIB, default {DEFAULT_PHOTOS_MIB}; 0: none)"
    )
    if at_home:
        return
    parser.add_argument(
        "--origin",
        action="append",
        help="an address people open Attune at, such as https://attune.example; repeat for more "
        "(ATTUNE_ORIGIN, space-separated; default: any address of this machine itself)",
    )
    parser.add_argument("--tls-cert", help="certificate chain in PEM, to serve https (ATTUNE_TLS_CERT)")
    parser.add_argument("--tls-key", help="its private key in PEM (ATTUNE_TLS_KEY)")


def add_data_argument(parser: argparse.ArgumentParser) -> None:
    """Add the flag every command has."""
    parser.add_argument("--data", help="folder of everything the server keeps (ATTUNE_DATA, default ./data)")


def from_arguments(arguments: argparse.Namespace, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings.

    Raises:
        BadSetting: naming the flag or variable and what it needs.
    """

    def value(name: str, default: str) -> tuple[str, str]:
        given = getattr(arguments, name, None)
        if given:  # an empty one says as little as an empty variable
            return given, f"--{name.replace('_', '-')}"
        variable = f"ATTUNE_{name.upper()}"
        return environment.get(variable) or default, variable

    host, host_source = value("host", "127.0.0.1")
    port, port_source = value("port", str(DEFAULT_PORT))
    data, _ = value("data", "data")
    log_level, level_source = value("log_level", "info")
    photos_mib, photos_source = value("photos_mib", str(DEFAULT_PHOTOS_MIB))
    tls_cert, cert_source = value("tls_cert", "")
    tls_key, key_source = value("tls_key", "")
    if log_level not in LOG_LEVELS:
        raise BadSetting(f"{level_source} is {log_level!r}; it must be one of {', '.join(LOG_LEVELS)}.")
    if bool(tls_cert) != bool(tls_key):
        raise BadSetting("A certificate needs its key and a key its certificate: give both --tls-cert and --tls-key.")
    given_origins = getattr(arguments, "origin", None)
    origin_source = "--origin" if given_origins is not None else "ATTUNE_ORIGIN"
    origins = given_origins if given_origins is not None else environment.get("ATTUNE_ORIGIN", "").split()
    certificate, key = _file(tls_cert, cert_source), _file(tls_key, key_source)
    if certificate and key:
        _require_pair(certificate, key)
    return Settings(
        host=_host(host, host_source),
        port=_port(port, port_source),
        data=Path(data),
        log_level=log_level,
        origins=tuple(_origin(origin, origin_source) for origin in origins),
        tls_cert=certificate,
        tls_key=key,
        photos_mib=_photos_mib(photos_mib, photos_source),
        web=Path(environment.get("ATTUNE_WEB") or Path(__file__).parent.parent / "web"),
    )


def _host(text: str, source: str) -> str:
    try:
        return str(ipaddress.ip_address(text.strip("[]")))
    except ValueError:
        pass
    if not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?", text):
        raise BadSetting(f"{source} is {text!r}; write an address or a host name, like 127.0.0.1.")
    return text


def _require_pair(certificate: Path, key: Path) -> None:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password=lambda: "")
    except (ssl.SSLError, OSError):
        raise BadSetting(f"{certificate} and {key} are not a certificate and its own key, in PEM and without a passphrase.") from None


def _photos_mib(text: str, source: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise BadSetting(f"{source} is {text!r}; it is a whole number of MiB, like {DEFAULT_PHOTOS_MIB}, and 0 for no photos.")
    return int(text)


def _port(text: str, source: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) < 65536):
        raise BadSetting(f"{source} is {text!r}; a port is a number from 1 to 65535.")
    return int(text)


def _origin(text: str, source: str) -> str:
    """Return it as browsers write it: lower case, no port where it is the scheme's own (RFC 6454, section 6.2)."""
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
        good = good and not (parts.path or parts.query or parts.fragment) and len(text) <= ORIGIN_CHARS
        port = parts.port
    except ValueError:
        good, port = False, None
    if good and not text.isascii():
        raise BadSetting(f"{source} is {text!r}; browsers send such a name in its other form, which begins with xn--. Write that one.")
    if not good:
        raise BadSetting(
            f"{source} is {text!r}; write it as browsers show it, like https://attune.example, with no path and no slash at the end."
        )
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    is_own_port = port in (None, {"http": 80, "https": 443}[parts.scheme])
    return f"{parts.scheme}://{host}" if is_own_port else f"{parts.scheme}://{host}:{port}"


def _file(text: str, source: str) -> Path | None:
    if not text:
        return None
    path = Path(text)
    try:
        path.read_bytes()
    except OSError as error:
        raise BadSetting(f"{source} names {text}, which cannot be read: {error.strerror}.") from error
    return path
