"""A year's report as somebody wants it, and why it may be refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.disclosure.cells import KnownTooWell, Mode, Narrows, Publication
from domain.measures import Measure
from domain.report.material import Ahead
from domain.report.structure import FigurePlace

#: How many earlier years are compared.
MOST_YEARS = 5


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants: which way small numbers are protected, and whose eyes it is for.

    `office` reads its own numbers openly; such a version is for internal use. `published` are
    the versions of this year that are out already, `before` those of earlier years, and of later
    ones where there are any.
    """

    as_of: date
    mode: Mode = Mode.SUPPRESS
    office: str | None = None
    published: tuple[Publication, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    before: Mapping[int, tuple[Publication, ...]] = field(default_factory=dict)
    #: All measures there are, and the day on which their states are read; None is `as_of`.
    measures: tuple[Measure, ...] = ()
    until: date | None = None


def kept_mode(published: Sequence[Publication], wanted: Mode) -> Mode:
    """Return the mode a year was first handed out in; the wanted one if it never was."""
    return published[0].mode if published else wanted


class TooNarrow(Narrows):
    """A version that may not be handed out, with the place of the number that it would tell."""

    def __init__(self, lost: KnownTooWell, place: FigurePlace) -> None:
        super().__init__(lost)
        self.place = place

    def __reduce__(self) -> tuple[type[TooNarrow], tuple[Any, ...]]:
        """Let it come out of the process in which reports are made."""
        return TooNarrow, (self.lost, self.place)
