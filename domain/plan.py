"""Planning a training: what may be answered about it, and what follows from its date."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time
from enum import StrEnum

from domain.link import bad_link
from domain.localtime import days_before_at, to_utc
from domain.network import Network, ReminderRule
from domain.plan_series import FURTHEST, Later
from domain.plan_sketch import END_OF_DAY, Sketch, When, sessions_of
from domain.session import MOST_SESSIONS, overlapping
from domain.training import (
    LONGEST_COST,
    LONGEST_DESCRIPTION,
    LONGEST_PLACE,
    LONGEST_SPEAKERS,
    LONGEST_TITLE,
    SHORTEST_PLACE,
    SHORTEST_TITLE,
)
from domain.typed import signs
from domain.units import proposed_units
from domain.vocabulary import ReminderStage

#: What a place can offer; said publicly, never asked of a person.
ACCESSIBILITY = ("step-free", "hearing-loop", "sign-language", "captions")
DEADLINE_DAYS = (21, 14, 7, 3, 1)
#: The next session of a series is likely to be a week after the last one.
A_WEEK = 7

SAME_DAY = ReminderRule(ReminderStage.SAME_DAY, 0, time(7))
#: The reminders a coordinator can choose one by one.
STAGES = (
    ReminderRule(ReminderStage.TWO_WEEKS, 14),
    ReminderRule(ReminderStage.ONE_WEEK, 7),
    ReminderRule(ReminderStage.THREE_DAYS, 3),
    ReminderRule(ReminderStage.ONE_DAY, 1),
    SAME_DAY,
)


#: An address without its scheme: a host with a dot, then perhaps a port and a path.
_BARE_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?::\d{1,5})?(?:[/?#]\S*)?")


class Problem(StrEnum):
    """Why an answer cannot be taken."""

    TITLE_LENGTH = "title-length"
    PLACE_LENGTH = "place-length"
    DESCRIPTION_LENGTH = "description-length"
    SPEAKERS_LENGTH = "speakers-length"
    COST_LENGTH = "cost-length"
    MINIMUM_SEATS = "minimum-seats"
    LINK_FORM = "link-form"
    LINK_USER = "link-user"
    DEADLINE_PAST = "deadline-past"
    DEADLINE_LATE = "deadline-late"
    START_PAST = "start-past"
    END_BEFORE_START = "end-before-start"
    SESSION_EARLIER = "session-earlier"
    SESSION_OVERLAP = "session-overlap"
    SESSION_FAR = "session-far"
    SESSIONS_MANY = "sessions-many"


def bad_title(words: str) -> Problem | None:
    """Return why words are no title."""
    fits = SHORTEST_TITLE <= len(words) <= LONGEST_TITLE
    return None if fits else Problem.TITLE_LENGTH


def bad_place(words: str) -> Problem | None:
    """Return why words are no place."""
    fits = SHORTEST_PLACE <= len(words) <= LONGEST_PLACE
    return None if fits else Problem.PLACE_LENGTH


def bad_description(words: str) -> Problem | None:
    """Return why words are no description; letters are counted as Telegram counts them."""
    fits = signs(words) <= LONGEST_DESCRIPTION
    return None if fits else Problem.DESCRIPTION_LENGTH


def bad_speakers(words: str) -> Problem | None:
    """Return why words do not name who speaks."""
    return None if len(words) <= LONGEST_SPEAKERS else Problem.SPEAKERS_LENGTH


def bad_cost(words: str) -> Problem | None:
    """Return why words do not say what it costs."""
    return None if len(words) <= LONGEST_COST else Problem.COST_LENGTH


def bad_minimum(minimum: int | None, seats: int | None) -> Problem | None:
    """Return why a training cannot need so many people: it has not that many seats."""
    too_many = minimum is not None and seats is not None and minimum > seats
    return Problem.MINIMUM_SEATS if too_many else None


def bad_address(link: str) -> Problem | None:
    """Return why a link is none that people can open."""
    wrong = bad_link(link)
    return None if wrong is None else Problem(wrong.value)


def with_scheme(text: str) -> str:
    """Return an address as it is opened: `konferenz.example/raum` gets its `https://`."""
    return f"https://{text}" if _BARE_ADDRESS.fullmatch(text) else text


def with_when(sketch: Sketch, when: When, network: Network, now: datetime) -> Sketch | Problem:
    """Take a date or a part of it; what comes after it is asked anew."""
    changed = replace(
        sketch,
        day=when.day or sketch.day,
        starts=when.starts if when.day or when.starts else sketch.starts,
        ends=when.ends,
        end_day=when.end_day,
        deadline=None,
    )
    starts_at, ends_at = changed.begins(network), changed.finishes(network)
    if starts_at is not None and starts_at <= now:
        return Problem.START_PAST
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        return Problem.END_BEFORE_START
    return replace(changed, units=proposed_units(changed, network))


def bad_deadline(
    moment: datetime, sketch: Sketch, network: Network, now: datetime
) -> Problem | None:
    """Return why a deadline cannot be: it lies between now and the start."""
    starts_at = sketch.begins(network)
    if moment <= now:
        return Problem.DEADLINE_PAST
    late = starts_at is not None and moment > starts_at
    return Problem.DEADLINE_LATE if late else None


def deadline_choices(sketch: Sketch, network: Network, now: datetime) -> list[datetime]:
    """Return deadlines to choose from that are still to come, the network's own first.

    Each is the end of a day so many days before the start.
    """
    starts_at, own = sketch.begins(network), network.defaults.deadline_days
    if starts_at is None:
        return []
    days = [own, *(each for each in DEADLINE_DAYS if each != own)]
    zone = network.zone
    found = [days_before_at(starts_at, each, END_OF_DAY, zone) for each in days if each > 0]
    return [at for at in found if at > now]


def rules_of(stages: Collection[str], network: Network) -> tuple[ReminderRule, ...]:
    """Return the rules of chosen reminders, the network's own where it has one of that stage."""
    own = {rule.stage: rule for rule in network.defaults.reminders}
    return tuple(own.get(rule.stage, rule) for rule in STAGES if rule.stage in stages)


