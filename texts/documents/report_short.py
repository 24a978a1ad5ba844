"""The short form: the year on one page, the hints and what becomes of them, what shows a shape.

It is cut from the report as that is laid out, so that it tells nothing that the report does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from texts.catalogue import Texts
from texts.documents.report_elements import Element, Grid, Heading, Pages, Paragraph

#: Tables of what is ahead, and those that show the shape of a year.
_AHEAD, _SHAPED = ("G1",), ("C1", "C4", "C5", "E2")
#: That of all answers needs the room that four pages have not, and its table says the same.
_UNDRAWN = "E2"
#: So many hints stand in it, the heaviest; the report has all.
MOST_HINTS = 8
#: So many lines of the title page: whose it is, of when, by whom, of which day.
_LINES = 4


def short(texts: Texts, pages: Pages) -> Pages:
    """Return the short form of a report."""
    return replace(
        pages,
        title=texts.plain("report-title-short", title=pages.title),
        lines=(*pages.lines[:_LINES], *([pages.mark] if pages.mark else [])),
        elements=tuple(_elements(texts, pages)),
        agreed=(" ".join(pages.agreed),) if pages.agreed else (),
        brief=True,
    )


def _elements(texts: Texts, pages: Pages) -> Iterator[Element]:
    chapters = _chapters(pages.elements)
    hints = texts.plain("report-chapter-hints")
    glance, notes = _glance(chapters[0])
    yield from glance
    for chapter in chapters:
        if isinstance(chapter[0], Heading) and chapter[0].text == hints:
            yield from _hints(texts, chapter)
    grids = {grid.code: _drawn(grid) for grid in pages.grids() if grid.rows}
    number = 2
    for title, codes in (("outlook", _AHEAD), ("shapes", _SHAPED)):
        if shown := [grids[code] for code in codes if code in grids]:
            number += 1
            yield Heading(1, texts.plain(f"report-chapter-{title}"), str(number))
            yield from shown
    yield Heading(1, texts.plain("report-section-method"), str(number + 1))
    told = dict.fromkeys([*(note.text for note in notes), *pages.method])
    yield from (Paragraph(text) for text in told)


def _drawn(grid: Grid) -> Grid:
    return replace(grid, picture=None) if grid.code == _UNDRAWN else grid


def _glance(chapter: Sequence[Element]) -> tuple[list[Element], list[Paragraph]]:
    """Return the year on one page, below the title, and how to read it, which comes last here."""
    end = len(chapter)
    while isinstance(chapter[end - 1], Paragraph):
        end -= 1
    first = [replace(e, fresh=False) if isinstance(e, Heading) else e for e in chapter[:end]]
    return first, [each for each in chapter[end:] if isinstance(each, Paragraph)]


def _chapters(elements: Sequence[Element]) -> list[list[Element]]:
    """Return the elements by chapter."""
    chapters: list[list[Element]] = []
    for each in elements:
        if not chapters or (isinstance(each, Heading) and each.level == 1):
            chapters.append([])
        chapters[-1].append(each)
    return chapters


def _hints(texts: Texts, chapter: Sequence[Element]) -> Iterator[Element]:
    """Yield the chapter of the hints as the second one, with the heaviest of them."""
    for each in chapter:
        if isinstance(each, Heading):
            _, point, section = each.number.partition(".")
            yield replace(each, number=f"2{point}{section}")
        elif isinstance(each, Grid) and len(each.rows) > MOST_HINTS:
            yield replace(each, rows=each.rows[:MOST_HINTS])
            more = len(each.rows) - MOST_HINTS
            yield Paragraph(texts.plain("report-more-hints", n=more))
        else:
            yield each
