"""What the report is laid out in: headings, paragraphs, lists and grids, the same in every form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from domain.disclosure.cells import Mode
from domain.disclosure.values import Unit
from domain.report.structure import Chart
from texts.catalogue import Texts
from texts.documents.report_charts import Picture
from texts.numbers import HIDDEN

#: A table of at most so many rows of one line is not broken between pages (lines, letters).
_ONE_PAGE, _ONE_LINE = 20, 60


#: What half a line holds: columns, letters of a name before it is broken, letters in all.
_SLIM, _NAME, _HALF = 3, 30, 56


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a grid: how it reads, and the number or day behind it if there is one.

    `parts` are the numbers that a text puts together («37 von 48»), each with its name.
    """

    text: str
    number: float | None = None
    unit: Unit | None = None
    day: date | None = None
    parts: tuple[tuple[str, Field], ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether it stands for a number that is kept secret, or holds one."""
        return self.text == HIDDEN or any(part.hidden for _, part in self.parts)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3, with its number («4.2»); annexes go by letters.

    `fresh` ones begin a page.
    """

    level: int
    text: str
    number: str = ""
    fresh: bool = False

    @property
    def full(self) -> str:
        """The number and the text."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences; `to_write` stands there instead where people go on writing, in Word."""

    text: str
    to_write: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Items below each other, each with a dot before it."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a caption, one header row, perhaps a row of totals and a picture.

    `parts` columns behind the first are drawn side by side; `drawn` stands under the picture;
    `nothing` is said if there is no row. `notes` stand under it, `tab` is its name in a word or
    two. A table that says `again` what others do is for reading only; notes that were `told`
    on the pages before are not told there once more. Columns of an `even` one are equally wide,
    but for the names.
    """

    code: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Field, ...], ...]
    total: tuple[Field, ...] | None = None
    picture: Picture | None = None
    chart: Chart | None = None
    parts: int = 1
    drawn: str = ""
    nothing: str = ""
    notes: tuple[str, ...] = ()
    tab: str = ""
    again: bool = False
    told: frozenset[str] = frozenset()
    even: bool = False

    @property
    def under(self) -> tuple[str, ...]:
        """What stands under it on a page."""
        return tuple(note for note in self.notes if note not in self.told)

    @property
    def slim(self) -> bool:
        """Whether half a line is wide enough for it: few columns, all but the first of numbers."""
        first = max((len(row[0].text) for row in self.rows), default=0)
        others = [
            max([len(row[at].text) for row in self.rows] + [max(map(len, head.split()))])
            for at, head in enumerate(self.header[1:], 1)
        ]
        numbers = all(cell.unit is not None for row in self.rows for cell in row[1:])
        few = len(self.header) <= _SLIM and bool(self.rows) and numbers
        return few and self.short and not self.even and min(first, _NAME) + sum(others) <= _HALF

    @property
    def short(self) -> bool:
        """Whether it is so short that it stands on one page."""
        return len(self.rows) <= _ONE_PAGE and not any(
            len(cell.text) > _ONE_LINE for row in self.rows for cell in row
        )


Element = Heading | Paragraph | Listing | Grid


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose report it is, and how small numbers are protected in it."""

    network: str
    name: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class Pages:
    """The whole document; `lines` stand on the title page under the title.

    `mark` is the last of them if the document is not for everybody or its data are made up; it
    stands on every page.
    `agreed` are the lines on who agreed: on page two, or under the title of a brief one.
    `assessment` is among the elements already; forms without paragraphs take it from here, and
    from `method` how to read the numbers. `draft` says what is missing, for forms in which nobody
    goes on writing. A `brief` one begins on the page of its title, and has no contents. Those of
    several networks are nobody's.
    """

    language: str
    title: str
    author: str
    year: int
    made_on: date
    lines: tuple[str, ...]
    elements: tuple[Element, ...]
    mark: str = ""
    assessment: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    draft: str = ""
    brief: bool = False
    whose: Whose | None = None

    @property
    def cover(self) -> tuple[str, ...]:
        """The lines of a title page that is final, without the mark."""
        lines = self.lines[:-1] if self.mark else self.lines
        return (*lines, *([self.draft] if self.draft else []))

    def grids(self) -> Iterator[Grid]:
        """Yield the tables in order."""
        return (element for element in self.elements if isinstance(element, Grid))

    def sheets(self) -> Iterator[Grid]:
        """Yield the tables in order, without those that say again what others do."""
        return (grid for grid in self.grids() if not grid.again)


def glance_of(pages: Pages) -> list[Grid | Listing | Paragraph]:
    """Return what stands on the page of the year in short, its first chapter."""
    found: list[Grid | Listing | Paragraph] = []
    for each in pages.elements:
        if not isinstance(each, Heading):
            found.append(each)
        elif each.level == 1 and found:
            break
    return found


def grid(
    texts: Texts,
    code: str,
    caption: str,
    header: tuple[str, ...],
    rows: tuple[tuple[Field, ...], ...],
    total: tuple[Field, ...] | None = None,
    *,
    again: bool = False,
) -> Grid:
    """Return a table; if a number in it is hidden, a note under it says why."""
    hidden = any(cell.hidden for row in (*rows, total or ()) for cell in row)
    notes = (texts.plain("report-hidden"),) if hidden else ()
    tab = texts.plain(f"report-tab-{code}") if texts.has(f"report-tab-{code}") else ""
    nothing = texts.plain("report-no-rows")
    made = Grid(code, caption, header, rows, total, nothing=nothing, notes=notes, tab=tab)
    return replace(made, again=again)


def pairs(
    texts: Texts, code: str, header: tuple[str, str], rows: Iterable[tuple[str, str]]
) -> Grid:
    """Return a table of two columns of words; the header are the ends of text ids."""
    heads = tuple(texts.plain(f"report-col-{column}") for column in header)
    cells = tuple((Field(name), Field(text)) for name, text in rows)
    return grid(texts, code, texts.plain(f"report-table-{code}"), heads, cells)
