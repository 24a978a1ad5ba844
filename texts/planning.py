"""The cards that lead through planning a training, one question each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from domain.localtime import local_day, to_local
from domain.message import Button, Message, Rows, Style
from domain.network import Network
from domain.planning import WHEN, Problem, Step, position, steps
from domain.sketch import When, plan_of
from domain.training import LONGEST_PLACE, LONGEST_TITLE, MOST_SEATS, Training
from domain.vocabulary import EventStatus
from talk.announce import Announce
from talk.plan import Abort, Publish, StepBack
from texts import cards, dates, reminding
from texts.catalogue import Texts
from texts.day_notes import days_of, noted
from texts.plan_choices import Page, choices, local_moment, only_same_day, will_go
from texts.typed_dates import Ambiguous, Parsed, example


def card(page: Page, problem: str = "", head: str = "") -> Message:
    """Return a step's card: what was chosen, what is asked, and the ways on, back and out.

    `problem` is HTML that says why the last answer could not be taken; `head` replaces the line
    that counts the steps.
    """
    if page.step is Step.PREVIEW:
        return preview(page)
    parts = [head or _head(page), *([problem] if problem else []), _question(page)]
    if head and page.step in {Step.START, Step.END}:  # a new date, as far as it is known
        parts.insert(1, page.texts("plan-selected", value=when(page)))
    rows = choices(page)
    return Message(
        "\n\n".join(parts), (*rows, way_out(page, back=bool(head) or page.step is not Step.TITLE))
    )


def way_out(page: Page, *, back: bool = True) -> tuple[Button, ...]:
    """Return the buttons that lead back and out."""
    out = Button(page.texts.plain("plan-abort"), Abort(page.version).pack())
    if not back:
        return (out,)
    return (Button(page.texts.plain("plan-back"), StepBack(page.version).pack()), out)


def _head(page: Page) -> str:
    step, of = position(page.sketch, page.step)
    lines = [page.texts("plan-head", step=step, of=of), *chosen(page)]
    return "\n".join(lines)


def chosen(page: Page) -> list[str]:
    """Return a line for each step before this one: what was chosen there."""
    order = steps(page.sketch)
    before = order[: order.index(page.step)]
    found = []
    for step in before:
        value = _VALUES[step](page) if step in _VALUES else ""
        if value:
            name = page.texts(f"plan-name-{step}")
            found.append(page.texts("plan-line", name=name, value=value))
    return found


def when(page: Page) -> str:
    """Return the date as far as it is known, always with its weekday."""
    sketch, language = page.sketch, page.texts.language
    starts_at = sketch.begins(page.network)
    if sketch.day is None:
        return ""
    if starts_at is None:
        return noted(dates.long_day(sketch.day, language), page.texts, sketch.day)
    zone, ends_at = page.network.zone, sketch.finishes(page.network)
    span = dates.long_range(starts_at, ends_at, zone, language)
    return noted(span, page.texts, *days_of(starts_at, ends_at, zone))


def seats(texts: Texts, number: int | None) -> str:
    """Return how many seats there are."""
    return texts.plain("plan-no-limit") if number is None else texts.plain("plan-seats", n=number)


def deadline(page: Page) -> str:
    """Return the deadline with its weekday."""
    if page.sketch.deadline is None:
        return ""
    return local_moment(page.texts, page.sketch.deadline)


def reminders(page: Page) -> str:
    """Return the reminders that will really go, as one reads them."""
    return reminding.chosen(page.texts, page.sketch.reminders, will_go(page, page.sketch.reminders))


def _sectors(page: Page) -> str:
    labels = [page.texts.label("sector", sector) for sector in page.sketch.sectors]
    return ", ".join(labels) or page.texts.plain("card-for-all")


def _accessibility(page: Page) -> str:
    labels = [page.texts.plain(f"plan-access-{slug}") for slug in page.sketch.accessibility]
    return ", ".join(labels)


_VALUES: dict[Step, Callable[[Page], str]] = {
    Step.TITLE: lambda page: page.sketch.title,
    Step.TOPIC: lambda page: page.texts.label("topic", page.sketch.topic),
    Step.FORMAT: lambda page: page.texts.label("format", page.sketch.format),
    Step.MODE: lambda page: page.texts.label("mode", page.sketch.mode),
    Step.PLACE: lambda page: page.sketch.place or page.texts.plain("plan-later"),
    Step.LINK: lambda page: page.sketch.link or page.texts.plain("plan-later"),
    Step.DAY: when,
    Step.SEATS: lambda page: seats(page.texts, page.sketch.seats),
    Step.DEADLINE: deadline,
    Step.UNITS: lambda page: str(page.sketch.units),
    Step.SECTORS: _sectors,
    Step.REMINDERS: reminders,
    Step.ACCESSIBILITY: _accessibility,
}


def _question(page: Page) -> str:
    values: dict[str, str | int] = {}
    if page.step in {Step.DAY, Step.START, Step.END, Step.DEADLINE}:
        values["example"] = example_of(page)
    if page.step is Step.TITLE:
        values["most"] = LONGEST_TITLE
    asked = [page.texts(f"plan-ask-{page.step}", **values)]
    if page.step in _SELECTED:
        name, value = _SELECTED[page.step]
        asked.append(page.texts("plan-selected", value=value(page) or page.texts.plain(name)))
    if page.step is Step.REMINDERS and only_same_day(page):
        asked.append(page.texts("plan-reminders-same-day"))
    return "\n".join(asked)


_SELECTED: dict[Step, tuple[str, Callable[[Page], str]]] = {
    Step.SECTORS: ("card-for-all", _sectors),
    Step.REMINDERS: ("plan-reminders-none", reminders),
    Step.ACCESSIBILITY: ("plan-access-none", _accessibility),
}


def example_of(page: Page) -> str:
    """Return an answer to the question about a day or a time, as people may type it."""
    zone, starts_at = page.network.zone, page.sketch.begins(page.network)
    today = local_day(page.now, zone)
    if page.step is Step.DAY:
        return example(page.now, zone)
    if page.step is Step.DEADLINE:
        day = today + timedelta(weeks=2)
        if starts_at is not None and day >= local_day(starts_at, zone):
            day = max(today, local_day(starts_at, zone) - timedelta(days=1))
        return f"{day.day}.{day.month}.{day:%y} 12:00"
    if page.step is Step.START or starts_at is None:
        return "9:15"
    end = to_local(starts_at + timedelta(hours=3, minutes=30), zone)
    return f"{end.hour}:{end.minute:02}"


def preview(page: Page) -> Message:
    """Return the training's card as others will see it, and the ways on."""
    texts, network = page.texts, page.network
    plan = plan_of(page.sketch, network)
    shown = Training(0, "", page.host, plan, EventStatus.PUBLISHED)
    look = cards.card(texts, network, shown, cards.Standing(free=plan.seats))
    more = "\n".join([texts("plan-more"), *chosen(page)])
    publish = Button(
        texts.plain("plan-publish"), Publish(page.version, 0).pack(), style=Style.SUCCESS
    )
    announce = Button(texts.plain("plan-announce"), Publish(page.version, 1).pack())
    text = "\n\n".join([texts("plan-preview"), look.text, more])
    return Message(text, ((publish,), (announce,), way_out(page)))


