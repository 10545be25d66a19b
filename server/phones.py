"""`attune phones`: Attune for the phones in this home, over https with certificates made here.

Two servers in one process: the app over https, and a plain page with the authority's certificate, which a phone must be able to open
before it trusts anything. That page is public by nature; the terminal shows the fingerprint to compare.
"""

import contextlib
import datetime as dt
import ipaddress
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from string import Template

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.assets import Assets
from server.certificates import (
    Address,
    Certificates,
    ensure_certificates,
    fingerprint,
    home_addresses,
    home_name,
    to_apple_profile,
    to_der,
)
from server.headers import SecurityHeaders
from server.serve import prepare, print_qr, require_folder, require_free, run, uvicorn_config
from server.settings import BadSetting, Settings

PAGE_PORT_STEP = 1
"""The plain page listens on the port after the app's."""
LAST_PORT = 65535
PAGE = Path(__file__).with_name("phones.html")
STYLE = Path(__file__).with_name("phones.css")
SHARED_WITH_APP = ("/icons/app-icon.svg", "/fonts/")
EVERY_ADDRESS = "0.0.0.0"  # noqa: S104  phones are elsewhere, that is the point


def phones(settings: Settings, given_addresses: Iterable[str]) -> int:
    """Serve the home until told to end; returns the exit code.

    Args:
        settings: host and certificate in it are not used.
        given_addresses: of this machine, for one with several networks; empty: found out.

    Raises:
        BadSetting: there is no address, or something else cannot be used.
    """
    addresses = read_addresses(given_addresses) or home_addresses()
    if not addresses:
        raise BadSetting("This machine is in no network. Connect it to the one your phones use, or name it with --address.")
    page_port = settings.port + PAGE_PORT_STEP
    if page_port > LAST_PORT:
        raise BadSetting(
            f"The page for phones listens on the port after the app's, and there is none after {settings.port}. Choose a lower one."
        )
    require_folder(settings.data)
    names = [name for name in (home_name(),) if name]
    try:
        certificates = ensure_certificates(settings.data / "tls", addresses, names, dt.datetime.now(dt.UTC))
    except OSError as error:
        raise BadSetting(f"The certificates in {settings.data / 'tls'} cannot be written: {error.strerror}.") from error
    settings = replace(
        settings,
        host=EVERY_ADDRESS,
        origins=tuple(f"https://{host}:{settings.port}" for host in [*map(str, addresses), *names]),
        tls_cert=certificates.chain_file,
        tls_key=certificates.key_file,
    )
    assets = prepare(settings)
    require_free(EVERY_ADDRESS, page_port)
    announce(certificates, settings.origins[0], f"http://{addresses[0]}:{page_port}")
    with serving_aside(trust_app(certificates, assets, settings.origins[0]), page_port):
        return run(settings, assets)


def read_addresses(texts: Iterable[str]) -> tuple[Address, ...]:
    """Return addresses as given on the command line.

    Raises:
        BadSetting: one is none.
    """
    try:
        return tuple(ipaddress.ip_address(text) for text in texts)
    except ValueError as error:
        raise BadSetting(f"--address: {error}. Write it like 192.168.1.20.") from None


def announce(certificates: Certificates, app_address: str, page_address: str) -> None:
    """Print the two steps, each with its address, and the QR of the first."""
    print("\n  Attune for the phones in this home\n")
    if certificates.is_new_authority:
        print("  New certificates were made: phones that trusted older ones have to do the first step again.\n")
    print(f"  1. Once for each phone: open {page_address} and follow the page.")
    print(f"     Fingerprint of the certificate: {fingerprint(certificates.authority)[:23]} …")
    print(f"  2. Open {app_address}\n", flush=True)
    print_qr(page_address)
    print("  Ctrl-C ends it.\n", flush=True)


def trust_app(certificates: Certificates, assets: Assets, app_address: str) -> Starlette:
    """Return the plain page: how to trust the authority, on iOS and Android, and how to stop trusting it."""
    authority = certificates.authority
    page = Template(PAGE.read_text(encoding="utf-8")).substitute(
        app_address=app_address,
        fingerprint=fingerprint(authority),
        name=authority.subject.rfc4514_string().removeprefix("CN="),
        until=f"{authority.not_valid_after_utc:%Y-%m-%d}",
    )
    bodies = {
        "/": (page.encode(), "text/html; charset=utf-8"),
        "/phones.css": (STYLE.read_bytes(), "text/css; charset=utf-8"),
        "/attune-at-home.crt": (to_der(authority), "application/x-x509-ca-cert"),
        "/attune-at-home.mobileconfig": (to_apple_profile(authority), "application/x-apple-aspen-config"),
    }

    async def respond(request: Request) -> Response:
        path = request.url.path
        if path.startswith(SHARED_WITH_APP):
            return await assets.respond(request)
        if path not in bodies:
            return Response("There is nothing at this address.\n", 404, media_type="text/plain")
        body, content_type = bodies[path]
        headers = {"cache-control": "no-store", "content-type": content_type}
        if path.endswith(".crt"):
            headers["content-disposition"] = 'attachment; filename="attune-at-home.crt"'
        return Response(body, headers=headers)

    return Starlette(middleware=[Middleware(SecurityHeaders)], routes=[Route("/{path:path}", respond, methods=["GET"])])


@contextlib.contextmanager
def serving_aside(app: Starlette, port: int) -> Iterator[None]:
    """Serve a second application in a thread of its own, as long as the block runs."""
    server = uvicorn.Server(uvicorn_config(app, host=EVERY_ADDRESS, port=port, lifespan="off"))
    thread = threading.Thread(target=server.run, name="trust page", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(10)
