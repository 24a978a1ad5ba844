"""What coordinators say of single chapters and hints, where these stand in the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.assessment_parts import CHAPTERS, AssessedPart, by_part
from domain.report.measures import part_of_hint
from domain.report.structure import Hint, Report
from domain.typed import one_line
from texts.catalogue import Texts
from texts.documents.report_elements import Element, Field, Paragraph, grid
from texts.documents.report_words import ReportWords, hint_words


def of_chapter(texts: Texts, chapter: str, parts: Sequence[AssessedPart]) -> Iterator[Element]:
    """Yield what is said of a chapter, marked as what it is."""
    said = by_part(parts).get(chapter) if chapter in CHAPTERS else None
    if said is not None:
        yield Paragraph(texts.plain("report-part-assessed", words=one_line(said.words)))


def lines(texts: Texts, parts: Sequence[AssessedPart]) -> Iterator[str]:
    """Yield what is said of chapters, for forms without paragraphs, each with its chapter."""
    said = by_part(parts)
    for chapter in CHAPTERS:
        if chapter in said:
            title = texts.plain(f"report-chapter-{chapter}")
            words = one_line(said[chapter].words)
            yield texts.plain("report-part-line", chapter=title, words=words)


def of_hints(
    words: ReportWords, report: Report, parts: Sequence[AssessedPart]
) -> Iterator[Element]:
    """Yield a table of what is said of the hints, in their order; none if nothing is."""
    said = by_part(parts)
    found = [(hint, said[part]) for hint in report.hints if (part := part_of_hint(hint)) in said]
    if not found:
        return
    texts = words.texts
    header = tuple(texts.plain(f"report-col-{column}") for column in ("hint", "verdict", "why"))
    rows = tuple(_row(words, *each) for each in found)
    yield grid(texts, "P1", texts.plain("report-table-P1"), header, rows)


def _row(words: ReportWords, hint: Hint, said: AssessedPart) -> tuple[Field, ...]:
    verdict = words.texts.label("verdict", said.verdict) if said.verdict else ""
    why = one_line(said.words) or words.texts.plain("report-no-why")
    return Field(hint_words(words, hint).title), Field(verdict), Field(why)
