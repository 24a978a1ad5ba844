"""What the title page of the report says: whose it is, of when, and who may read it."""

from __future__ import annotations

from collections.abc import Iterator

from domain.network import Network
from domain.report.structure import Report
from domain.reporting import is_over
from texts.catalogue import Texts
from texts.dates import plain_day
from texts.documents.report_words import Words


def lines(texts: Texts, network: Network, report: Report) -> Iterator[str]:
    """Yield the lines under the title: network, period, author, day."""
    year = str(report.year)
    yield network.name
    if report.quarter is None:
        yield texts.plain("report-subtitle", year=year)
    else:
        yield texts.plain("report-subtitle-quarter", quarter=report.quarter, year=year)
    yield texts.plain("report-author", author=network.report.author)
    yield texts.plain("report-as-of", day=plain_day(report.as_of, texts.language))


def mark(words: Words, report: Report, *, sample: bool) -> str:
    """Return what stands on every page of a report that is not for everybody; else nothing."""
    texts = words.texts
    marks = [_audience(words, report), texts.plain("report-sample") if sample else ""]
    return " · ".join(each for each in marks if each)


def _audience(words: Words, report: Report) -> str:
    texts = words.texts
    if report.office is not None:
        return texts.plain("report-internal", office=words.office(report.office))
    if report.quarter is not None:
        return texts.plain("report-internal-quarter")
    return "" if is_over(report.year, report.as_of) else texts.plain("report-interim")
