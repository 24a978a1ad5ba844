"""The report as one structure: every form of the document is made from it and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.disclosure.cells import Mode
from domain.disclosure.values import Shown


class Chart(StrEnum):
    """How a table is drawn beside itself."""

    BAR = "bar"
    COLUMN = "column"
    HEAT = "heat"
    STACKED = "stacked"
    TREND = "trend"


@dataclass(frozen=True, slots=True)
class Label:
    """A name to be put into words: a slug of a closed list, or a title as it stands.

    Kinds are those of the catalogue ("topic", "sector" …), and "text" (an id of the
    catalogue), "title" (as it is), "office", "party", "day" (ISO), "replaced" (on such a day),
    "month", "quarter", "year", "number".
    """

    kind: str
    slug: str


Item = Label | Shown


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value, what it is a part of, and how it was in earlier years."""

    code: str
    value: Shown
    part: Shown | None = None
    whole: Shown | None = None
    earlier: tuple[tuple[int, Shown], ...] = ()
    change: Shown | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the first item of a row names it. `total` is the last row."""

    code: str
    columns: tuple[Label, ...]
    rows: tuple[tuple[Item, ...], ...]
    total: tuple[Item, ...] | None = None
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph: an id of the catalogue, with the values it wants."""

    text: str
    values: tuple[tuple[str, Item], ...] = ()


Block = Figure | Table | Note


@dataclass(frozen=True, slots=True)
class Section:
    """Part of a chapter; `id` is the end of its heading's text id."""

    id: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; `id` is the end of its heading's text id."""

    id: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """A potential for improvement that a rule found: what went in, and the threshold.

    Heavier hints come first. `suggestion` is a text id. An input is called by the end of its
    text id, or by a label where it is one of several.
    """

    code: str
    subject: Label | None
    inputs: tuple[tuple[str | Label, Shown], ...]
    threshold: Shown
    weight: float
    suggestion: str


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """A figure or a table, its row if it has any, and the day of the version that told of it.

    `since` is None if everybody knows so much without a version.
    """

    code: str
    row: Label | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Report:
    """A year of a network, safe to publish in this mode; `office` sees its own numbers openly.

    `quarter` is None for a whole year. `decided` is what became of the year, a line each: what
    was agreed upon or made. `hidden` counts the numbers that are not shown. `lost` are
    small ones that are known too well whatever is hidden: for who makes the report, not for its
    readers, so no form says them. `before` is
    what became of last year's hints and measures, `measures` what is done about this year's.
    """

    network: str
    year: int
    as_of: date
    mode: Mode
    chapters: tuple[Chapter, ...]
    hints: tuple[Hint, ...]
    decided: tuple[Note, ...] = ()
    office: str | None = None
    quarter: int | None = None
    hidden: int = 0
    lost: tuple[FigurePlace, ...] = ()
    before: tuple[Table, ...] = ()
    measures: tuple[Table, ...] = ()

    def sections(self) -> Iterator[Section]:
        """Yield all sections in order."""
        for chapter in self.chapters:
            yield from chapter.sections

    def figures(self) -> dict[str, Figure]:
        """Return the figures by code."""
        blocks = (block for section in self.sections() for block in section.blocks)
        return {block.code: block for block in blocks if isinstance(block, Figure)}

    def tables(self) -> dict[str, Table]:
        """Return the tables by code, in order."""
        blocks = (block for section in self.sections() for block in section.blocks)
        return {block.code: block for block in blocks if isinstance(block, Table)}
