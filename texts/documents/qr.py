"""A link as a code to scan, for print and for the screen."""

from __future__ import annotations

from io import BytesIO, StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # memory: a bot draws a code only for who invites
    import segno


def png(link: str, scale: int = 8) -> bytes:
    """Return the code as a PNG, `scale` pixels a module, with the quiet border it needs."""
    out = BytesIO()
    _code(link).save(out, kind="png", scale=scale)
    return out.getvalue()


def svg(link: str) -> str:
    """Return the code as a drawing for print, with the quiet border it needs."""
    out = BytesIO()
    _code(link).save(out, kind="svg", xmldecl=False)
    return out.getvalue().decode()


def drawn(link: str) -> str:
    """Return the code for a terminal, of signs that are half a line high."""
    out = StringIO()
    _code(link).terminal(out, compact=True)
    return out.getvalue()


def _code(link: str) -> segno.QRCode:
    """Make a code that is still read with a crease or a stain: 15 % may be lost."""
    import segno  # memory: as above

    return segno.make(link, error="m", micro=False, boost_error=False)
