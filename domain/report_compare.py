"""Reports of several networks side by side: what was printed of each, and nothing between them.

There is no sum, no difference and no order of networks by their numbers: each value is one that
one of the reports prints. So whoever has the comparison knows what whoever has the reports knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.disclosure.values import Sign, Unit
from domain.feedback import QUESTIONS
from domain.vocabulary import Sector

#: A figure or a table, and what of it: its value, a part of it, or one of its rows.
Place = tuple[str, str]

#: What stands in a figure beside its name.
VALUE, PART, WHOLE, TOTAL = "value", "part", "whole", "total"
#: The row of a table of people without a sector.
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Compared:
    """A place that is compared; one `of_people` is rounded in a report that rounds people."""

    place: Place
    unit: Unit = Unit.RATE
    of_people: bool = False


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """What is read beside each other; `id` is the end of its heading's text id."""

    id: str
    compared: tuple[Compared, ...]


def _rates(*codes: str) -> tuple[Compared, ...]:
    return tuple(Compared((code, VALUE), of_people=True) for code in codes)


_SECTORS = (*(sector.value for sector in Sector), UNNAMED, TOTAL)
#: What is compared, in the order in which it is read.
GROUPS = (
    ComparedGroup("occupancy", _rates("C7", "C8", "C9", "C10")),
    ComparedGroup("commitment", _rates("C11", "C12", "C13")),
    ComparedGroup(
        "joint",
        (
            Compared(("C17", VALUE)),
            Compared(("C17", PART), Unit.THINGS),
            Compared(("C17", WHOLE), Unit.THINGS),
        ),
    ),
    ComparedGroup("mixing", (Compared(("C15", VALUE), Unit.MEAN), Compared(("C16", VALUE)))),
    ComparedGroup(
        "sectors",
        tuple(Compared(("C5", slug), Unit.PEOPLE, of_people=True) for slug in _SECTORS),
    ),
    ComparedGroup("information", (Compared(("D2", VALUE), Unit.DAYS), *_rates("D4"))),
    ComparedGroup("returns", _rates("E1")),
    ComparedGroup("means", tuple(Compared(("E2", item.value), Unit.MEAN) for item in QUESTIONS)),
)


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A value as a report prints it: how it reads there, and the number if one is shown."""

    sign: Sign
    text: str
    number: float | None = None


@dataclass(frozen=True, slots=True)
class PrintedMeasure:
    """A measure as a report prints it; who is responsible is an office or the network."""

    what: str
    reason: str
    responsible: str
    due: str
    state: str


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """What a report prints of what is compared; `sample` is one of made-up data."""

    network: str
    name: str
    year: int
    as_of: date
    language: str
    rounded: bool
    sample: bool
    values: Mapping[Place, PrintedValue]
    measures: tuple[PrintedMeasure, ...] = ()

    def rounds(self, of: Compared) -> bool:
        """Whether such values are rounded in this report."""
        return self.rounded and of.of_people


class NotRead(StrEnum):
    """Why a file is not read as a report that may be compared."""

    NOT_OURS = "not-ours"
    OTHER_FORM = "other-form"
    NOT_FOR_ALL = "not-for-all"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is not read, and what it is about: its form, its mark, or a line of it."""

    why: NotRead
    about: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Reports side by side, by name of their networks and by year."""

    reports: tuple[PrintedReport, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are compared."""
        return tuple(sorted({each.year for each in self.reports}))

    @property
    def sample(self) -> bool:
        """Whether any of it is made up."""
        return any(each.sample for each in self.reports)

    @property
    def rounded(self) -> bool:
        """Whether anything in it is rounded."""
        return any(each.rounded for each in self.reports)

    def named(self, report: PrintedReport) -> str:
        """Return the name of a report's network, as none of the others is called."""
        alike = {each.network for each in self.reports if each.name == report.name}
        return report.name if len(alike) == 1 else f"{report.name} ({report.network})"

    def there(self, group: ComparedGroup) -> tuple[Compared, ...]:
        """Return what of a group any of the reports prints."""
        return tuple(
            of for of in group.compared if any(of.place in each.values for each in self.reports)
        )


@dataclass(frozen=True, slots=True)
class Alone:
    """There is but one report, and nothing to compare it with."""


@dataclass(frozen=True, slots=True)
class Twice:
    """Two files are of one network and one year."""

    network: str
    year: int


def compare(reports: Sequence[PrintedReport]) -> Comparison | Alone | Twice:
    """Put reports side by side; two versions of one year are not, for together they tell more."""
    found = Counter((each.network, each.year) for each in reports)
    twice = next((Twice(*key) for key, n in found.items() if n > 1), None)
    if twice is not None:
        return twice
    if len({each.network for each in reports}) == 1:
        return Alone()
    order = sorted(reports, key=lambda each: (each.name.casefold(), each.network, each.year))
    return Comparison(tuple(order))