def ambiguous(page: Page, found: Ambiguous, head: str = "") -> Message:
    """Return everything that a typed date can mean, to choose from."""
    rows = tuple(
        (page.button(_meaning(page, each), when_of(page.step, each).pack()),)
        for each in found.choices[:6]
    )
    parts = [head or _head(page), which_is_meant(page.texts, found)]
    return Message(
        "\n\n".join(parts), (*rows, way_out(page, back=bool(head) or page.step is not Step.TITLE))
    )


def which_is_meant(texts: Texts, found: Ambiguous) -> str:
    """Ask back as HTML which of several readings is meant, or whether the next year is."""
    if found.past is None:
        return texts("date-ambiguous")
    return texts("date-past-this-year", day=dates.plain_day(found.past, texts.language))


def when_of(step: Step, parsed: Parsed) -> When:
    """Return what a typed date means at a step: a lone time is the end where the end is asked."""
    if step is Step.END and parsed.ends is None:
        return When(ends=parsed.starts)
    return When(parsed.day, parsed.starts, parsed.ends, parsed.end_day)


def _meaning(page: Page, parsed: Parsed) -> str:
    zone, language = page.network.zone, page.texts.language
    starts_at = parsed.starts_at(zone)
    if starts_at is not None:
        span = dates.short_range(starts_at, parsed.ends_at(zone), zone, language)
        return noted(span, page.texts, *days_of(starts_at, parsed.ends_at(zone), zone))
    if parsed.day is not None:
        return noted(dates.short_day(parsed.day, language), page.texts, parsed.day)
    assert parsed.starts is not None
    return dates.clock(parsed.starts, language)


def problem(page: Page, which: Problem) -> str:
    """Return as HTML why an answer cannot be taken."""
    most = _MOST.get(which)
    values = {} if most is None else {"most": most}
    why = page.texts(f"plan-problem-{which}", **values)
    if page.step not in {*WHEN, Step.DEADLINE}:
        return why
    return f"{why}\n{page.texts('date-example', example=example_of(page))}"


_MOST = {
    Problem.TITLE_LENGTH: LONGEST_TITLE,
    Problem.PLACE_LENGTH: LONGEST_PLACE,
    Problem.SEATS_NUMBER: MOST_SEATS,
}


def published(texts: Texts, network: Network, training: Training, rows: Rows) -> Message:
    """Say that a training is on offer now, and what can be done next."""
    when_ = cards.when(texts, network, training)
    return Message(texts("plan-published", title=training.title, when=when_), rows)


def announce_button(texts: Texts, training: Training) -> Button:
    """Return the way to announcing."""
    return Button(
        texts.plain("plan-announce-now"), Announce(training.id).pack(), style=Style.PRIMARY
    )
