"""What the questions about a training offer and take, from what was answered so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from domain.localtime import local_day, to_local
from domain.manage import Numbers
from domain.network import Network, ReminderRule
from domain.plan import (
    STAGES,
    Problem,
    bad_address,
    bad_deadline,
    bad_place,
    bad_title,
    deadline_choices,
    with_scheme,
    with_when,
)
from domain.plan_series import Later
from domain.plan_sketch import END_OF_DAY, Sketch, When, sketch_of
from domain.reminder import Planned
from domain.reminder import plan as planned
from domain.training import Plan, has_link, has_place
from domain.typed import one_line
from domain.units import proposed_units
from domain.vocabulary import DeliveryMode
from talk import form as asking
from talk.form import Answers, Choice, Setting, Taken


class Step(StrEnum):
    """What the questions are called."""

    TITLE = "title"
    TOPIC = "topic"
    FORMAT = "format"
    MODE = "mode"
    PLACE = "place"
    LINK = "link"
    DAY = "day"
    START = "start"
    END = "end"
    SESSIONS = "sessions"
    SEATS = "seats"
    DEADLINE = "deadline"
    UNITS = "units"
    SECTORS = "sectors"
    REMINDERS = "reminders"
    ACCESSIBILITY = "accessibility"
    DESCRIPTION = "description"
    SPEAKERS = "speakers"
    COST = "cost"
    CONTACT = "contact"
    MINIMUM = "minimum"
    APPROVAL = "approval"
    HOSTS = "hosts"
    PREVIEW = "preview"
    TELLING = "telling"


#: The three questions of which a date consists.
WHEN = (Step.DAY, Step.START, Step.END)
#: What a review of a plan leads to, and what one button answers.
PUBLISH, ANNOUNCE, KEEP = "publish", "announce", "keep"
ALL, NETWORK, NONE = "all", "network", "none"
#: Whether the own office of who registers must approve.
YES, NO = "yes", "no"
#: A year of working days is offered, two weeks a page.
DAYS, DAYS_A_PAGE = 260, 10
STARTS = tuple(
    time(hour, minute)
    for hour, minute in (
        *((8, 0), (8, 30), (9, 0), (9, 30), (10, 0), (11, 0), (12, 0), (13, 0)),
        *((13, 30), (14, 0), (14, 30), (15, 0), (16, 0), (17, 0), (18, 0), (19, 0)),
    )
)
#: How long events last, in minutes.
LENGTHS = (60, 90, 120, 150, 180, 210, 240, 300, 360, 390, 420, 480)
SEATS = (10, 15, 20, 25, 30, 40, 60, 100)
EVERY_REMINDER = tuple(rule.stage.value for rule in STAGES)
#: A training is planned at most so far ahead, and its deadline lies before it.
FAR = timedelta(days=4 * 366)


def answers_of(plan: Plan, network: Network) -> Answers:
    """Return the answers that lead to a plan."""
    sketch = sketch_of(plan, network)
    return {
        Step.TITLE: plan.title,
        Step.TOPIC: plan.topic,
        Step.FORMAT: plan.format,
        Step.MODE: plan.mode,
        Step.PLACE: plan.place or None,
        Step.LINK: plan.link or None,
        **_date(sketch),
        Step.SESSIONS: [each.pack() for each in sketch.later],
        Step.SEATS: plan.seats,
        Step.DEADLINE: plan.deadline_at.astimezone(UTC).isoformat(),
        Step.UNITS: plan.units,
        Step.SECTORS: list(plan.sectors),
        Step.REMINDERS: [rule.stage for rule in plan.reminders],
        Step.ACCESSIBILITY: list(plan.accessibility),
        Step.DESCRIPTION: plan.description or None,
        Step.SPEAKERS: plan.speakers or None,
        Step.COST: plan.cost or None,
        Step.CONTACT: plan.contact,
        Step.MINIMUM: plan.minimum,
        Step.APPROVAL: YES if plan.approval else NO,
        Step.HOSTS: [each.office for each in plan.co_hosts],
    }


def _date(sketch: Sketch) -> dict[str, Any]:
    parts = {
        Step.DAY: When(sketch.day),
        Step.START: When(starts=sketch.starts),
        Step.END: When(ends=sketch.ends, end_day=sketch.end_day),
    }
    return {name: part.pack() for name, part in parts.items() if part != When()}


def before(at: Setting) -> Answers:
    """Return what holds of a training that is changed; nothing of a new one."""
    if not isinstance(at.about, Numbers):
        return {}
    return answers_of(at.about.training.plan, at.network)


def dated(at: Setting) -> Sketch:
    """Return the date as far as it is known; a new day leaves nothing of the old date."""
    said = at.answers if Step.DAY in at.answers else {**before(at), **at.answers}
    day, start, end = (When.unpack(said[name]) if name in said else When() for name in WHEN)
    further = {**before(at), **at.answers}.get(Step.SESSIONS) or ()
    later = tuple(map(Later.unpack, further))
    return Sketch(day=day.day, starts=start.starts, ends=end.ends, end_day=end.end_day, later=later)


class ModeChoice(Choice):
    """How it takes place; a place or an address that is not needed for that is forgotten."""

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take one of the ways to take part."""
        said, mode = {**at.answers, self.name: value}, DeliveryMode(value)
        needed: dict[str, bool] = {Step.PLACE: has_place(mode), Step.LINK: has_link(mode)}
        return {n: answer for n, answer in said.items() if needed.get(n, True)}


