"""A year's figures in chat: the figures, by district and sector, potentials, quarters, charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from domain.assessment_parts import AssessedPart
from domain.disclosure.values import Shown
from domain.message import Button, Document, Message, Style
from domain.network import Network
from domain.report.structure import Hint, Report
from domain.report.summary import Summary
from domain.report_order import HINTS_A_PAGE, ONE_BY_ONE
from domain.vocabulary import COUNTY_WIDE
from talk.assessment import ShowAssessment
from talk.endorse import ShowEndorsing
from talk.report import (
    ByPlace,
    ChooseQuarter,
    MakeOwn,
    MakeQuarter,
    MakeReport,
    Potentials,
    ShowFigures,
)
from texts import assessment_hints, report_names
from texts.cards import menu_row
from texts.catalogue import Html, Texts
from texts.documents.report_words import ReportWords, hint_words
from texts.numbers import shown, signed
from texts.report_year import Reader, back_row, quarter_name

if TYPE_CHECKING:  # memory: it brings vl-convert along
    from texts.documents.report_elements import Grid

MOST_UNCLOSED = 10
#: So many letters of a caption go to the values; Telegram takes 1024 in all.
CAPTION = 800


def figures(texts: Texts, network: Network, of: Summary, reader: Reader) -> Message:
    """Return the year on one page, with the ways to everything else of it."""
    title = texts("figures-title", title=report_names.title(texts, network), year=str(of.year))
    values = {
        "A1": of.events,
        "A2": of.trainings,
        "A3": of.attendances,
        "A4": of.units,
        "A5": of.attendance_units,
        "A6": of.exchanges,
    }
    lines = [_line(texts, code, value, of.changes.get(code)) for code, value in values.items()]
    parts = [title, "\n".join(lines), *_notes(texts, network, of)]
    return Message("\n\n".join(parts), tuple(_ways(texts, of.year, reader)))


def _line(texts: Texts, code: str, value: Shown, change: Shown | None) -> str:
    name, n = texts.plain(f"figures-name-{code}"), shown(value, texts.language)
    if change is None:
        return texts("figures-line", name=name, n=n)
    return texts("figures-line-change", name=name, n=n, change=signed(change, texts.language))


def _notes(texts: Texts, network: Network, of: Summary) -> Iterator[str]:
    if of.changes:
        yield texts("figures-changes", year=str(of.year - 1))
    if of.events.number:
        yield texts("figures-note", k=network.report.small_cell)
    if of.unclosed:
        titles = [each.title for each in of.unclosed[:MOST_UNCLOSED]]
        if more := len(of.unclosed) - len(titles):
            titles.append(texts.plain("list-more", n=more))
        yield texts("figures-unclosed", n=len(of.unclosed), titles="\n".join(titles))


def _ways(texts: Texts, year: int, reader: Reader) -> Iterator[tuple[Button, ...]]:
    def way(text_id: str, action: str, style: Style = Style.PLAIN) -> tuple[Button, ...]:
        return (Button(texts.plain(text_id), action, style=style),)

    yield way("figures-potentials", Potentials(year, 0).pack())
    yield way("figures-places", ByPlace(year).pack())
    yield _files(texts, year)
    if reader.coordinates:
        if reader.office:
            yield way("figures-own", MakeOwn(year).pack())
        yield way("figures-quarters", ChooseQuarter(year).pack())
        yield way("figures-assessment", ShowAssessment(year).pack())
        yield way("figures-endorse", ShowEndorsing(year).pack())
    yield way("figures-other-year", ShowFigures(0).pack())
    yield menu_row(texts)


def _files(texts: Texts, year: int) -> tuple[Button, ...]:
    label = texts.plain("figures-files", year=str(year))
    return (Button(label, MakeReport(year).pack(), style=Style.PRIMARY),)


def places(texts: Texts, network: Network, of: Summary) -> Message:
    """Return the attendances by district and by sector, in words."""
    offices = {office.slug: office.short_label for office in network.offices}
    offices[COUNTY_WIDE] = texts.label("office", COUNTY_WIDE)
    sectors = {sector.value: texts.label("sector", sector) for sector in network.sectors}
    tables = [
        *_table(texts, "figures-offices", offices, of.offices),
        *_table(texts, "figures-sectors", sectors, of.sectors),
    ]
    if tables:
        tables.append(texts("figures-note", k=network.report.small_cell))
    text = "\n\n".join(tables or [texts("figures-nobody", year=str(of.year))])
    return Message(text, (back_row(texts, of.year),))


def _table(
    texts: Texts, head: str, labels: Mapping[str, str], values: Mapping[str, Shown]
) -> list[str]:
    rows = [
        texts("figures-row", label=label, n=shown(values[slug], texts.language))
        for slug, label in labels.items()
        if slug in values and values[slug].number != 0
    ]
    return ["\n".join([texts(head), *rows])] if rows else []


def _turned_to(hints: Sequence[Hint], page: int) -> tuple[int, int, Sequence[Hint]]:
    """Return how many pages there are, which one this is, and what stands on it."""
    pages = max(1, -(-len(hints) // HINTS_A_PAGE))
    page = max(0, min(page, pages - 1))
    first = page * HINTS_A_PAGE
    return pages, page, hints[first : first + HINTS_A_PAGE]


def hints_on(
    hints: Sequence[Hint], page: int, said: Mapping[str, AssessedPart] | None = None
) -> Sequence[Hint]:
    """Return the hints that stand on a page."""
    alone = _alone(hints, page, said)
    return _turned_to(hints, _beyond(page))[2] if alone is None else [hints[alone]]


def _beyond(page: int) -> int:
    """Return which page is turned to: behind the last single hint the list begins anew."""
    return page if page < ONE_BY_ONE else 0


def _alone(hints: Sequence[Hint], page: int, said: Mapping[str, AssessedPart] | None) -> int | None:
    """Return the place of the hint that is asked about by itself; None if it is the list."""
    if said is None or page < ONE_BY_ONE:
        return None
    left = assessment_hints.left(hints, said)
    return next((at for at in left if at >= page - ONE_BY_ONE), None)


def potentials(
    texts: Texts,
    network: Network,
    year: int,
    hints: Sequence[Hint],
    page: int,
    said: Mapping[str, AssessedPart] | None = None,
) -> Message:
    """Return a page of what the rules found, the heaviest first.

    Who coordinates reads what is `said` of each so far, and may say it or make a measure of one.
    """
    alone = _alone(hints, page, said)
    if alone is not None and said is not None:
        head, ways = assessment_hints.asked_alone(texts, year, alone, hints, said)
        text = "\n\n".join((head, _hint(texts, network, hints[alone], alone + 1)))
        return Message(text, ways)
    through = page >= ONE_BY_ONE
    pages, page, on_it = _turned_to(hints, _beyond(page))
    head = texts("figures-hints" if hints else "figures-no-hints", year=str(year))
    shown_now = enumerate(on_it, page * HINTS_A_PAGE + 1)
    parts = [head, *(_hint(texts, network, hint, number) for number, hint in shown_now)]
    turns = [
        Button(texts.plain(text_id), Potentials(year, to).pack())
        for text_id, to in (("figures-heavier", page - 1), ("figures-lighter", page + 1))
        if 0 <= to < pages
    ]
    rows = (tuple(turns),) if turns else ()
    if said is not None:
        lines, ways = assessment_hints.acting(texts, (year, page), on_it, said)
        ends = [assessment_hints.end_of_way(texts, hints, said)] if through and hints else []
        parts = [*parts, *lines, *ends]
        rows = (*assessment_hints.way_through(texts, year, hints, said), *ways, *rows)
    return Message("\n\n".join(parts), (*rows, back_row(texts, year)))


def _hint(texts: Texts, network: Network, hint: Hint, number: int) -> str:

    said = hint_words(ReportWords(texts, network), hint)
    inputs = Html("\n".join(texts("figures-input", text=each) for each in said.inputs))
    return texts(
        "figures-hint",
        number=number,
        title=said.title,
        inputs=inputs,
        threshold=said.threshold,
        suggestion=said.suggestion,
    )


def quarter(texts: Texts, report: Report) -> Message:
    """Return a quarter's main figures, marked as internal."""
    assert report.quarter is not None
    year, found = report.year, report.quarter
    lines = [_line(texts, code, each.value, None) for code, each in report.figures().items()]
    head = texts("figures-quarter-head", quarter=quarter_name(texts, year, found))
    make = Button(texts.plain("figures-quarter-files"), MakeQuarter(year, found).pack())
    text = "\n\n".join((head, "\n".join(lines), texts("figures-internal")))
    return Message(text, ((make,), back_row(texts, year)))


def interim(texts: Texts, message: Message) -> Message:
    """Return what is said of a year that is not over, marked as such."""
    return replace(message, text=f"{message.text}\n\n{texts('figures-interim')}")


def chart(texts: Texts, year: int, grid: Grid) -> Message:
    """Return a chart as a picture; its caption says every value, as far as there is room."""
    assert grid.picture is not None
    lines: list[str] = []
    for row in grid.rows:
        lines.append(texts("figures-row", label=row[0].text, n=row[1].text))
        if sum(map(len, lines)) > CAPTION:
            lines[-1] = texts("figures-more-rows", n=len(grid.rows) - len(lines) + 1)
            break
    values = Html("\n".join(lines))
    caption = texts("figures-chart", title=grid.caption, year=str(year), values=values)
    name = f"{grid.code}-{year}.png"
    return Message(caption, document=Document(name, grid.picture.png, "image/png"))
