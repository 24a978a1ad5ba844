"""Lays the report out once, as headings, paragraphs and grids; every form is made from these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.assessment_parts import AssessedPart
from domain.disclosure.cells import Mode
from domain.disclosure.values import Shown, Unit
from domain.endorse import Endorsing
from domain.network import Network
from domain.report.structure import (
    Chapter,
    Chart,
    Figure,
    Item,
    Label,
    Note,
    Report,
    Section,
    Table,
)
from domain.report_order import has_begun, is_over
from domain.typed import one_line
from texts import endorse, report_names
from texts.catalogue import Texts
from texts.documents import (
    report_annex,
    report_assessed,
    report_bodies,
    report_cover,
    report_glance,
    report_hints,
    report_sums,
)
from texts.documents.report_charts import Picture, Point, draw, largest_of, moving, tells
from texts.documents.report_elements import (
    Element,
    Field,
    Grid,
    Heading,
    Listing,
    Pages,
    Paragraph,
    Whose,
    grid,
)
from texts.documents.report_words import ReportWords
from texts.numbers import HIDDEN, signed

#: A cell in which nothing is said.
_BLANK = Field("")
#: Tables whose charts show a shape: a course of months, a spread over districts or answers. Many
#: names are compared as well in the table.
SHAPES = frozenset({"K7", "C1", "C4", "E2"})
#: So many largest values are named where they are equal.
_TIES = 3


@dataclass(frozen=True, slots=True)
class Wishes:
    """What may be added: the coordinators' own assessment, marks for made-up data and for trials.

    `parts` are what they say of chapters and hints.
    `drawn` are the codes of the tables that get a chart, beside those of the course over years.
    """

    assessment: tuple[str, ...] = ()
    parts: tuple[AssessedPart, ...] = ()
    endorsing: Endorsing | None = None
    sample: bool = False
    trial: bool = False
    charts: bool = True
    drawn: frozenset[str] = SHAPES


def compose(texts: Texts, network: Network, report: Report, wishes: Wishes | None = None) -> Pages:
    """Return the document of a report."""
    return _Composer(texts, network, report, wishes or Wishes()).pages()


class _Composer:
    """Goes through the report once, chapter by chapter."""

    def __init__(self, texts: Texts, network: Network, report: Report, wishes: Wishes) -> None:
        self._texts, self._network, self._report, self._wishes = texts, network, report, wishes
        self._words = ReportWords(texts, network)
        self._facts: dict[str, str | int] = {
            "basis": report_cover.basis(texts, network),
            "established": str(network.established),
            "lead": network.lead,
            "landesjugendamt": network.landesjugendamt,
            "smallest": network.report.small_cell,
        }

    def pages(self) -> Pages:
        title = report_cover.title(self._texts, self._network, self._report)
        lines = report_cover.lines(self._texts, self._network, self._report)
        mark = report_cover.mark(self._words, self._report, self._marks())
        return Pages(
            language=self._texts.language,
            title=title,
            author=report_names.author(self._texts, self._network),
            year=self._report.year,
            made_on=self._report.as_of,
            lines=(*lines, *([mark] if mark else [])),
            elements=tuple(_once_a_chapter(self._elements(), self._say("report-hidden"))),
            mark=mark,
            assessment=(
                *map(one_line, self._assessment),
                *report_assessed.lines(self._texts, self._parts),
            ),
            agreed=tuple(self._agreed()),
            method=tuple(self._method()),
            draft=self._draft(),
            brief=self._brief,
            whose=Whose(self._network.slug, self._network.county, self._report.mode),
        )

    @property
    def _brief(self) -> bool:
        """Whether there is little to say: of a quarter, or of what has not begun."""
        begun = has_begun(self._report.year, self._report.as_of, self._report.quarter)
        return self._report.quarter is not None or not begun

    @property
    def _assessment(self) -> tuple[str, ...]:
        """What was written of the year; nothing of it belongs to a quarter."""
        return () if self._brief else self._wishes.assessment

    @property
    def _parts(self) -> tuple[AssessedPart, ...]:
        """What was written of chapters and hints of the year."""
        return () if self._brief else self._wishes.parts

    def _marks(self) -> Iterator[str]:
        if self._wishes.trial:
            yield "report-trial"
        if self._wishes.sample:
            yield "report-sample"

    def _agreed(self) -> Iterator[str]:
        """Yield who agreed, if anybody was asked; of a quarter nobody is."""
        stands = self._wishes.endorsing
        if stands is not None and stands.asked and self._report.quarter is None:
            yield from endorse.told(self._texts, self._network, stands)

    def _draft(self) -> str:
        complete = self._wishes.assessment or self._brief
        return "" if complete else self._texts.plain("report-draft")

    def _method(self) -> Iterator[str]:
        for text in ("signs", "attendances", self._report.mode, "rules"):
            known = "report-attendances" if text == "attendances" else f"report-method-{text}"
            yield self._say(known)

    def _elements(self) -> Iterator[Element]:
        number = 0
        if not has_begun(self._report.year, self._report.as_of, self._report.quarter):
            yield Paragraph(self._say("report-not-begun"))
            return
        for chapter in self._report.chapters:
            if chapter.id == "outlook":
                number += 1
                yield from report_hints.chapter(
                    self._words, self._report, str(number), self._assessment, self._parts
                )
            if chapter.id == "annex":
                yield from self._annex(chapter)
                continue
            number += 1
            yield from self._chapter(chapter, str(number))

    def _chapter(self, chapter: Chapter, number: str) -> Iterator[Element]:
        title = self._texts.plain(f"report-chapter-{chapter.id}")
        if chapter.id == "glance":
            yield from self._glance(chapter, number)
            return
        yield Heading(1, title, number)
        for index, section in enumerate(chapter.sections, 1):
            if len(chapter.sections) > 1:
                title = self._texts.plain(f"report-section-{section.id}")
                yield Heading(2, title, f"{number}.{index}")
            yield from self._section(section, title)
        yield from report_assessed.of_chapter(self._texts, chapter.id, self._parts)

    def _glance(self, chapter: Chapter, number: str) -> Iterator[Element]:
        """Lay out the year on one page; how to read it comes last. A quarter has its figures."""
        of_year = self._report.quarter is None
        title = self._texts.plain(f"report-chapter-{'glance' if of_year else 'figures'}")
        if of_year:
            yield Heading(1, title, number, fresh=True)
            yield Listing(report_glance.sentences(self._words, self._report))
            yield report_glance.assessed(self._words, self._assessment)
        else:
            yield Heading(1, title)
        notes: list[Element] = []
        for each in (e for section in chapter.sections for e in self._section(section, title)):
            if isinstance(each, Paragraph):
                notes.append(each)
            else:
                yield each
        if of_year:
            yield from report_glance.parts(self._words, self._report)
            if not is_over(self._report.year, self._report.as_of):
                yield Paragraph(self._say("report-no-comparison"))
        yield from (*notes, Paragraph(self._say("report-method-signs")))

    def _annex(self, chapter: Chapter) -> Iterator[Element]:
        yield Heading(1, self._texts.plain("report-chapter-annex"))
        for letter, section in zip("ABC", chapter.sections, strict=True):
            title = self._texts.plain(f"report-section-{section.id}")
            yield Heading(2, title, letter)
            yield from self._section(section, title)

    def _section(self, section: Section, title: str) -> Iterator[Element]:
        """Lay out a section; its figures stand together, where the first of them is."""
        has_years = any(isinstance(b, Table) and b.code == "A" for b in section.blocks)
        figures = [b for b in section.blocks if isinstance(b, Figure) and not has_years]
        for block in section.blocks:
            if isinstance(block, Figure):
                if block in figures[:1]:
                    yield self._figures(figures, title)
                continue
            if isinstance(block, Table) and block.chart is Chart.HEAT:
                yield Paragraph(self._texts.plain("report-matrix-key"))
            yield from self._note(block) if isinstance(block, Note) else [self._table(block)]
            if isinstance(block, Table) and block.code == "S1":
                yield from report_bodies.elements(self._texts, self._network)

    def _note(self, note: Note) -> Iterator[Element]:
        if note.text == "report-terms":
            yield report_annex.terms(self._texts)
            return
        yield Paragraph(self._say(note.text, note.values))
        if note.text == "report-method":
            for text in ("rules", self._report.mode, "signs"):
                yield Paragraph(self._say(f"report-method-{text}"))
            yield report_annex.formulas(self._texts)

    def _say(self, text_id: str, values: Sequence[tuple[str, Item]] = ()) -> str:
        known = {**self._facts, **{name: self._words(item) for name, item in values}}
        wanted = self._texts.variables(text_id)
        return self._texts.plain(text_id, **{name: known[name] for name in wanted})

    def _figures(self, figures: Sequence[Figure], part: str) -> Grid:
        compared = any(figure.earlier for figure in figures)
        rows = tuple(
            (
                Field(self._texts.plain(f"report-fig-{figure.code}")),
                self._cell(figure.value),
                self._base(figure),
                *([self._before(figure)] if compared else []),
            )
            for figure in figures
        )
        heads = ("figure", "value", "base", *(["before"] if compared else []))
        header = tuple(map(self._col, heads))
        caption = self._texts.plain("report-table-figures", part=part)
        made = grid(self._texts, f"F-{figures[0].code}", caption, header, rows)
        return replace(made, tab=part)

    def _before(self, figure: Figure) -> Field:
        """Return what a figure was in the year before, if that is compared."""
        last = self._report.year - 1
        return next((self._cell(value) for year, value in figure.earlier if year == last), _BLANK)

    def _col(self, slug: str) -> str:
        return self._texts.plain(f"report-col-{slug}")

    def _base(self, figure: Figure) -> Field:
        """Return what a rate is a part of («37 von 48»), or what was counted over."""
        values = {"part": figure.part, "whole": figure.whole}
        given = {name: self._cell(value) for name, value in values.items() if value is not None}
        said = {name: cell.text for name, cell in given.items()}
        text = self._texts.plain("report-of", **said) if "part" in said else said.get("whole", "")
        return Field(text, parts=tuple((self._col(name), cell) for name, cell in given.items()))

    def _cell(self, item: Item) -> Field:
        if isinstance(item, Label):
            day = date.fromisoformat(item.slug) if item.kind == "day" else None
            return Field(self._words(item), day=day)
        number = None if item.plain is None else float(item.plain)
        return Field(self._words(item), number, item.unit)

    def _table(self, table: Table) -> Grid:
        header = tuple(self._words(column) for column in table.columns)
        rows = [[self._cell(item) for item in row] for row in table.rows]
        if table.code == "A":
            rows = [
                [*row[:-1], self._signed(old[-1])]
                for row, old in zip(rows, table.rows, strict=True)
            ]
        if table.chart is Chart.HEAT:
            header, rows = _numbered(header, rows)
        caption = self._texts.plain(f"report-table-{table.code}")
        total = None if table.total is None else tuple(self._cell(item) for item in table.total)
        grid_rows = tuple(tuple(row) for row in rows)
        rounded = self._report.mode is Mode.ROUND5
        sums = tuple(report_sums.differing(self._texts, grid_rows, total)) if rounded else ()
        made = grid(self._texts, table.code, caption, header, grid_rows, total)
        parts = _parts(table.chart, grid_rows)
        return replace(
            made,
            notes=(*made.notes, *sums),
            picture=self._picture(table, caption, header, grid_rows),
            chart=table.chart,
            parts=parts,
            drawn=self._texts.plain("report-chart", title=caption),
        )

    def _signed(self, item: Item) -> Field:
        assert isinstance(item, Shown)
        number = None if item.plain is None else float(item.plain)
        return Field(signed(item, self._texts.language), number, item.unit)

    def _picture(
        self, table: Table, caption: str, header: Sequence[str], rows: Sequence[Sequence[Field]]
    ) -> Picture | None:
        wishes = self._wishes
        drawn = table.code in wishes.drawn or table.chart is Chart.TREND
        drawn = drawn and wishes.charts
        if table.chart is None or not rows or not drawn:
            return None
        points = list(_points(table.chart, header, rows))
        if table.chart is Chart.TREND:
            points = moving(points)
        if not points or (table.chart is not Chart.TREND and not tells(points)):
            return None
        return draw(table.chart, points, self._alt(table.chart, caption, points))

    def _alt(self, chart: Chart, caption: str, points: Sequence[Point]) -> str:
        """Say the largest values that are shown, all of them, and how many are not."""
        texts = self._texts
        hidden = sum(point.hidden for point in points)
        if chart is Chart.TREND:
            years = len({point.column for point in points})
            return texts.plain("report-alt-trend", title=caption, years=years, hidden=hidden)
        largest = largest_of(points)
        names = [f"{p.row}, {p.column}" if p.column else p.row for p in largest]
        many = len(names) > _TIES
        labels = texts.plain("report-alt-several") if many else "; ".join(names)
        value = largest[0].label
        return texts.plain("report-alt", title=caption, labels=labels, value=value, hidden=hidden)


def _once_a_chapter(elements: Iterable[Element], note: str) -> Iterator[Element]:
    """Yield the elements, the same remark at most once a chapter: paragraphs, and one note."""
    told: set[str] = set()
    for each in elements:
        if isinstance(each, Heading) and each.level == 1:
            told.clear()
        if isinstance(each, Paragraph):
            if each.text in told:
                continue
            told.add(each.text)
        if isinstance(each, Grid) and note in each.notes:
            yield replace(each, told=frozenset(told & {note}))
            told.add(note)
        else:
            yield each


def _numbered(
    header: Sequence[str], rows: Sequence[list[Field]]
) -> tuple[tuple[str, ...], list[list[Field]]]:
    """Give the institutions of a matrix numbers, so that its columns stay narrow."""
    heads = (header[0], *(str(n) for n in range(1, len(header))))
    named = [[Field(f"{n} {row[0].text}"), *row[1:]] for n, row in enumerate(rows, 1)]
    blank = [[c if c.text != "…" else Field("") for c in row] for row in named]
    return heads, blank


def _parts(chart: Chart | None, rows: Sequence[Sequence[Field]]) -> int:
    """Return how many columns behind the first a chart draws: not the sums and means of others."""
    if not rows:
        return 0
    others = len(rows[0]) - 1
    if chart in {Chart.HEAT, Chart.TREND}:
        return others
    if chart is Chart.STACKED:
        return others - 1 - sum(cell.unit is Unit.MEAN for cell in rows[0])
    return 1


def _points(
    chart: Chart, header: Sequence[str], rows: Sequence[Sequence[Field]]
) -> Iterator[Point]:
    several = chart in {Chart.STACKED, Chart.TREND}
    for row in rows:
        for index in range(1, 1 + _parts(chart, rows)):
            cell = row[index]
            if cell.text:
                column = header[index] if several else ""
                hidden = cell.text == HIDDEN
                yield Point(row[0].text, column, cell.number or 0.0, cell.text, hidden=hidden)
