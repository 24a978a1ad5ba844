"""Who else belongs to a network: partners and bodies, as its file tells."""

from __future__ import annotations

from collections.abc import Iterator

from domain.network import Network
from domain.typed import one_line
from texts.catalogue import Texts
from texts.documents.report_elements import Element, Listing, Paragraph, pairs


def elements(texts: Texts, network: Network) -> Iterator[Element]:
    """Yield the list of partners and the table of bodies, as far as there are any."""
    if network.partners:
        yield Paragraph(texts.plain("report-partners"))
        yield Listing(tuple(one_line(partner.label) for partner in network.partners))
    if network.bodies:
        rows = [(one_line(body.name), one_line(body.task)) for body in network.bodies]
        yield pairs(texts, "S2", ("body", "task"), rows)
