"""Chapter 4 of the report, the continuing trainings: C1 to C16."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from domain.disclosure.values import Shown, Unit, hidden, ratio, share, things
from domain.disclosure.view import View
from domain.report.blocks import (
    COUNTED,
    SMALLEST_BASE,
    Rows,
    by_shown,
    counted,
    people_table,
    rate,
    text,
)
from domain.report.events import Held
from domain.report.facts import Facts, QuotaUse
from domain.report.joint import figure, joint
from domain.report.mixing import SECTORS, mix_of, tells
from domain.report.structure import Chapter, Chart, Figure, Label, Note, Section, Table
from domain.report.trend import Seen, compared, lead, over_years
from domain.vocabulary import COUNTY_WIDE, DeliveryMode, EventFormat, Topic


def offer(facts: Facts) -> Section:
    """4.1: C1 to C3."""
    courses = [h.training.plan for h in facts.courses]
    months = Counter(str(h.day.month) for h in facts.courses)
    by_month: Rows = tuple((Label("month", str(m)), things(months[str(m)])) for m in range(1, 13))
    whole = (text("total"), things(len(courses)))
    columns = (text("col-month"), text("col-number"))
    topics = Counter(plan.topic.value for plan in courses)
    return Section(
        "offer",
        (
            Table("C1", columns, by_month, whole, Chart.COLUMN),
            by_mode(facts.courses),
            counted("C3", "topic", topics, "topic"),
        ),
    )


def by_mode(courses: Sequence[Held]) -> Table:
    """C2: trainings by format and mode."""
    plans = [h.training.plan for h in courses]
    pairs = Counter((plan.format, plan.mode) for plan in plans)
    formats = sorted({plan.format for plan in plans}, key=list(EventFormat).index)
    rows: Rows = tuple(
        (
            Label("format", each.value),
            *(things(pairs[each, mode]) for mode in DeliveryMode),
            things(sum(pairs[each, mode] for mode in DeliveryMode)),
        )
        for each in formats
    )
    sums = (things(sum(plan.mode is mode for plan in plans)) for mode in DeliveryMode)
    columns = (text("col-format"), *(Label("mode", m.value) for m in DeliveryMode), text("total"))
    return Table("C2", columns, rows, (text("total"), *sums, things(len(plans))), Chart.STACKED)


def participation(facts: Facts, view: View) -> Section:
    """4.2: C4 to C6."""
    sectors = facts.by_sector()
    topics = by_shown(view, "topic", facts.topics(), Topic)
    county_wide = (Note("report-county-wide"),) if COUNTY_WIDE in facts.by_office() else ()
    return Section(
        "participation",
        (
            Note("report-attendances"),
            Note("report-trainings-only"),
            by_office(facts, view),
            COUNTED,
            Note("report-districts"),
            *county_wide,
            people_table("C5", view, "sector", "sector", sectors, "courses", "sector"),
            COUNTED,
            people_table("C6", view, "topic", "topic", topics, "courses", "topic"),
            COUNTED,
        ),
    )


def by_office(facts: Facts, view: View, whole: str | None = "courses") -> Table:
    """C4: attendances by the office in whose district somebody works."""
    offices = facts.by_office()
    return people_table("C4", view, "office", "office", offices, whole, "district")


def occupancy(seen: Seen, earlier: Sequence[Seen]) -> Section:
    """4.4: C7 to C10; seats are things, who sits on them is people."""
    facts, view = seen
    return Section(
        "occupancy",
        (
            compared(occupied, seen, earlier),
            rate("C8", view, "registered", seats_of(facts)),
            compared(waiting, seen, earlier),
            rate("C10", view, "promoted", "waitlisted"),
            COUNTED,
        ),
    )


def seats_of(facts: Facts) -> Shown:
    """Return how many seats the trainings had that have a limit."""
    return things(sum(h.training.plan.seats or 0 for h in facts.with_seats))


def occupied(facts: Facts, view: View) -> Figure:
    """C7: how many of the seats were taken."""
    return rate("C7", view, "capped", seats_of(facts))


def waiting(_: Facts, view: View) -> Figure:
    """C9: how many of those who wanted a seat had to wait for one."""
    return rate("C9", view, "waitlisted", "wishes")


def course(seen: Seen, earlier: Sequence[Seen]) -> tuple[Section, ...]:
    """4.8: C19, how rates were over the years, once there are enough of them."""
    made = [compared(of, seen, earlier) for of in (figure, occupied, waiting, lead)]
    named = [(text(f"fig-{each.code}"), each) for each in made]
    return tuple(Section("course", (each,)) for each in over_years("C19", seen[0].year, named))


def commitment(view: View) -> Section:
    """4.4: C11 to C13."""
    return Section(
        "commitment",
        (
            rate("C11", view, "withdrawn-all", "confirmed-ever"),
            rate("C12", view, "late", "confirmed-ever"),
            rate("C13", view, "absent", "registered-all"),
            COUNTED,
        ),
    )


def quotas(facts: Facts, view: View) -> Section:
    """4.6: C14, where seats were agreed by office; what each had beyond its quota stands apart."""
    use = facts.quota_use()
    if not use:
        return Section("quotas", (Note("report-no-quotas"),))
    rows: Rows = tuple(
        (
            Label("office", slug),
            things(each.agreed),
            within := _if_told(view, f"quota-within/{slug}", Unit.PEOPLE),
            share(within, things(each.agreed), SMALLEST_BASE),
            _if_told(view, f"quota-released/{slug}", Unit.THINGS),
            _if_told(view, f"quota-beyond/{slug}", Unit.PEOPLE),
        )
        for slug, each in _in_order(facts, use)
    )
    heads = ("col-office", "col-quota", "col-used", "col-share", "col-released", "col-beyond")
    columns = tuple(text(head) for head in heads)
    return Section("quotas", (Table("C14", columns, rows), COUNTED, Note("report-quotas")))


def _in_order(facts: Facts, use: Mapping[str, QuotaUse]) -> list[tuple[str, QuotaUse]]:
    """Return the offices in the network's order, as in all tables."""
    order = [office.slug for office in facts.network.offices]
    known = [slug for slug in order if slug in use]
    return [(slug, use[slug]) for slug in [*known, *sorted(set(use) - set(known))]]