def overtaken(sketch: Sketch, network: Network, now: datetime) -> Problem | None:
    """Return what time has overtaken of what was answered."""
    starts_at = sketch.begins(network)
    if starts_at is None or starts_at <= now:
        return Problem.START_PAST
    if sketch.deadline is None or to_utc(sketch.deadline, network.zone) <= now:
        return Problem.DEADLINE_PAST
    return None


def next_date(sketch: Sketch) -> Later | None:
    """Return the date that is likely to follow: a week after the last one, at the first's times."""
    if sketch.day is None or sketch.starts is None or sketch.ends is None:
        return None
    last = max([0, *(each.days for each in sketch.later)])
    nights = ((sketch.end_day or sketch.day) - sketch.day).days
    if sketch.end_day is None and sketch.ends == time.min:
        nights = 1
    return Later(last + A_WEEK, sketch.starts, sketch.ends, nights)


def with_date(
    sketch: Sketch, said: When, network: Network, instead: Later | None = None
) -> Sketch | Problem:
    """Take one more date of a series, or another one `instead` of one; it comes after the first.

    What is not said of its times is as on the one that it stands for, or as on the first.
    """
    usual, first = instead or next_date(sketch), sketch.day
    if usual is None or first is None:
        return Problem.SESSION_EARLIER
    day = said.day or usual.day(first)
    starts, ends = said.starts or usual.starts, said.ends or usual.ends
    nights = (said.end_day - day).days if said.end_day else usual.nights
    if said.ends and not said.end_day:
        nights = int(ends == time.min)
    date = Later((day - first).days, starts, ends, nights)
    if not 0 <= date.days <= FURTHEST:
        return Problem.SESSION_EARLIER if date.days < 0 else Problem.SESSION_FAR
    begins, finishes = date.moments(first, network.zone)
    if finishes <= begins:
        return Problem.END_BEFORE_START
    others = tuple(each for each in sketch.later if each != instead)
    later = sorted([*others, date], key=lambda each: (each.days, each.starts))
    changed = replace(sketch, later=tuple(later))
    return bad_dates(changed, network) or changed


def bad_dates(sketch: Sketch, network: Network) -> Problem | None:
    """Return why the dates of a series cannot be."""
    sessions = sessions_of(sketch, network)
    if len(sessions) > MOST_SESSIONS:
        return Problem.SESSIONS_MANY
    if overlapping(sessions):
        return Problem.SESSION_OVERLAP
    before = sessions and sessions[0].starts_at != sketch.begins(network)
    return Problem.SESSION_EARLIER if before else None
