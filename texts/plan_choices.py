"""What each step of planning a training offers to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.localtime import local_day
from domain.message import Button, Rows, Style
from domain.network import Network, ReminderRule
from domain.planning import ACCESSIBILITY, SAME_DAY, STAGES, Step, deadline_choices
from domain.reminder import Planned, plan
from domain.sketch import Sketch, When
from domain.units import proposed_units
from domain.vocabulary import DeliveryMode, EventFormat, Topic
from talk.plan import Pick, Turn
from texts import dates
from texts.catalogue import Texts
from texts.day_notes import noted

TOPICS_A_PAGE = 8
WEEKS_A_PAGE = 2
LAST_PAGE_OF_WEEKS = 26
SEATS = (10, 15, 20, 25, 30, 40, 60, 100)
STARTS = tuple(
    time(hour, minute)
    for hour, minute in (
        *((8, 0), (8, 30), (9, 0), (9, 30), (10, 0), (11, 0), (12, 0), (13, 0)),
        *((13, 30), (14, 0), (14, 30), (15, 0), (16, 0), (17, 0), (18, 0), (19, 0)),
    )
)
#: How long events last, in minutes.
LENGTHS = (60, 90, 120, 150, 180, 210, 240, 300, 360, 390, 420, 480)


@dataclass(frozen=True, slots=True)
class Page:
    """What a step's card is made of; `number` is its page, from 0."""

    texts: Texts
    network: Network
    sketch: Sketch
    step: Step
    version: int
    now: datetime
    number: int = 0
    host: str = ""

    def button(self, label: str, value: str, style: Style = Style.PLAIN) -> Button:
        """Return a button that answers the step."""
        return Button(label, Pick(self.version, value).pack(), style=style)

    def named(self, text_id: str, value: str, style: Style = Style.PLAIN) -> Button:
        """Return a button with a label of the catalogue."""
        return self.button(self.texts.plain(text_id), value, style)

    def turn(self, text_id: str, number: int) -> Button:
        """Return a button that leads to another page of this step."""
        return Button(self.texts.plain(text_id), Turn(self.version, number).pack())


def local_moment(texts: Texts, local: datetime) -> str:
    """Return a local moment with its weekday: `Fr., 26.02.2027, 23:59 Uhr`."""
    day = dates.short_day(local.date(), texts.language)
    return f"{day}, {dates.clock(local.time(), texts.language)}"


def rows_of(buttons: list[Button], width: int) -> Rows:
    """Return buttons in rows of so many."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def _topics(page: Page) -> Rows:
    topics = list(Topic)
    first = page.number * TOPICS_A_PAGE
    shown = topics[first : first + TOPICS_A_PAGE]
    rows = tuple((page.button(page.texts.label("topic", each), each),) for each in shown)
    last = (len(topics) - 1) // TOPICS_A_PAGE
    return (*rows, *_turns(page, "plan-page-before", "plan-page-after", last))


def _turns(page: Page, before: str, after: str, last: int) -> Rows:
    turns = [page.turn(before, page.number - 1)] if page.number > 0 else []
    turns += [page.turn(after, page.number + 1)] if page.number < last else []
    return (tuple(turns),) if turns else ()


def _formats(page: Page) -> Rows:
    return rows_of([page.button(page.texts.label("format", f), f) for f in EventFormat], 1)


def _modes(page: Page) -> Rows:
    return rows_of([page.button(page.texts.label("mode", m), m) for m in DeliveryMode], 2)


def _later(page: Page) -> Rows:
    return ((page.named("plan-later", "later"),),)


def _days(page: Page) -> Rows:
    language = page.texts.language
    days = _weekdays(page)
    labels = [noted(dates.brief_day(day, language), page.texts, day) for day in days]
    found = [
        page.button(label, When(day=day).pack()) for label, day in zip(labels, days, strict=True)
    ]
    turns = _turns(page, "plan-weeks-before", "plan-weeks-after", LAST_PAGE_OF_WEEKS)
    return (*_in_rows(found), *turns)


def _in_rows(days: list[Button]) -> Rows:
    """Return days three a row; one that is noted needs a row of its own."""
    rows: list[tuple[Button, ...]] = []
    for day in days:
        wide = "(" in day.label
        if wide or not rows or len(rows[-1]) == 3 or "(" in rows[-1][0].label:
            rows.append((day,))
        else:
            rows[-1] = (*rows[-1], day)
    return tuple(rows)


def _weekdays(page: Page) -> list[date]:
    """Return the working days of this page's weeks, from tomorrow on."""
    today = local_day(page.now, page.network.zone)
    monday = today + timedelta(days=1)
    if monday.isoweekday() > 5:
        monday += timedelta(days=8 - monday.isoweekday())
    monday -= timedelta(days=monday.weekday())
    monday += timedelta(weeks=WEEKS_A_PAGE * page.number)
    week = [monday + timedelta(days=n) for n in range(7 * WEEKS_A_PAGE)]
    return [day for day in week if day > today and day.isoweekday() <= 5]


def _starts(page: Page) -> Rows:
    language = page.texts.language
    found = [page.button(dates.clock(at, language), When(starts=at).pack()) for at in STARTS]
    return rows_of(found, 4)


