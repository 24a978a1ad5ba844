"""Planning a training step by step: what is asked, in which order, and what may be answered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum

from domain.link import bad_link
from domain.localtime import days_before_at, to_local, to_utc
from domain.network import Network, ReminderRule
from domain.picked import number_of, number_picked, switch, switched
from domain.sketch import END_OF_DAY, Sketch, When
from domain.training import (
    LONGEST_PLACE,
    LONGEST_TITLE,
    MOST_SEATS,
    SHORTEST_TITLE,
)
from domain.typed import one_line
from domain.units import MOST_UNITS as MOST_UNITS
from domain.units import proposed_units as proposed_units
from domain.vocabulary import DeliveryMode, EventFormat, ReminderStage, Sector, Topic

#: What a place can offer; said publicly, never asked of a person.
ACCESSIBILITY = ("step-free", "hearing-loop", "sign-language", "captions")
DEADLINE_DAYS = (21, 14, 7, 3, 1)
MOST_DEADLINE_DAYS = 366

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


class Step(StrEnum):
    """One question each, in the order they are asked."""

    TITLE = "title"
    TOPIC = "topic"
    FORMAT = "format"
    MODE = "mode"
    PLACE = "place"
    LINK = "link"
    DAY = "day"
    START = "start"
    END = "end"
    SEATS = "seats"
    DEADLINE = "deadline"
    UNITS = "units"
    SECTORS = "sectors"
    REMINDERS = "reminders"
    ACCESSIBILITY = "accessibility"
    PREVIEW = "preview"


#: The three questions of which a date consists.
WHEN = (Step.DAY, Step.START, Step.END)


class Problem(StrEnum):
    """Why an answer cannot be taken."""

    TITLE_LENGTH = "title-length"
    PLACE_LENGTH = "place-length"
    LINK_FORM = "link-form"
    LINK_USER = "link-user"
    SEATS_NUMBER = "seats-number"
    UNITS_NUMBER = "units-number"
    DEADLINE_PAST = "deadline-past"
    DEADLINE_LATE = "deadline-late"
    START_PAST = "start-past"
    END_BEFORE_START = "end-before-start"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Answered:
    """A step's answer taken; `done` is False while more may be chosen in the same step."""

    sketch: Sketch
    done: bool = True


def steps(sketch: Sketch) -> tuple[Step, ...]:
    """Return the steps that this training needs."""
    skipped = {
        DeliveryMode.IN_PERSON: {Step.LINK},
        DeliveryMode.ONLINE: {Step.PLACE},
        DeliveryMode.SELF_PACED: {Step.PLACE},
        DeliveryMode.HYBRID: set[Step](),
    }[sketch.mode]
    return tuple(step for step in Step if step not in skipped)


def following(sketch: Sketch, step: Step) -> Step:
    """Return the next step; of a date only what is not known yet is asked."""
    order = steps(sketch)
    if step in WHEN:
        if sketch.day is None:
            return Step.DAY
        if sketch.starts is None:
            return Step.START
        return Step.END if sketch.ends is None else Step.SEATS
    return order[min(order.index(step) + 1, len(order) - 1)]


def preceding(sketch: Sketch, step: Step) -> Step:
    """Return the step before; the first one stays."""
    order = steps(sketch)
    return order[max(order.index(step) - 1, 0)]


def position(sketch: Sketch, step: Step) -> tuple[int, int]:
    """Return which step this is and of how many; the parts of a date count as one."""
    counted: list[Step] = [each for each in steps(sketch) if each not in {Step.START, Step.END}]
    shown = Step.DAY if step in WHEN else step
    return counted.index(shown) + 1, len(counted)


def begin(network: Network) -> Sketch:
    """Return a new training's sketch with what the network starts with."""
    return Sketch(seats=network.defaults.capacity, reminders=network.defaults.reminders)


