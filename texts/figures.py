"""The first figures of a year as a short message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from domain.actions import MakeReport, ShowFigures
from domain.message import Button, Document, Message, Style
from domain.network import Network
from domain.vocabulary import COUNTY_WIDE
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.numbers import shown

if TYPE_CHECKING:
    from domain.disclosure.values import Shown
    from domain.report.summary import Summary

MOST_UNCLOSED = 10


def figures(texts: Texts, network: Network, of: Summary) -> Message:
    """Return the year on one page, with the way to the year before."""
    numbers = {
        "events": of.events,
        "trainings": of.trainings,
        "attendances": of.attendances,
        "units": of.units,
        "attendance_units": of.attendance_units,
        "exchanges": of.exchanges,
    }
    said = {name: shown(value, texts.language) for name, value in numbers.items()}
    text = texts("figures", title=network.report.title, year=str(of.year), **said)
    parts = [text, *_tables(texts, network, of), *_notes(texts, network, of)]
    before = texts.plain("figures-before", year=str(of.year - 1))
    earlier = (Button(before, ShowFigures(of.year - 1).pack()),)
    return Message("\n\n".join(parts), (_files(texts, of.year), earlier, menu_row(texts)))


def _files(texts: Texts, year: int) -> tuple[Button, ...]:
    label = texts.plain("figures-files", year=str(year))
    return (Button(label, MakeReport(year).pack(), style=Style.PRIMARY),)


def making(texts: Texts, year: int) -> Message:
    """Say that the report is being made."""
    return Message(texts("figures-making", year=str(year)))


def made(texts: Texts, year: int) -> Message:
    """Say that the report is ready; its files follow."""
    return Message(texts("figures-made", year=str(year)), (menu_row(texts),))


def failed(texts: Texts, year: int) -> Message:
    """Say that the report could not be made, and keep the way to try again."""
    return Message(texts("figures-failed", year=str(year)), (_files(texts, year),))


def file(name: str, content: bytes, media_type: str) -> Message:
    """Return one form of the report."""
    return Message(name, document=Document(name, content, media_type))


def _tables(texts: Texts, network: Network, of: Summary) -> list[str]:
    offices = {office.slug: office.short_label for office in network.offices}
    offices[COUNTY_WIDE] = texts.label("office", COUNTY_WIDE)
    sectors = {sector.value: texts.label("sector", sector) for sector in network.sectors}
    return [
        *_table(texts, "figures-offices", offices, of.offices),
        *_table(texts, "figures-sectors", sectors, of.sectors),
    ]


def _table(
    texts: Texts, head: str, labels: Mapping[str, str], values: Mapping[str, Shown]
) -> list[str]:
    rows = [
        texts("figures-row", label=label, n=shown(values[slug], texts.language))
        for slug, label in labels.items()
        if slug in values and values[slug].number != 0
    ]
    return ["\n".join([texts(head), *rows])] if rows else []


def _notes(texts: Texts, network: Network, of: Summary) -> list[str]:
    notes = [texts("figures-note", k=network.report.small_cell)] if of.events.number else []
    if of.unclosed:
        titles = "\n".join(each.title for each in of.unclosed[:MOST_UNCLOSED])
        notes.append(texts("figures-unclosed", n=len(of.unclosed), titles=titles))
    return notes
