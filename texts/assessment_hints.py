"""What is said of the hints on a page of the potentials, and the ways to say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from domain.assessment_parts import AssessedPart, SaidOfHint
from domain.message import Button, Rows, Style
from domain.report.measures import one_subject, part_of_hint
from domain.report.structure import Hint
from domain.report_order import HINTS_A_PAGE
from talk.assessment_parts import AssessHint, AssessHints, JudgeHint
from talk.measures import MeasureOfHint
from talk.report import Potentials
from texts.catalogue import Texts


def acting(
    texts: Texts, at: tuple[int, int], hints: Sequence[Hint], said: Mapping[str, AssessedPart]
) -> tuple[list[str], Rows]:
    """Return what is said of the hints of a year's page, and the ways to say more or to act."""
    year, page = at
    first = page * HINTS_A_PAGE + 1
    ways = ways_from_hints(texts, (year, page, first), hints)
    return so_far(texts, hints, first, said), (*ways, *of_hints(texts, year, hints, first))


def left(hints: Sequence[Hint], said: Mapping[str, AssessedPart]) -> list[int]:
    """Return the places of the hints of which nothing is said yet."""
    return [at for at, hint in enumerate(hints) if part_of_hint(hint) not in said]


def way_through(
    texts: Texts, year: int, hints: Sequence[Hint], said: Mapping[str, AssessedPart]
) -> Rows:
    """Return the way through all hints of which nothing is said yet, if there are any."""
    if not left(hints, said):
        return ()
    way = AssessHints(year, 0).pack()
    return ((Button(texts.plain("assessment-hints"), way, style=Style.PRIMARY),),)


def end_of_way(texts: Texts, hints: Sequence[Hint], said: Mapping[str, AssessedPart]) -> str:
    """Say behind the last hint how many are left."""
    n = len(left(hints, said))
    return texts("assessment-hints-end", n=n) if n else texts("assessment-hints-done")


def asked_alone(
    texts: Texts, year: int, number: int, hints: Sequence[Hint], said: Mapping[str, AssessedPart]
) -> tuple[str, Rows]:
    """Return which of the hints is asked about and how many are left, and the ways to answer."""
    hint = hints[number]
    head = texts(
        "assessment-hint-of",
        year=str(year),
        number=number + 1,
        of=len(hints),
        left=len(left(hints, said)),
    )
    judged = tuple(
        Button(texts.label("verdict", each), JudgeHint(year, number, at, part).pack())
        for part in [part_of_hint(hint)]
        for at, each in enumerate(SaidOfHint)
    )
    skip = Button(texts.plain("assessment-hint-skip"), AssessHints(year, number + 1).pack())
    stop = Potentials(year, number // HINTS_A_PAGE).pack()
    measure = of_hints(texts, year, [hint], number + 1)
    stops = (Button(texts.plain("assessment-part-stop"), stop),)
    return head, (judged, (skip,), *measure, stops)


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