def typed(sketch: Sketch, step: Step, text: str) -> Answered | Problem:
    """Take a typed answer; dates are read elsewhere and come in by `with_when`."""
    words = one_line(text)
    match step:
        case Step.TITLE:
            fits = SHORTEST_TITLE <= len(words) <= LONGEST_TITLE
            return Answered(replace(sketch, title=words)) if fits else Problem.TITLE_LENGTH
        case Step.PLACE:
            fits = 2 <= len(words) <= LONGEST_PLACE
            return Answered(replace(sketch, place=words)) if fits else Problem.PLACE_LENGTH
        case Step.LINK:
            return _with_link(sketch, words)
        case Step.SEATS:
            found = number_of(words, 1, MOST_SEATS)
            return Problem.SEATS_NUMBER if found is None else Answered(replace(sketch, seats=found))
        case Step.UNITS:
            found = number_of(words, 0, MOST_UNITS)
            return Problem.UNITS_NUMBER if found is None else Answered(replace(sketch, units=found))
    return Problem.NOT_ASKED


def _with_link(sketch: Sketch, words: str) -> Answered | Problem:
    link = with_scheme(words)
    wrong = bad_link(link)
    if wrong is None:
        return Answered(replace(sketch, link=link))
    return Problem(wrong.value) if len(words.split()) == 1 else Problem.NOT_ASKED


def with_scheme(text: str) -> str:
    """Return an address as it is opened: `konferenz.example/raum` gets its `https://`."""
    return f"https://{text}" if _BARE_ADDRESS.fullmatch(text) else text


def is_link(text: str) -> bool:
    """Return whether a text is an address that can be opened."""
    return bad_link(text) is None


def with_when(sketch: Sketch, when: When, network: Network, now: datetime) -> Answered | Problem:
    """Take a date or a part of it; what comes after it is asked anew."""
    changed = replace(
        sketch,
        day=when.day or sketch.day,
        starts=when.starts if when.day or when.starts else sketch.starts,
        ends=when.ends,
        end_day=when.end_day,
        deadline=None,
        units=0,
    )
    starts_at, ends_at = changed.begins(network), changed.finishes(network)
    if starts_at is not None and starts_at <= now:
        return Problem.START_PAST
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        return Problem.END_BEFORE_START
    if ends_at is not None:
        changed = replace(changed, units=proposed_units(changed, network))
    return Answered(changed)


def with_deadline(
    sketch: Sketch, local: datetime, network: Network, now: datetime
) -> Answered | Problem:
    """Take a deadline, which lies between now and the start."""
    moment, starts_at = to_utc(local, network.zone), sketch.begins(network)
    if moment <= now:
        return Problem.DEADLINE_PAST
    if starts_at is not None and moment > starts_at:
        return Problem.DEADLINE_LATE
    return Answered(replace(sketch, deadline=local))


def deadline_before(sketch: Sketch, days: int, network: Network) -> datetime | None:
    """Return the local end of the day that lies so many days before the start."""
    starts_at = sketch.begins(network)
    if starts_at is None:
        return None
    return to_local(days_before_at(starts_at, days, END_OF_DAY, network.zone), network.zone)


def deadline_choices(sketch: Sketch, network: Network, now: datetime) -> list[tuple[int, datetime]]:
    """Return deadlines to choose from that are still to come, the network's own first."""
    own = network.defaults.deadline_days
    days = [own, *(each for each in DEADLINE_DAYS if each != own)]
    found = [(each, deadline_before(sketch, each, network)) for each in days if each > 0]
    return [(n, at) for n, at in found if at is not None and to_utc(at, network.zone) > now]


def pick(
    sketch: Sketch, step: Step, value: str, network: Network, now: datetime
) -> Answered | Problem:
    """Take a pressed answer. Raises ValueError for one that the step does not offer."""
    if step in WHEN:
        return with_when(sketch, _when(step, value), network, now)
    if step is Step.DEADLINE:
        return _pick_deadline(sketch, value, network, now)
    if step is Step.REMINDERS:
        return _pick_reminders(sketch, value, network)
    if step not in _PICKS:
        raise ValueError(f"{step} offers nothing to choose")
    return _PICKS[step](sketch, value)


def _when(step: Step, value: str) -> When:
    """Return a pressed date. Raises ValueError if it lacks what the step asks for."""
    when = When.unpack(value)
    answer = {Step.DAY: when.day, Step.START: when.starts, Step.END: when.ends}[step]
    if answer is None:
        raise ValueError(f"{value!r} does not say the {step}")
    return when


