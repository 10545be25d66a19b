"""Headers on every answer: nothing from elsewhere, nothing inline, nothing embedded."""

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
    is_plain = bool(host) and all(char.isalnum() or char in ".-:[]" for char in host)
    sockets = f" {'wss' if secure else 'ws'}://{host}" if is_plain else ""
    headers = {"content-security-policy": POLICY.format(sockets=sockets), **FIXED}
    if secure:
        headers["strict-transport-security"] = "max-age=31536000"
    return headers
