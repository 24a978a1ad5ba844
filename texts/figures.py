"""The first figures of a year as a short message."""

from __future__ import annotations

from collections.abc import Mapping

from domain.figures import Figures, ShowFigures
from domain.message import Button, Message
from domain.network import Network
from domain.vocabulary import COUNTY_WIDE
from texts.cards import menu_row
from texts.catalogue import Texts

#: Stands where a number is too small to be shown.
HIDDEN = "·"
MOST_UNCLOSED = 10


def figures(texts: Texts, network: Network, of: Figures) -> Message:
    """Return the year on one page, with the way to the year before."""
    text = texts(
        "figures",
        title=network.report.title,
        year=str(of.year),
        events=of.events,
        trainings=of.trainings,
        attendances=number(of.attendances),
        units=of.units,
        attendance_units=number(of.attendance_units),
        exchanges=of.exchanges,
    )
    parts = [text, *_tables(texts, network, of), *_notes(texts, network, of)]
    before = texts.plain("figures-before", year=str(of.year - 1))
    rows = ((Button(before, ShowFigures(of.year - 1).pack()),), menu_row(texts))
    return Message("\n\n".join(parts), rows)


def number(n: int | None) -> str:
    """Return a number as shown, or the sign for one that is hidden."""
    return HIDDEN if n is None else f"{n:,}".replace(",", ".")


def _tables(texts: Texts, network: Network, of: Figures) -> list[str]:
    offices = {office.slug: office.short_label for office in network.offices}
    offices[COUNTY_WIDE] = texts.label("office", COUNTY_WIDE)
    sectors = {sector.value: texts.label("sector", sector) for sector in network.sectors}
    return [
        *_table(texts, "figures-offices", offices, of.offices),
        *_table(texts, "figures-sectors", sectors, of.sectors),
    ]


def _table(
    texts: Texts, head: str, labels: Mapping[str, str], counts: Mapping[str, int | None]
) -> list[str]:
    rows = [
        texts("figures-row", label=label, n=number(counts[slug]))
        for slug, label in labels.items()
        if slug in counts
    ]
    return ["\n".join([texts(head), *rows])] if rows else []


def _notes(texts: Texts, network: Network, of: Figures) -> list[str]:
    notes = []
    if of.events:
        notes.append(texts("figures-note", k=network.report.small_cell, hidden=HIDDEN))
    if of.unclosed:
        titles = "\n".join(f"{each.title}" for each in of.unclosed[:MOST_UNCLOSED])
        notes.append(texts("figures-unclosed", n=len(of.unclosed), titles=titles))
    return notes
