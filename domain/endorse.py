"""The Konferenz as the author: what each coordination office says of a year's report.

An office agrees or has a remark from a closed list; its last answer counts. Before a term is over a
year is sealed only once all have agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from domain.disclosure.cells import Publication
from domain.report_order import is_over

#: So long an office has to answer, from the day on which the report was first handed out.
TERM = timedelta(weeks=6)


class Endorsed(StrEnum):
    """What an office can say."""

    AGREES = "agrees"
    FIGURE = "figure"
    MISSING = "missing"
    ASSESSMENT = "assessment"
    MEASURES = "measures"
    WORDING = "wording"
    TALK = "talk"


#: All but that it agrees.
REMARKS = tuple(each for each in Endorsed if each is not Endorsed.AGREES)


@dataclass(frozen=True, slots=True)
class Endorsement:
    """What an office said of the report of a year, and on which day.

    `seen` is the digest of what the report was made from then; older answers have none.
    """

    office: str
    day: date
    answer: Endorsed
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Endorsing:
    """Where the offices stand: who agreed, who has which remark, who did not answer.

    `outdated` are those that agreed on a day to what has changed since. A year that is `sealed`
    stays like this.
    """

    agreed: Sequence[str] = ()
    remarked: Sequence[tuple[str, Endorsed]] = ()
    silent: Sequence[str] = ()
    sealed: bool = False
    outdated: Sequence[tuple[str, date]] = ()

    @property
    def asked(self) -> bool:
        """Whether anybody answered, or nobody can any more."""
        return bool(self.agreed or self.outdated or self.remarked or self.sealed)

    @property
    def all_agreed(self) -> bool:
        """Whether no office is left that has not agreed to the report as it is."""
        return not (self.outdated or self.remarked or self.silent)


def endorsing(
    offices: Iterable[str], found: Iterable[Endorsement], now: str = "", *, sealed: bool = False
) -> Endorsing:
    """Return where the offices stand; of each the last answer counts.

    `now` is the digest of what the report is made from: who agreed to another one is outdated.
    """
    last = {each.office: each for each in found}
    there = [*offices]
    given = [last[each] for each in there if each in last]
    agreed = [each for each in given if each.answer is Endorsed.AGREES]
    changed = [each for each in agreed if now and each.seen and each.seen != now]
    return Endorsing(
        agreed=[each.office for each in agreed if each not in changed],
        remarked=[(each.office, each.answer) for each in given if each.answer in REMARKS],
        silent=[each for each in there if each not in last],
        sealed=sealed,
        outdated=[(each.office, each.day) for each in changed],
    )


def term_ends(year: int, handed_out: Sequence[Publication]) -> date:
    """Return the day from which on a year can be sealed though not all have agreed.

    Nobody can wait for ever for a report that is never handed out: then its year's end counts.
    """
    days = [each.made_on for each in handed_out if each.made_on is not None]
    return min(days, default=date(year + 1, 1, 1)) + TERM


class NotEndorsed(StrEnum):
    """Why an answer is not taken."""

    NO_OFFICE = "no-office"
    NOT_OVER = "not-over"
    NOT_SEEN = "not-seen"
    SEALED = "sealed"


class Endorsements(Protocol):
    """Where answers go."""

    async def add(self, year: int, said: Endorsement) -> None: ...
    async def of(self, year: int) -> Sequence[Endorsement]: ...


class Years(Protocol):
    """What was handed out of a year."""

    async def published(self, year: int) -> Sequence[Publication]: ...


class Sealed(Protocol):
    """Which years are closed for good."""

    async def sealed(self, year: int) -> bool: ...


class Books(Protocol):
    """Everything an answer depends on, in one transaction."""

    @property
    def endorsements(self) -> Endorsements: ...
    @property
    def years(self) -> Years: ...
    @property
    def seals(self) -> Sealed: ...


async def not_endorsed(
    books: Books, offices: Iterable[str], office: str, year: int, today: date
) -> NotEndorsed | None:
    """Return why an office cannot answer; None if it can."""
    if office not in offices:
        return NotEndorsed.NO_OFFICE
    if not is_over(year, today):
        return NotEndorsed.NOT_OVER
    if await books.seals.sealed(year):
        return NotEndorsed.SEALED
    return None if await books.years.published(year) else NotEndorsed.NOT_SEEN


async def answer(
    books: Books, offices: Iterable[str], said: Endorsement, year: int
) -> NotEndorsed | None:
    """Keep what an office says of a year's report, or return why it cannot."""
    why = await not_endorsed(books, offices, said.office, year, said.day)
    if why is None:
        await books.endorsements.add(year, said)
    return why


async def still_waits(
    books: Books, offices: Iterable[str], year: int, today: date, now: str = ""
) -> Waits | None:
    """Return for whom a year still waits to be sealed, and until when; None if for nobody."""
    stands = endorsing(offices, await books.endorsements.of(year), now)
    ends = term_ends(year, await books.years.published(year))
    if stands.all_agreed or today >= ends:
        return None
    changed = (office for office, _ in stands.outdated)
    return Waits(ends, [*stands.silent, *changed, *(office for office, _ in stands.remarked)])


@dataclass(frozen=True, slots=True)
class Waits:
    """Offices that have not agreed, and the day from which on they need not."""

    until: date
    offices: Sequence[str]
