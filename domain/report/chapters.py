"""The chapters of the report: figures A1 to G1 and their tables, all from shown values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from domain.disclosure.values import (
    Shown,
    Unit,
    missing,
    things,
    too_few,
    units,
)
from domain.disclosure.view import View
from domain.feedback import QUESTIONS, SCORES, FeedbackItem
from domain.ledger.entries import LedgerKind
from domain.localtime import local_day
from domain.network import Office
from domain.report.blocks import (
    BLANK,
    COUNTED,
    Rows,
    by_shown,
    counted,
    people_table,
    rate,
    text,
)
from domain.report.cells import SMALLEST_MEAN
from domain.report.facts import Facts
from domain.report.material import Ahead
from domain.report.mixing import DIALOGUES, OFFICES
from domain.report.presence import agreements, in_force, presence
from domain.report.structure import Block, Chapter, Chart, Figure, Item, Label, Note, Section, Table
from domain.report.trend import Seen, compared, last_year, lead, over_years
from domain.vocabulary import EventFormat, Procedure, ReminderStage, Topic

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
    return tuple(_main(code, made, seen, earlier, part) for code, made in _MAIN.items())


def _main(code: str, made: _Made, seen: Seen, earlier: Sequence[Seen], part: str) -> Figure:
    def of(facts: Facts, view: View) -> Figure:
        return Figure(code, made(facts, view, part if facts is seen[0] else ""))

    return compared(of, seen, earlier)


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
    offices = facts.network.offices
    staffed = any(office.staffed_since for office in offices)
    rows: Rows = tuple(
        (
            Label("office", office.slug),
            Label("title", ", ".join(m.name for m in office.municipalities)),
            *([_since(office)] if staffed else []),
        )
        for office in offices
    )
    heads = ("col-office", "col-municipalities", *(["col-staffed"] if staffed else []))
    table = Table("S1", tuple(map(text, heads)), rows)
    return Chapter("structure", (Section("structure", (Note("report-mandate"), table)),))


def _since(office: Office) -> Item:
    """Return since when a coordination office is staffed, if the network's file says so."""
    day = office.staffed_since
    return missing() if day is None else Label("day", day.isoformat())


def coordination(facts: Facts, view: View) -> Chapter:
    """Chapter 3: exchange of the coordination offices, B1 to B5."""
    sessions = counted("B1", "format", facts.sessions(), "format")
    agreed = counted("B3", "procedure", facts.by_detail(LedgerKind.PROCEDURE_AGREED), "procedure")
    there = presence(OFFICES, EventFormat.COORDINATION_CONFERENCE, facts, view)
    blocks = (sessions, there, agreed, *agreements(facts))
    return Chapter("coordination", (Section("coordination", blocks),))


def information(seen: Seen, earlier: Sequence[Seen] = ()) -> Chapter:
    """Chapter 5: D1 to D5; announcements are things, messages to people are people."""
    facts, view = seen
    told = [e for e in facts.entries if e.kind is LedgerKind.NOTICE_PUBLISHED]
    of_events = sum(e.n for e in told if e.training_id is not None)
    blocks = (
        Figure("D1", things(of_events)),
        Figure("D5", things(sum(e.n for e in told) - of_events)),
        compared(lead, seen, earlier),
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


def quality(seen: Seen, earlier: Sequence[Seen] = ()) -> Chapter:
    """Chapter 6: E1 to E7."""
    facts, view = seen
    held = facts.sessions().get(EventFormat.QUALITY_DIALOGUE.value, 0)
    agreed = [each for each in in_force(facts) if each.kind == Procedure.AGREEMENT]
    there = presence(DIALOGUES, EventFormat.QUALITY_DIALOGUE, facts, view)
    returned = compared(returns, seen, earlier)
    given = answers(seen, earlier)
    means = [(Label("feedback", of.value), each) for of, each in given.items()]
    blocks: tuple[Block, ...] = (
        Note("report-quality"),
        returned,
        feedback(view, given),
        *over_years("E7", facts.year, [(text("fig-E1"), returned), *means]),
        Figure("E3", things(held)),
        *([there] if held else []),
        Figure("E6", things(len(agreed))),
        *advice(facts, view),
    )
    return Chapter("quality", (Section("quality", blocks),))


def returns(_: Facts, view: View) -> Figure:
    """E1: how many of those who came gave feedback."""
    return rate("E1", view, "forms", asked(view))


def asked(view: View) -> str:
    """Return whose number the forms are a part of; who came before Netzbote was not asked."""
    return "came-own" if "came-own" in view else "came"


def answers(seen: Seen, earlier: Sequence[Seen] = ()) -> dict[FeedbackItem, Figure]:
    """Return the mean of each item, with earlier years."""

    def mean(of: FeedbackItem) -> Figure:
        return compared(lambda _, view: Figure("E2", _mean(view, of)), seen, earlier)

    return {of: mean(of) for of in QUESTIONS}


def feedback(view: View, means: Mapping[FeedbackItem, Figure]) -> Table:
    """E2: mean and distribution of each item, where enough answers are shown."""
    before = any(last_year(mean) for mean in means.values())
    rows: Rows = tuple(
        (
            Label("feedback", of.value),
            *_answered(view, of),
            mean.value,
            *([last_year(mean) or missing(Unit.MEAN)] if before else []),
        )
        for of, mean in means.items()
    )
    scores = (Label("number", str(score)) for score in SCORES)
    columns = (text("col-item"), *scores, text("col-answers"), text("col-mean"))
    heads = (*columns, *([text("col-before")] if before else []))
    return Table("E2", heads, rows, None, Chart.STACKED)


def _mean(view: View, item: FeedbackItem) -> Shown:
    sides = [f"mean-{side}/{item}" for side in ("low", "high")]
    return view.mean(f"mean/{item}", f"answers/{item}", SMALLEST_MEAN, sides)


def _answered(view: View, item: FeedbackItem) -> tuple[Shown, ...]:
    """Return who gave each score, and how many did."""
    name = f"answers/{item}"
    given, scores = view(name), [f"{name}/{score}" for score in SCORES]
    if given.number is None:
        return *map(view.kept_back, scores), given
    if given.number - given.off < SMALLEST_MEAN:
        return *(too_few() for _ in scores), given
    return *map(view, scores), given


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