def _pick_deadline(
    sketch: Sketch, value: str, network: Network, now: datetime
) -> Answered | Problem:
    if value == "start":
        starts_at = sketch.begins(network)
        local = to_local(starts_at, network.zone) if starts_at else None
    elif len(value) >= 8:
        when = When.unpack(value)
        local = datetime.combine(when.day, when.starts or END_OF_DAY) if when.day else None
    else:
        local = deadline_before(sketch, number_picked(value, 1, MOST_DEADLINE_DAYS), network)
    if local is None:
        raise ValueError(f"{value!r} is no deadline, or there is no date yet")
    return with_deadline(sketch, local, network, now)


def _pick_reminders(sketch: Sketch, value: str, network: Network) -> Answered:
    if value == "network":
        return Answered(replace(sketch, reminders=network.defaults.reminders))
    if value == "none":
        return Answered(replace(sketch, reminders=()))
    if value == "done":
        return Answered(sketch)
    on, slug = switch(value)
    stage = ReminderStage(slug)
    if all(rule.stage is not stage for rule in STAGES):
        raise ValueError(f"{stage} cannot be chosen")
    kept = [rule for rule in sketch.reminders if rule.stage is not stage]
    if on:
        kept += [rule for rule in STAGES if rule.stage is stage]
    kept.sort(key=lambda rule: -rule.days_before)
    return Answered(replace(sketch, reminders=tuple(kept)), done=False)


def _pick_sectors(sketch: Sketch, value: str) -> Answered:
    if value == "all":
        return Answered(replace(sketch, sectors=()))
    if value == "done":
        return Answered(sketch)
    chosen = switched(sketch.sectors, value, tuple(Sector))
    return Answered(replace(sketch, sectors=chosen), done=False)


def _pick_accessibility(sketch: Sketch, value: str) -> Answered:
    if value == "none":
        return Answered(replace(sketch, accessibility=()))
    if value == "done":
        return Answered(sketch)
    chosen = switched(sketch.accessibility, value, ACCESSIBILITY)
    return Answered(replace(sketch, accessibility=chosen), done=False)


def _pick_mode(sketch: Sketch, value: str) -> Answered:
    changed = replace(sketch, mode=DeliveryMode(value))
    needed = steps(changed)
    return Answered(
        replace(
            changed,
            place=sketch.place if Step.PLACE in needed else "",
            link=sketch.link if Step.LINK in needed else "",
        )
    )


def _pick_seats(sketch: Sketch, value: str) -> Answered:
    if value == "none":
        return Answered(replace(sketch, seats=None))
    return Answered(replace(sketch, seats=number_picked(value, 1, MOST_SEATS)))


def _pick_later(sketch: Sketch, step: Step, value: str) -> Answered:
    if value != "later":
        raise ValueError(f"{value!r} is not offered")
    return Answered(replace(sketch, place="") if step is Step.PLACE else replace(sketch, link=""))


_PICKS: dict[Step, Callable[[Sketch, str], Answered | Problem]] = {
    Step.TOPIC: lambda sketch, value: Answered(replace(sketch, topic=Topic(value))),
    Step.FORMAT: lambda sketch, value: Answered(replace(sketch, format=EventFormat(value))),
    Step.MODE: _pick_mode,
    Step.PLACE: lambda sketch, value: _pick_later(sketch, Step.PLACE, value),
    Step.LINK: lambda sketch, value: _pick_later(sketch, Step.LINK, value),
    Step.SEATS: _pick_seats,
    Step.UNITS: lambda sketch, value: Answered(
        replace(sketch, units=number_picked(value, 0, MOST_UNITS))
    ),
    Step.SECTORS: _pick_sectors,
    Step.ACCESSIBILITY: _pick_accessibility,
}


def missing(sketch: Sketch, network: Network, now: datetime) -> Step | None:
    """Return the first step whose answer is missing or no longer possible."""
    starts_at = sketch.begins(network)
    if not sketch.title:
        return Step.TITLE
    if starts_at is None or sketch.finishes(network) is None or starts_at <= now:
        return Step.DAY
    if sketch.deadline is None or to_utc(sketch.deadline, network.zone) <= now:
        return Step.DEADLINE
    return None
