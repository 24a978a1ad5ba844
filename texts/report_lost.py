"""Small numbers that are known too well: which, by which version, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from domain.disclosure.cells import VersionRefused
from domain.network import Network
from domain.report.order import TooNarrow
from domain.report.structure import FigurePlace
from texts.catalogue import Html, Texts
from texts.dates import plain_day
from texts.documents.report_words import ReportWords


def place(texts: Texts, network: Network, where: FigurePlace) -> str:
    """Return the name of a figure or a table, and of its row, as plain text."""
    figure = f"report-fig-{where.code}"
    name = texts.plain(figure if texts.has(figure) else f"report-table-{where.code}")
    if where.row is None:
        return texts.plain("lost-whole", name=name)
    return texts.plain("lost-row", name=name, row=ReportWords(texts, network)(where.row))


def told(texts: Texts, network: Network, places: Iterable[FigurePlace]) -> str:
    """Say which small numbers earlier versions, or what everybody knows, have narrowed down."""
    lines = (_line(texts, network, each) for each in places)
    return texts("lost-told", places=Html("\n".join(lines)))


def _line(texts: Texts, network: Network, where: FigurePlace) -> str:
    name = place(texts, network, where)
    if where.since is None:
        return texts("lost-known", place=name)
    return texts("lost-since", place=name, day=plain_day(where.since, texts.language))


def refused(
    texts: Texts, network: Network, report: str, why: VersionRefused, *, named: bool
) -> str:
    """Say that a version is not handed out; `named` is which number it would tell."""
    if not isinstance(why, TooNarrow) or why.place.since is None:
        return texts("lost-refused", report=report)
    day = plain_day(why.place.since, texts.language)
    first = texts("lost-refused-since", report=report, day=day)
    if not named:
        return first
    number = texts("lost-number", place=place(texts, network, why.place))
    return f"{first}\n\n{number} {texts('lost-take-back', day=day)}"