def _ends(page: Page) -> Rows:
    sketch = page.sketch
    if sketch.day is None or sketch.starts is None:
        return ()
    start = datetime.combine(sketch.day, sketch.starts)
    ends = [start + timedelta(minutes=length) for length in LENGTHS]
    language = page.texts.language
    found = [
        page.button(dates.clock(end.time(), language), When(ends=end.time()).pack())
        for end in ends
        if end.date() == sketch.day
    ]
    return rows_of(found, 4)


def _seats(page: Page) -> Rows:
    own = page.network.defaults.capacity
    first = page.button(page.texts.plain("plan-seats-usual", n=own), str(own), Style.PRIMARY)
    more = [page.button(str(n), str(n)) for n in SEATS if n != own]
    return ((first,), *rows_of(more, 4), (page.named("plan-no-limit", "none"),))


def _deadlines(page: Page) -> Rows:
    found = deadline_choices(page.sketch, page.network, page.now)
    buttons = [
        page.button(
            page.texts.plain("plan-deadline-days", days=days, at=local_moment(page.texts, at)),
            str(days),
            Style.PLAIN if number else Style.PRIMARY,
        )
        for number, (days, at) in enumerate(found)
    ]
    return (*rows_of(buttons, 1), (page.named("plan-deadline-start", "start"),))


def _units(page: Page) -> Rows:
    own = proposed_units(page.sketch, page.network)
    proposed = page.texts.plain("plan-units-proposed", n=own)
    first = ((page.button(proposed, str(own), Style.PRIMARY),),) if own else ()
    near = [n for n in range(max(1, own - 4), own + 3) if n != own] or [1, 2]
    more = [page.button(str(n), str(n)) for n in near]
    return (*first, *rows_of(more, 6), (page.named("plan-units-none", "0"),))


def _toggle(page: Page, label: str, slug: str, *, on: bool) -> Button:
    """Return a button that chooses or drops one of many; pressing it twice changes nothing."""
    text = page.texts.plain("plan-chosen", label=label) if on else label
    return page.button(text, f"{'-' if on else '+'}{slug}")


def _sector_choices(page: Page) -> Rows:
    chosen_ = page.sketch.sectors
    every = page.named("plan-sectors-all", "all", Style.PLAIN if chosen_ else Style.PRIMARY)
    found = [
        _toggle(page, page.texts.label("sector", each), each, on=each in chosen_)
        for each in page.network.sectors
    ]
    done = ((page.named("plan-done", "done", Style.PRIMARY),),) if chosen_ else ()
    return ((every,), *rows_of(found, 1), *done)


def will_go(page: Page, rules: Iterable[ReminderRule]) -> list[Planned]:
    """Return which reminders would still go if it were published now."""
    starts_at = page.sketch.begins(page.network)
    if starts_at is None:
        return []
    return plan(starts_at, rules, page.network.zone, page.network.quiet, page.now)


def only_same_day(page: Page) -> bool:
    """Return whether none of the chosen reminders would go, but one on the same day would."""
    return not will_go(page, page.sketch.reminders) and bool(will_go(page, (SAME_DAY,)))


def _reminder_choices(page: Page) -> Rows:
    """Offer those that would still go, and to drop those that are chosen already."""
    chosen_ = {rule.stage for rule in page.sketch.reminders}
    possible = {one.stage for one in will_go(page, STAGES)}
    found = [
        _toggle(page, page.texts.label("reminder-stage", each.stage), each.stage, on=on)
        for each in STAGES
        for on in [each.stage in chosen_]
        if on or each.stage in possible
    ]
    usual = page.named("plan-reminders-usual", "network", Style.PRIMARY)
    first = ((usual,),) if will_go(page, page.network.defaults.reminders) else ()
    none = page.named("plan-reminders-none", "none")
    return (*first, *rows_of(found, 1), (none,), (page.named("plan-done", "done"),))


def _accessibility_choices(page: Page) -> Rows:
    chosen_ = page.sketch.accessibility
    found = [
        _toggle(page, page.texts.plain(f"plan-access-{slug}"), slug, on=slug in chosen_)
        for slug in ACCESSIBILITY
    ]
    last = (
        page.named("plan-done", "done", Style.PRIMARY)
        if chosen_
        else page.named("plan-access-none", "none", Style.PRIMARY)
    )
    return (*rows_of(found, 1), (last,))


_CHOICES: dict[Step, Callable[[Page], Rows]] = {
    Step.TOPIC: _topics,
    Step.FORMAT: _formats,
    Step.MODE: _modes,
    Step.PLACE: _later,
    Step.LINK: _later,
    Step.DAY: _days,
    Step.START: _starts,
    Step.END: _ends,
    Step.SEATS: _seats,
    Step.DEADLINE: _deadlines,
    Step.UNITS: _units,
    Step.SECTORS: _sector_choices,
    Step.REMINDERS: _reminder_choices,
    Step.ACCESSIBILITY: _accessibility_choices,
}


def choices(page: Page) -> Rows:
    """Return the answers a step offers, for its card."""
    return _CHOICES[page.step](page) if page.step in _CHOICES else ()
