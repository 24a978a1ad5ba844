"""What is said of the hints on a page of the potentials, and the ways to say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from domain.assessment_parts import AssessedPart
from domain.message import Button, Rows, Style
from domain.report.measures import one_subject, part_of_hint
from domain.report.structure import Hint
from talk.assessment_parts import AssessHint
from talk.measures import MeasureOfHint
from texts.catalogue import Texts

#: So many hints stand on a page.
HINTS_A_PAGE = 3


def acting(
    texts: Texts, at: tuple[int, int], hints: Sequence[Hint], said: Mapping[str, AssessedPart]
) -> tuple[list[str], Rows]:
    """Return what is said of the hints of a year's page, and the ways to say more or to act."""
    year, page = at
    first = page * HINTS_A_PAGE + 1
    ways = ways_from_hints(texts, (year, page, first), hints)
    after = next_way(texts, at, hints, said)
    return so_far(texts, hints, first, said), (*after, *ways, *of_hints(texts, year, hints, first))


def next_way(
    texts: Texts, at: tuple[int, int], hints: Sequence[Hint], said: Mapping[str, AssessedPart]
) -> Rows:
    """Return the way on, once something is said of a page's hints, to the next one without."""
    parts = [part_of_hint(hint) for hint in hints]
    left = [part for part in parts if part not in said]
    if not left or len(left) == len(parts):
        return ()
    way = AssessHint(*at, left[0]).pack()
    return ((Button(texts.plain("assessment-hint-next"), way, style=Style.PRIMARY),),)


def ways_from_hints(texts: Texts, at: tuple[int, int, int], hints: Sequence[Hint]) -> Rows:
    """Return a way from each hint of a page to what is said of it, side by side."""
    year, page, first = at
    row = tuple(
        Button(
            texts.plain("assessment-hint", number=str(n)),
            AssessHint(year, page, part_of_hint(hint)).pack(),
            style=Style.PRIMARY,
        )
        for n, hint in enumerate(hints, first)
    )
    return (row,) if row else ()


def so_far(
    texts: Texts, hints: Sequence[Hint], first: int, parts: Mapping[str, AssessedPart]
) -> list[str]:
    """Return a line for each hint of a page of which something is said."""
    found = [(n, parts.get(part_of_hint(hint))) for n, hint in enumerate(hints, first)]
    lines = [
        texts(
            "assessment-hint-said",
            number=str(n),
            verdict=texts.label("verdict", each.verdict),
            words=each.words,
        )
        for n, each in found
        if each is not None and each.verdict is not None
    ]
    return ["\n".join(lines)] if lines else []


def of_hints(texts: Texts, year: int, hints: Iterable[Hint], first: int) -> Rows:
    """Return a way from each hint to a measure; by numbers, three side by side."""
    row = [
        Button(
            texts.plain("measures-of-hint", number=str(number)),
            MeasureOfHint(year, one_subject(hint)).pack(),
        )
        for number, hint in enumerate(hints, first)
    ]
    return (tuple(row),) if row else ()
