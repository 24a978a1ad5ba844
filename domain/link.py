"""Addresses of online rooms: what people may open without being led elsewhere."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from domain.training import LONGEST_LINK

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
#: A host of two names and more. Names of other alphabets are written as browsers copy them
#: (xn--…): letters that only look alike lead elsewhere.
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+\.?")
#: Signs that browsers read in more than one way.
_AMBIGUOUS = re.compile(r"[\s\\<>\"`{}|^\x00-\x1f\x7f]")


class BadLink(StrEnum):
    """Why a text is no address to hand out."""

    FORM = "link-form"
    USER = "link-user"


def bad_link(text: str) -> BadLink | None:
    """Return what is wrong with an address; None if people can open it."""
    if len(text) > LONGEST_LINK or _AMBIGUOUS.search(text) or not text.isprintable():
        return BadLink.FORM
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return BadLink.FORM
    if "@" in parts.netloc:
        return BadLink.USER
    fits = parts.scheme in {"https", "http"} and _HOST.fullmatch(host) and port != 0
    return None if fits and len(host) <= 253 else BadLink.FORM
