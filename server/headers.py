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

FIXED = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), screen-wake-lock=(self), microphone=(), geolocation=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


def security_headers(host: str, *, secure: bool) -> dict[str, str]:
    """Return the headers for an answer to a request of this host.

    The socket's address is spelled out, because older engines do not count ws: and wss: under 'self'.
    """
    is_plain = bool(host) and host.isascii() and all(char.isalnum() or char in ".-:[]" for char in host)
    sockets = f" {'wss' if secure else 'ws'}://{host}" if is_plain else ""
    return {"content-security-policy": POLICY.format(sockets=sockets), **FIXED}


class SecurityHeaders:
    """ASGI middleware: adds them to every HTTP answer, also to refusals; what an answer sets itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = security_headers(Headers(scope=scope).get("host", ""), secure=scope["scheme"] == "https")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in headers.items():
                    answer.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
