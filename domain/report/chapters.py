"""The chapters of the report: figures A1 to G1 and their tables, all from shown values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from domain.disclosure.values import (
    Shown,
    Unit,
    change,
    days,
    hidden,
    missing,
    ratio,
    things,
    too_few,
    units,
)
from domain.disclosure.view import View
from domain.feedback import QUESTIONS, SCORES, FeedbackItem
from domain.ledger.entries import LedgerKind
from domain.localtime import local_day
from domain.report.blocks import (
    BLANK,
    COUNTED,
    SMALLEST_BASE,
    Rows,
    by_shown,
    counted,
    people_table,
    rate,
    text,
)
from domain.report.cells import SMALLEST_MEAN
from domain.report.events import total
from domain.report.facts import Ahead, Facts
from domain.report.mixing import OFFICES
from domain.report.structure import Block, Chapter, Chart, Figure, Label, Note, Section, Table
from domain.vocabulary import EventFormat, ReminderStage, Topic

#: How many earlier years are compared.
MOST_YEARS = 5

Seen = tuple[Facts, View]


_Made = Callable[[Facts, View, str], Shown]

_MAIN: Mapping[str, _Made] = {
    "A1": lambda facts, *_: things(facts.events),
    "A2": lambda facts, *_: things(facts.trainings_held),
    "A3": lambda _, view, part: view(f"came{part}"),
    "A4": lambda facts, *_: units(sum(h.training.plan.units for h in facts.held)),
    "A5": lambda _, view, part: view(f"hours{part}", Unit.UNITS),
    "A6": lambda facts, *_: things(facts.exchanges),
}


def main_figures(
    seen: Seen, earlier: Sequence[Seen] = (), quarter: int | None = None
) -> tuple[Figure, ...]:
    """A1 to A6, each with the earlier years and the change against the year before.

    For a quarter the facts are those of the quarter, the view is that of the year.
    """
    part = "" if quarter is None else f"/{quarter}"
    return tuple(_compared(code, made, seen, earlier, part) for code, made in _MAIN.items())


def _compared(code: str, made: _Made, seen: Seen, earlier: Sequence[Seen], part: str) -> Figure:
    value = made(*seen, part)
    years = sorted(earlier, key=lambda each: each[0].year)[-MOST_YEARS:]
    before = tuple((facts.year, made(facts, view, "")) for facts, view in years)
    last = next((v for year, v in before if year == seen[0].year - 1), None)
    return Figure(code, value, None, None, before, change(value, last) if last else None)


def at_a_glance(seen: Seen, earlier: Sequence[Seen]) -> Chapter:
    """Chapter 1: the year on one page."""
    figures = main_figures(seen, earlier)
    years = [year for year, _ in figures[0].earlier]
    columns = (text("col-figure"), *(Label("year", str(y)) for y in [*years, seen[0].year]))
    rows: Rows = tuple(
        (text(f"fig-{f.code}"), *(v for _, v in f.earlier), f.value) for f in figures
    )
    table = Table("A", (*columns, text("col-change")), _with_change(rows, figures))
    notes = (COUNTED, Note("report-main-figures"))
    return Chapter("glance", (Section("glance", (*figures, table, *notes)),))


def _with_change(rows: Rows, figures: Iterable[Figure]) -> Rows:
    return tuple(
        (*row, figure.change if figure.change is not None else missing())
        for row, figure in zip(rows, figures, strict=True)
    )


def structure(facts: Facts) -> Chapter:
    """Chapter 2: mandate and structure; no figures."""
    rows: Rows = tuple(
        (
            Label("office", office.slug),
            Label("title", ", ".join(m.name for m in office.municipalities)),
        )
        for office in facts.network.offices
    )
    table = Table("S1", (text("col-office"), text("col-municipalities")), rows)
    return Chapter("structure", (Section("structure", (Note("report-mandate"), table)),))


def coordination(facts: Facts, view: View) -> Chapter:
    """Chapter 3: exchange of the coordination offices, B1 to B3."""
    sessions = counted("B1", "format", facts.sessions(), "format")
    agreed = counted("B3", "procedure", facts.by_detail(LedgerKind.PROCEDURE_AGREED), "procedure")
    blocks = (sessions, presence(facts, view), agreed)
    return Chapter("coordination", (Section("coordination", blocks),))


def presence(facts: Facts, view: View) -> Table:
    """B2: at how many coordination conferences each office was present.

    Hidden where that would tell how many people came to one of them.
    """
    conference = EventFormat.COORDINATION_CONFERENCE
    there = Counter(slug for h in facts.conferences() for slug, n in h.offices.items() if n)
    for entry in facts.entries:
        if entry.kind is LedgerKind.EXCHANGE_HELD and entry.detail == conference and entry.office:
            there[entry.office] += entry.n
    held = facts.sessions().get(conference.value, 0)
    rates = held >= SMALLEST_BASE  # else no office could have one
    told = view.tells(OFFICES)
    rows: Rows = tuple(
        (
            Label("office", office.slug),
            things(there[office.slug]) if told else hidden(Unit.THINGS),
            things(held),
            *([_rate(there[office.slug], held, told)] if rates else []),
        )
        for office in facts.network.offices
    )
    heads = ("col-office", "col-present", "col-conferences", *(["col-share"] if rates else []))
    return Table("B2", tuple(text(head) for head in heads), rows)


def _rate(there: int, held: int, told: bool) -> Shown:
    return ratio(there, held, Unit.RATE) if told else hidden(Unit.RATE)


def information(facts: Facts, view: View) -> Chapter:
    """Chapter 5: D1 to D4; announcements are things, messages to people are people."""
    blocks = (
        Figure("D1", things(total(facts.entries, LedgerKind.NOTICE_PUBLISHED))),
        Figure("D2", days(facts.lead_days())),
        reminders(facts, view),
        rate("D4", view, "delivered", "audience"),
    )
    return Chapter("information", (Section("information", blocks),))


def reminders(facts: Facts, view: View) -> Table:
    """D3: reminders by stage, in the order in which they are sent."""
    known = facts.reminders()
    stages = [stage.value for stage in ReminderStage if stage in known]
    stages += sorted(set(known) - set(stages))
    kind = "reminder-stage"
    return people_table(
        "D3", view, kind, "reminder", stages, "reminder", "stage", count="reminders"
    )


def quality(facts: Facts, view: View) -> Chapter:
    """Chapter 6: E1 to E4."""
    dialogues = facts.sessions().get(EventFormat.QUALITY_DIALOGUE.value, 0)
    blocks: tuple[Block, ...] = (
        Note("report-quality"),
        rate("E1", view, "forms", asked(view)),
        feedback(view),
        Figure("E3", things(dialogues)),
        *advice(facts, view),
    )
    return Chapter("quality", (Section("quality", blocks),))


def asked(view: View) -> str:
    """Return whose number the forms are a part of; who came before Netzbote was not asked."""
    return "came-own" if "came-own" in view else "came"


def feedback(view: View) -> Table:
    """E2: mean and distribution of each item, where enough answers are shown."""
    rows: Rows = tuple((Label("feedback", of.value), *_answered(view, of)) for of in QUESTIONS)
    scores = (Label("number", str(score)) for score in SCORES)
    columns = (text("col-item"), *scores, text("col-answers"), text("col-mean"))
    return Table("E2", columns, rows, None, Chart.STACKED)


def _answered(view: View, item: FeedbackItem) -> tuple[Shown, ...]:
    """Return who gave each score, how many did, and the mean."""
    name = f"answers/{item}"
    sides = [f"mean-{side}/{item}" for side in ("low", "high")]
    given, mean = view(name), view.mean(f"mean/{item}", name, SMALLEST_MEAN, sides)
    scores = [f"{name}/{score}" for score in SCORES]
    if given.number is None:
        return *(hidden() for _ in scores), given, mean
    if given.number - given.off < SMALLEST_MEAN:
        return *(too_few() for _ in scores), given, mean
    return *map(view, scores), given, mean


def advice(facts: Facts, view: View) -> tuple[Table, ...]:
    """E4: advice totals by quarter, if they were logged."""
    if not facts.advice():
        return ()
    quarters = [str(q) for q in range(1, 5)]
    return (
        people_table(
            "E4", view, "quarter", "advice", quarters, "advice", "quarter", count="advice"
        ),
    )


def outlook(facts: Facts, view: View, ahead: Sequence[Ahead] = ()) -> Chapter:
    """Chapter 9: G1, needs against events held and planned, and the dates that are planned."""
    held = Counter(h.training.plan.topic.value for h in facts.held)
    coming = Counter(each.topic.value for each in ahead)
    needs = by_need(facts, view)
    rows: Rows = tuple(
        (Label("topic", t), view(f"need/{t}"), things(held[t]), things(coming[t])) for t in needs
    )
    whole = (text("total"), view("need"), BLANK, BLANK)  # events of other topics are not here
    columns = (text("col-topic"), text("col-needs"), text("col-events"), text("col-planned"))
    planned: Rows = tuple(
        (Label("day", each.day.isoformat()), Label("title", each.title)) for each in ahead
    )
    blocks = (
        Table("G1", columns, rows, whole, Chart.BAR),
        Table("G2", (text("col-day"), text("col-title")), planned),
    )
    return Chapter("outlook", (Section("outlook", blocks),))


def by_need(facts: Facts, view: View) -> list[str]:
    """Return the topics by what is shown of their needs."""
    return by_shown(view, "need", facts.needs(), Topic)


def directory(facts: Facts, view: View) -> Section:
    """Annex A: every event, with its attendances in total and no breakdown."""
    rows: Rows = tuple(
        (
            Label("day", h.day.isoformat()),
            Label("title", h.training.title),
            Label("format", h.training.plan.format.value),
            Label("mode", h.training.plan.mode.value),
            units(h.training.plan.units),
            view(f"event/{h.training.id}"),
        )
        for h in facts.held
    )
    columns = tuple(text(f"col-{c}") for c in ("day", "title", "format", "mode", "units", "people"))
    return Section("directory", (Table("X1", columns, rows), COUNTED))


def gaps(facts: Facts, left_out: Iterable[int] = ()) -> Section:
    """Annex B: how things were counted, and what is not in the figures.

    `left_out` are earlier years that cannot be compared: their numbers contradict each other.
    """
    without = tuple(
        Note("report-year-left-out", (("year", Label("year", str(year))),)) for year in left_out
    )
    rows: Rows = tuple(
        (
            Label("day", local_day(t.plan.starts_at, facts.network.zone).isoformat()),
            Label("title", t.title),
        )
        for t in facts.unclosed
    )
    columns = (text("col-day"), text("col-title"))
    blocks: tuple[Block, ...] = (
        Note("report-method"),
        *without,
        Figure("X2", things(len(facts.unclosed))),
        Table("X3", columns, rows),
        Figure("X4", things(facts.cancelled())),
        Figure("X5", things(facts.postponed())),
    )
    return Section("method", blocks)


def annex(facts: Facts, view: View, left_out: Iterable[int] = ()) -> Chapter:
    """Return the annexes: directory, method, terms."""
    terms = Section("terms", (Note("report-terms"),))
    return Chapter("annex", (directory(facts, view), gaps(facts, left_out), terms))
