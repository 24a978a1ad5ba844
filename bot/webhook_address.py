"""Which addresses of a webhook Telegram calls."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

PORTS = (443, 80, 88, 8443)


def never_called(url: str) -> str:
    """Return why Telegram never calls a webhook there; empty if it may."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host:
        return "is no address; write https://HOST/telegram"
    if parts.scheme != "https":
        return "must begin with https://"
    if port is not None and port not in PORTS:
        return f"has port {port}; Telegram calls 443, 80, 88 and 8443 only"
    return _reserved(host)


def _reserved(host: str) -> str:
    """Return why nobody outside can call a host; a name may lead anywhere."""
    try:
        reserved = not ipaddress.ip_address(host).is_global
    except ValueError:
        reserved = host == "localhost" or host.endswith(".localhost")
    return f"leads to {host}, which Telegram cannot reach" if reserved else ""
