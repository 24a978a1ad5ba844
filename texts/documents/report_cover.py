"""What the title page of the report says: whose it is, of when, and who may read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from babel.dates import format_date

from domain.network import Network
from domain.report.structure import Report
from domain.report_order import days_of, has_begun, is_over
from domain.typed import one_line
from texts import report_names
from texts.catalogue import GERMAN, Texts
from texts.dates import plain_day
from texts.documents.report_words import ReportWords


def title(texts: Texts, network: Network, report: Report) -> str:
    """Return what the document is called; a quarter is no report of the year."""
    year = str(report.year)
    if report.quarter is not None:
        return texts.plain("report-title-quarter", quarter=report.quarter, year=year)
    return f"{report_names.title(texts, network)} {year}"


def lines(texts: Texts, network: Network, report: Report) -> Iterator[str]:
    """Yield the lines under the title: network, period, author, day, offices, publisher.

    The publisher's contact is the last, unless the network's file still has a placeholder.
    """
    yield network.name
    yield period(texts, report)
    yield texts.plain("report-author", author=report_names.author(texts, network))
    yield texts.plain("report-as-of", day=plain_day(report.as_of, texts.language))
    offices = ", ".join(office.label for office in network.offices)
    yield texts.plain("report-offices", offices=offices)
    publisher = ", ".join(network.report.publisher) or network.lead
    yield texts.plain("report-publisher", publisher=publisher)
    contact = network.contact
    if not contact.is_placeholder:
        yield texts.plain(
            "report-contact", contact=", ".join(filter(None, (contact.mail, contact.phone)))
        )


def period(texts: Texts, report: Report) -> str:
    """Say which days the report is of: what is not over ends with the day of its data."""
    first, last = days_of(report.year, report.quarter)
    if not has_begun(report.year, report.as_of, report.quarter):
        return texts.plain("report-not-begun")
    month = format_date(first, "MMMM", texts.language)
    until = plain_day(min(last, report.as_of), texts.language)
    return texts.plain("report-subtitle", month=month, last=until)


def mark(words: ReportWords, report: Report, more: Iterable[str]) -> str:
    """Return what stands on every page of a report that is not for everybody; else nothing.

    `more` are the ids of further marks.
    """
    marks = [_audience(words, report), *map(words.texts.plain, more)]
    return " · ".join(each for each in marks if each)


def _audience(words: ReportWords, report: Report) -> str:
    texts = words.texts
    if report.office is not None:
        return texts.plain("report-internal", office=words.of_office(report.office))
    if report.quarter is not None:
        return texts.plain("report-internal-quarter")
    return "" if is_over(report.year, report.as_of) else texts.plain("report-interim")


def basis(texts: Texts, network: Network) -> str:
    """Return a sentence on what the cooperation rests upon; the network's own one is German."""
    own = one_line(network.report.basis) if texts.language == GERMAN else ""
    return own or texts.plain("report-basis", form=network.legal_form)
