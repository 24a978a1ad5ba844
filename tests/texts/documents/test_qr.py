"""A link can be scanned from paper."""

from __future__ import annotations

import segno

from texts.documents.qr import png

LINK = "https://t.me/netzbote_bot?start=" + "Ab3-_" * 6


def test_a_png_of_a_size_fit_for_print() -> None:
    image = png(LINK)
    width = int.from_bytes(image[16:20], "big")

    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert width == segno.make(LINK, error="m", micro=False, boost_error=False).symbol_size(8)[0]
    assert width >= 250


def test_other_links_give_other_codes() -> None:
    assert png(LINK) != png(f"{LINK}x")
