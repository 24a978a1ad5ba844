"""A link can be scanned from paper."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import segno

from texts.documents.qr import png, svg

LINK = "https://t.me/netzbote_bot?start=" + "Ab3-_" * 6


def test_a_png_of_a_size_fit_for_print() -> None:
    image = png(LINK)
    width = int.from_bytes(image[16:20], "big")

    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert width == segno.make(LINK, error="m", micro=False, boost_error=False).symbol_size(8)[0]
    assert width >= 250


def test_an_svg_that_scales() -> None:
    root = ET.fromstring(svg(LINK))

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "viewBox" in root.attrib
    assert "width" not in root.attrib


def test_other_links_give_other_codes() -> None:
    assert png(LINK) != png(f"{LINK}x")
    assert svg(LINK) != svg(f"{LINK}x")
