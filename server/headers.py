"""Headers on every answer: nothing from elsewhere, nothing inline, nothing embedded."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "media-src 'self' blob:",
        "connect-src 'self'{sockets}",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html attune-worker",
    )
)

ALWAYS = {
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
#: for what a browser opens as a page or runs as a worker; on the fifty modules of a start they would be 40 kB of nothing
OF_DOCUMENTS = {
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(self), screen-wake-lock=(self), microphone=(), geolocation=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
}
PARTS_OF_DOCUMENTS = ("text/javascript", "text/css", "font/", "image/png", "application/json", "application/manifest+json")
WORKER = "/sw.js"
AHEAD_WORKER = "/packs/ahead-worker.js"


def document_headers(host: str, *, secure: bool) -> dict[str, str]:
    """Return the headers for a page or worker asked of this host.

    The socket's address is spelled out, because older engines do not count ws: and wss: under 'self'.
    """
    is_plain = bool(host) and host.isascii() and all(char.isalnum() or char in ".-:[]" for char in host)
    sockets = f" {'wss' if secure else 'ws'}://{host}" if is_plain else ""
    return {"content-security-policy": POLICY.format(sockets=sockets), **ALWAYS, **OF_DOCUMENTS}


def is_part(path: str, content_type: str) -> bool:
    """Say whether an answer is only ever a part of a document, so that the document's policy holds for it."""
    return path not in (WORKER, AHEAD_WORKER) and content_type.startswith(PARTS_OF_DOCUMENTS)


class SecurityHeaders:
    """ASGI middleware: adds what each HTTP answer needs, also to refusals; what an answer sets itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        of_document = document_headers(Headers(scope=scope).get("host", ""), secure=scope["scheme"] == "https")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                part = is_part(scope["path"], answer.get("content-type", ""))
                for name, value in (ALWAYS if part else of_document).items():
                    answer.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
