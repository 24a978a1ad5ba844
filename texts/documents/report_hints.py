"""The chapter on potentials for improvement: what the rules found, and the people's own words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from domain.assessment_parts import AssessedPart
from domain.report.structure import Hint, Report, Table
from domain.typed import one_line
from texts.documents import report_assessed
from texts.documents.report_elements import Element, Field, Grid, Heading, Paragraph, grid
from texts.documents.report_words import ReportWords, hint_words

_COLUMNS = ("hint", "inputs", "threshold", "suggestion")


def chapter(
    words: ReportWords,
    report: Report,
    number: str,
    assessment: Sequence[str],
    parts: Sequence[AssessedPart],
) -> Iterator[Element]:
    """Yield the chapter; where no assessment was written, Word has a place for it."""
    texts = words.texts
    yield Heading(1, texts.plain("report-chapter-hints"), number)
    part = itertools.count(1)
    if report.before:
        yield Heading(2, texts.plain("report-section-before"), f"{number}.{next(part)}")
        if any(table.code == "H1" for table in report.before):
            yield Paragraph(texts.plain("report-before-intro", year=str(report.year - 1)))
        yield from (_words(words, table) for table in report.before)
    yield Heading(2, texts.plain("report-section-calculated"), f"{number}.{next(part)}")
    if report.hints:
        yield Paragraph(texts.plain("report-hints-intro"))
        yield _table(words, report.hints)
    else:
        yield Paragraph(texts.plain("report-hints-none"))
    if report.measures:
        yield Heading(2, texts.plain("report-section-measures"), f"{number}.{next(part)}")
        yield from (_words(words, table) for table in report.measures)
    yield Heading(2, texts.plain("report-section-assessed"), f"{number}.{next(part)}")
    yield from report_assessed.of_hints(words, report, parts)
    if not assessment:
        here = texts.plain("report-assess-here")
        yield Paragraph(texts.plain("report-assess-missing"), to_write=here)
    yield from (Paragraph(one_line(text)) for text in assessment)


def _words(words: ReportWords, table: Table) -> Grid:
    """Return a table of words as it is laid out."""
    header = tuple(words(column) for column in table.columns)
    rows = tuple(tuple(Field(words(item)) for item in row) for row in table.rows)
    caption = words.texts.plain(f"report-table-{table.code}")
    return grid(words.texts, table.code, caption, header, rows)


def _table(words: ReportWords, hints: Sequence[Hint]) -> Grid:
    texts = words.texts
    header = tuple(texts.plain(f"report-col-{column}") for column in _COLUMNS)
    rows = tuple(tuple(Field(text) for text in _row(words, hint)) for hint in hints)
    return grid(texts, "O", texts.plain("report-table-O"), header, rows)


def _row(words: ReportWords, hint: Hint) -> tuple[str, str, str, str]:
    said = hint_words(words, hint)
    return said.title, "; ".join(said.inputs), said.threshold, said.suggestion