def mode_of(at: Setting) -> DeliveryMode:
    """Return how it takes place, as far as that was said."""
    said = {**before(at), **at.answers}
    return DeliveryMode(said.get(Step.MODE) or usual_mode(at))


def usual_mode(at: Setting) -> str:
    """Return how it takes place as far as place and address say it."""
    if not at.answers.get(Step.LINK):
        return DeliveryMode.IN_PERSON
    return DeliveryMode.HYBRID if at.answers.get(Step.PLACE) else DeliveryMode.ONLINE


def needs_place(at: Setting) -> bool:
    """Return whether it takes place somewhere."""
    return has_place(mode_of(at))


def needs_link(at: Setting) -> bool:
    """Return whether people take part at an address."""
    return has_link(mode_of(at))


def why(problem: Problem | None) -> str:
    """Return the text of a problem, by its name."""
    return "" if problem is None else f"plan-problem-{problem}"


def title_problem(at: Setting) -> str:
    """Return why a title is none."""
    return why(bad_title(at.answers[Step.TITLE]))


def place_problem(at: Setting) -> str:
    """Return why a place is none."""
    return why(bad_place(at.answers[Step.PLACE]))


def link_problem(at: Setting) -> str:
    """Return why an address is none."""
    return why(bad_address(at.answers[Step.LINK]))


def as_link(text: str) -> str:
    """Return what was typed as an address."""
    return with_scheme(one_line(text))


def one_word(text: str) -> bool:
    """Return whether a text may be meant as an address."""
    return len(text.split()) == 1 or bad_address(text) is None


def days(at: Setting) -> Sequence[str]:
    """Return the working days from tomorrow on."""
    day, found = local_day(at.now, at.network.zone), list[date]()
    while len(found) < DAYS:
        day += timedelta(days=1)
        found += [day] if day.isoweekday() <= 5 else []
    return [When(each).pack() for each in found]


def ends(at: Setting) -> Sequence[str]:
    """Return likely ends, on the day it begins."""
    sketch = dated(at)
    if sketch.day is None or sketch.starts is None:
        return ()
    start = datetime.combine(sketch.day, sketch.starts)
    ends = [start + timedelta(minutes=length) for length in LENGTHS]
    return [When(ends=end.time()).pack() for end in ends if end.date() == sketch.day]


def known(at: Setting) -> When:
    """Return the date as far as it is known."""
    sketch = dated(at)
    return When(sketch.day, sketch.starts, sketch.ends, sketch.end_day)


