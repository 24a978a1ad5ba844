"""B2 and E5, at how many meetings each office was, and what the offices agreed upon."""

from __future__ import annotations

from collections import Counter

from domain.agreements import Agreed, AgreementState, in_order
from domain.disclosure.values import Shown, Unit, hidden, ratio, things
from domain.disclosure.view import View
from domain.ledger.entries import LedgerKind
from domain.report.blocks import SMALLEST_BASE, Rows, text
from domain.report.facts import Facts
from domain.report.structure import Block, Figure, Item, Label, Note, Table
from domain.vocabulary import EventFormat, Procedure


def presence(code: str, meeting: EventFormat, facts: Facts, view: View) -> Table:
    """Return at how many meetings of a format each office was present.

    Hidden where that would tell how many people came to one of them.
    """
    there = Counter(slug for h in facts.announced(meeting) for slug, n in h.offices.items() if n)
    for entry in facts.entries:
        if entry.kind is LedgerKind.EXCHANGE_HELD and entry.detail == meeting and entry.office:
            there[entry.office] += entry.n
    held = facts.sessions().get(meeting.value, 0)
    rates = held >= SMALLEST_BASE  # else no office could have one
    told = view.tells(code)
    rows: Rows = tuple(
        (
            Label("office", office.slug),
            things(there[office.slug]) if told else hidden(Unit.THINGS),
            things(held),
            *([_rate(there[office.slug], held, told)] if rates else []),
        )
        for office in facts.network.offices
    )
    heads = ("office", "present", f"held-{code}", *(["share"] if rates else []))
    return Table(code, tuple(text(f"col-{head}") for head in heads), rows)


def _rate(there: int, held: int, told: bool) -> Shown:
    return ratio(there, held, Unit.RATE) if told else hidden(Unit.RATE)


def agreements(facts: Facts) -> tuple[Block, ...]:
    """B4 and B5: what is agreed upon, by which offices, since when, in force or replaced.

    What was replaced stands there in the year in which it was.
    """
    found = in_order(facts.material.agreed)
    if not found:
        return ()
    standing = in_force(facts)
    listed = [e for e in found if e.replaced_by is None or e.replaced_by.day.year == facts.year]
    columns = tuple(text(f"col-{head}") for head in ("agreement", "offices", "since", "status"))
    table = Table("B5", columns, tuple(_row(facts, each) for each in listed))
    oldest = [min(standing, key=lambda each: (each.day, each.number))] if standing else []
    return Figure("B4", things(len(standing))), table, *map(_oldest, oldest)


def in_force(facts: Facts) -> list[Agreed]:
    """Return what nothing had taken the place of by the end of the year."""
    return [e.agreed for e in in_order(facts.material.agreed) if e.replaced_by is None]


def _row(facts: Facts, of: AgreementState) -> tuple[Item, ...]:
    after = of.replaced_by
    state = text("in-force") if after is None else Label("replaced", after.day.isoformat())
    since = Label("day", of.agreed.day.isoformat())
    return _title(of.agreed), _offices(facts, of.agreed), since, state


def _title(of: Agreed) -> Label:
    closed = {each.value for each in Procedure}
    return Label("procedure" if of.title in closed else "title", of.label or of.title)


def _offices(facts: Facts, of: Agreed) -> Label:
    """Return by which offices it was made; of early ones nobody noted it."""
    if not of.offices:
        return text("offices-unknown")
    if set(of.offices) >= {office.slug for office in facts.network.offices}:
        return text("offices-all")
    order = [office.slug for office in facts.network.offices]
    known = [slug for slug in order if slug in of.offices]
    gone = [slug for slug in of.offices if slug not in order]
    return Label("parties", " ".join(f"office:{slug}" for slug in (*known, *gone)))


def _oldest(of: Agreed) -> Note:
    since = Label("day", of.day.isoformat())
    return Note("report-agreement-oldest", (("title", _title(of)), ("since", since)))