def _if_told(view: View, name: str, unit: Unit) -> Shown:
    """Return a number of a quota; that of a very small one stays hidden, whatever it is."""
    return view(name, unit) if name in view else hidden(unit)


def interdisciplinary(facts: Facts, view: View) -> Section:
    """4.6: C15 and C16, about events; not shown where presence would tell a number of people."""
    mix = mix_of(facts)
    if tells(mix, facts, view) or not view.tells(SECTORS):
        n = hidden(Unit.THINGS)  # also at how many anybody was
        figures = Figure("C15", hidden(Unit.MEAN), None, n), Figure("C16", hidden(Unit.RATE), n, n)
    else:
        met = things(mix.trainings)
        mean = ratio(mix.presences, mix.trainings, Unit.MEAN, SMALLEST_BASE)
        rate_ = ratio(mix.mixed, mix.trainings, Unit.RATE, SMALLEST_BASE)
        figures = Figure("C15", mean, None, met), Figure("C16", rate_, things(mix.mixed), met)
    return Section("interdisciplinary", figures)


def trainings(seen: Seen, earlier: Sequence[Seen] = ()) -> Chapter:
    """Chapter 4: continuing trainings."""
    facts, view = seen
    sections = (
        offer(facts),
        joint(seen, earlier),
        participation(facts, view),
        occupancy(seen, earlier),
        commitment(view),
        quotas(facts, view),
        interdisciplinary(facts, view),
        *course(seen, earlier),
    )
    return Chapter("trainings", sections)
