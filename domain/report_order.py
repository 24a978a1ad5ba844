"""Asking for a report in chat: what is wanted, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.disclosure.cells import Publication
from domain.person import Person
from domain.vocabulary import COUNTY_WIDE

FIRST_YEAR = 2000
QUARTERS = range(1, 5)
#: Whoever makes a report holds it for so long, and renews that while it lasts.
LEASE = timedelta(seconds=60)
#: So often a report is begun; then it is the report itself that lets processes die.
MOST_ATTEMPTS = 3
#: So many hints stand on a page of the potentials.
HINTS_A_PAGE = 3
#: Pages of the potentials from this one on are single hints, asked about one after the other:
#: the first from the number beyond it on of which nothing is said yet.
ONE_BY_ONE = 100
#: A change of the card that is not out by then is not sent, nor repeated: a newer one counts.
STALE = timedelta(seconds=60)


class What(StrEnum):
    """What is wanted: a page of the chat, two charts as pictures, or all files."""

    OPENED = "opened"
    FIGURES = "figures"
    PLACES = "places"
    POTENTIALS = "potentials"
    QUARTER = "quarter"
    CHARTS = "charts"
    FILES = "files"


class Form(StrEnum):
    """A form the report comes in, in the order they are made: the short ones first."""

    SHORT_PDF = "short-pdf"
    SHORT_DOCX = "short-docx"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    HTML = "html"

    @property
    def short(self) -> bool:
        """Whether it is the short form, for a committee."""
        return self in {Form.SHORT_PDF, Form.SHORT_DOCX}

    @property
    def kind(self) -> str:
        """The ending of its file."""
        return self.rpartition("-")[2]


class WhyUnmade(StrEnum):
    """Why a form could not be made: too little memory, or a fault that the log tells of."""

    MEMORY = "memory"
    FAULT = "fault"


def forms_of(quarter: int | None) -> tuple[Form, ...]:
    """Return the forms there are; a quarter has one page, and no short form."""
    return tuple(form for form in Form if not (quarter and form.short))


#: Pages are made beside what takes longer. `OPENED` are figures that the charts follow.
PAGES = frozenset({What.OPENED, What.FIGURES, What.PLACES, What.POTENTIALS, What.QUARTER})
LONG = frozenset(What) - PAGES


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants of a year.

    `office` reads its own numbers openly; `quarter` narrows to the main figures. Both are for
    internal use; empty and 0 stand for the report that may be published. `page` is that of the
    potentials.
    """

    year: int
    what: What = What.FILES
    office: str = ""
    quarter: int = 0
    page: int = 0

    @property
    def internal(self) -> bool:
        """Whether it must stay within the network."""
        return bool(self.office or self.quarter)

    def for_all(self, today: date) -> bool:
        """Whether it may be handed out: a whole year that is over, with nobody's own numbers."""
        return not self.for_coordinators(today)

    def for_coordinators(self, today: date) -> bool:
        """Whether only coordinators may have it: all that is internal, and interim versions.

        Two versions of a running year show who came between them. So what a year looks like
        before it is over stays with those who know the attendances anyway.
        """
        return self.internal or not is_over(self.year, today)


@dataclass(frozen=True, slots=True)
class Request:
    """Something of a year that somebody waits for; `card` is the message that it changes."""

    id: int
    person_id: int
    wanted: Wanted
    language: str
    card: str | None = None
    attempts: int = 1

    def key(self, part: str) -> str:
        """Return the key of one of its messages: made twice, it is kept once."""
        return f"report:{self.id}:{part}"

    @property
    def moment(self) -> str:
        """Return the key of the message that was said at once where there was no card."""
        return moment_key(self.id)


def moment_key(request_id: int) -> str:
    """Return the key of what is said at once about a request, and then turns into the answer."""
    return f"report:{request_id}:moment"


def year_typed(said: str) -> int | None:
    """Return the year that was written behind a command; None if it is none."""
    text = said.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) == len("2027") else None


def is_over(year: int, as_of: date) -> bool:
    """Return whether a year is over; what is made of it before is for internal use."""
    return as_of.year > year


def days_of(year: int, quarter: int | None = None) -> tuple[date, date]:
    """Return the first and the last day of a year, or of a quarter of it."""
    if quarter is None:
        return date(year, 1, 1), date(year, 12, 31)
    following = date(year + quarter // 4, 3 * quarter % 12 + 1, 1)
    return date(year, 3 * quarter - 2, 1), following - timedelta(days=1)


def has_begun(year: int, as_of: date, quarter: int | None = None) -> bool:
    """Return whether there can be anything yet of a year, or of a quarter of it."""
    return as_of >= days_of(year, quarter)[0]


def known_year(year: int, today: date) -> bool:
    """Return whether there can be figures of a year."""
    return FIRST_YEAR <= year <= today.year


def quarters_begun(year: int, today: date) -> list[int]:
    """Return the quarters of a year that have begun."""
    return [q for q in QUARTERS if has_begun(year, today, q)]


class NotReadable(StrEnum):
    """Why somebody may not have this of a year."""

    READERS_ONLY = "readers-only"
    NO_YEAR = "no-year"
    NOT_OVER = "not-over"
    INTERNAL = "internal"


def not_readable(person: Person, wanted: Wanted, today: date) -> NotReadable | None:
    """Return why somebody may not have what they want of a year; None if they may.

    Numbers of an office are for its own coordinators, and the whole county has none of its own.
    """
    if not person.reads_reports:
        return NotReadable.READERS_ONLY
    if not known_year(wanted.year, today):
        return NotReadable.NO_YEAR
    if wanted.for_coordinators(today) and not person.coordinates:
        return NotReadable.INTERNAL if is_over(wanted.year, today) else NotReadable.NOT_OVER
    if wanted.office and (wanted.office != person.office or wanted.office == COUNTY_WIDE):
        return NotReadable.INTERNAL
    return None


class Requests(Protocol):
    """The reports that are waited for; None for one that is on its way already."""

    async def ask(
        self, person_id: int, wanted: Wanted, language: str, card: str | None, now: datetime
    ) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Ordered:
    """It will be made; `number` is that of the request, None if it was on its way already."""

    number: int | None


async def order(
    requests: Requests,
    person: Person,
    wanted: Wanted,
    language: str,
    card: str | None,
    today: date,
    now: datetime,
) -> Ordered | NotReadable:
    """Have something of a year made for somebody, in the place of a message of theirs."""
    why = not_readable(person, wanted, today)
    if why is not None:
        return why
    return Ordered(await requests.ask(person.id, wanted, language, card, now))


class Versions(Protocol):
    """What was handed out; while it is held nobody hands out anything else."""

    async def hold_versions(self) -> None: ...
    async def newest_version(self) -> int: ...
    async def published(self, year: int) -> Sequence[Publication]: ...
    async def add_version(self, year: int, made_on: date, said: Publication) -> None: ...


async def hand_out(
    versions: Versions, year: int, made_on: date, said: Publication, newest: int | None = None
) -> bool:
    """Remember what is handed out, also of other years, so that later versions keep to it.

    The order in which it is handed out is kept. What says no more than the versions since the last
    correction is not kept again. False, and nothing is remembered, if something was handed out
    since `newest`: what is to be handed out knows nothing of it.
    """
    await versions.hold_versions()
    if newest is not None and await versions.newest_version() > newest:
        return False
    for of, part in {**said.of_years, year: said}.items():
        if part.adds_to(await versions.published(of)):
            await versions.add_version(of, made_on, part)
    return True