def settled(at: Setting, said: When) -> Answers | asking.Problem:
    """Take a date or a part of it; what follows from the date is asked anew."""
    found = with_when(dated(at), said, at.network, at.now)
    if isinstance(found, Problem):
        return asking.Problem(why(found))
    follows = {*WHEN, Step.DEADLINE, Step.UNITS}
    kept = {name: answer for name, answer in at.answers.items() if name not in follows}
    return {**kept, **_date(found)}


def seats(at: Setting) -> Sequence[int]:
    """Return numbers of seats, the network's own first."""
    own = at.network.defaults.capacity
    return [own, *(n for n in SEATS if n != own)]


def deadlines(at: Setting) -> Sequence[str]:
    """Return the deadlines on offer, at last the start."""
    sketch = dated(at)
    starts_at = sketch.begins(at.network)
    found = deadline_choices(sketch, at.network, at.now)
    moments = [*found, *([starts_at] if starts_at else [])]
    return [moment.astimezone(UTC).isoformat() for moment in moments]


def usual_deadline(at: Setting) -> str | None:
    """Return the deadline that holds where none is named."""
    return next(iter(deadlines(at)), None)


def until(at: Setting, moment: datetime) -> Answers | asking.Problem:
    """Take a deadline, or say why it cannot be; a whole day ends when the training begins."""
    starts_at, zone = dated(at).begins(at.network), at.network.zone
    whole = to_local(moment, zone).time() == END_OF_DAY
    if starts_at and whole and local_day(moment, zone) == local_day(starts_at, zone):
        moment = min(moment, starts_at)
    wrong = bad_deadline(moment, dated(at), at.network, at.now)
    if wrong is not None:
        return asking.Problem(why(wrong))
    return {**at.answers, Step.DEADLINE: moment.astimezone(UTC).isoformat()}


def usual_units(at: Setting) -> int:
    """Return the units that the time proposes."""
    return proposed_units(dated(at), at.network)


def units(at: Setting) -> Sequence[int]:
    """Return numbers of units: proposed, near that, none."""
    own = usual_units(at)
    near = [n for n in range(max(1, own - 4), own + 3) if n != own] or [1, 2]
    return [*([own] if own else []), *near, 0]


def sectors(at: Setting) -> Sequence[str]:
    """Return the fields of work of the network."""
    return at.network.sectors


def some(name: str) -> Callable[[Setting], bool]:
    """Return what tells whether any of a list is marked."""
    return lambda at: bool(at.answers.get(name))


def empty(_: Setting) -> list[str]:
    """Return that nothing is marked from the beginning."""
    return []


def will_go(at: Setting, rules: Sequence[ReminderRule]) -> list[Planned]:
    """Return which reminders would still go if it were published now."""
    starts_at = dated(at).begins(at.network)
    if starts_at is None:
        return []
    return planned(starts_at, rules, at.network.zone, at.network.quiet, at.now)


def usual_reminders(at: Setting) -> list[str]:
    """Return the reminders that are marked from the beginning."""
    usual = [rule.stage for rule in at.network.defaults.reminders]
    return list(before(at).get(Step.REMINDERS, usual))


def reminders(at: Setting) -> Sequence[str]:
    """Return those that would still go, and those that are chosen already."""
    if dated(at).begins(at.network) is None:
        return EVERY_REMINDER
    chosen = at.answers.get(Step.REMINDERS, usual_reminders(at))
    possible = {one.stage for one in will_go(at, STAGES)}
    return [rule.stage for rule in STAGES if rule.stage in chosen or rule.stage in possible]


def whole_reminders(at: Setting) -> Mapping[str, Sequence[str]]:
    """Return the usual reminders, if any of them would go, and none."""
    usual = at.network.defaults.reminders
    own = {NETWORK: [rule.stage for rule in usual]} if will_go(at, usual) else {}
    return {**own, NONE: []}


def no_accessibility(at: Setting) -> Mapping[str, Sequence[str]]:
    """Return that nothing is said, as long as nothing is marked."""
    return {} if at.answers.get(Step.ACCESSIBILITY) else {NONE: []}
