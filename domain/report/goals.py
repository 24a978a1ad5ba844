"""Goals beside the figures of the report: each as it is printed, hidden where that is.

What became of a goal stays a decision; a line says how it was judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from domain.disclosure.values import Shown, missing, share, things
from domain.disclosure.view import View
from domain.ledger.entries import LedgerKind
from domain.protocol_rows import Goal, GoalOfYear, goals
from domain.report.blocks import SMALLEST_BASE, Rows, counted, text
from domain.report.chapters import asked
from domain.report.facts import Facts
from domain.report.structure import Chapter, Label, Note, Section, Table
from domain.vocabulary import DeliveryMode, EventFormat, Procedure


def _meetings(facts: Facts, of: EventFormat) -> Shown:
    return things(facts.sessions().get(of.value, 0))


def _online(facts: Facts, _: View) -> Shown:
    """Return how many trainings were not in person, as C2 counts them."""
    modes = Counter(held.training.plan.mode for held in facts.courses)
    return things(modes[DeliveryMode.ONLINE] + modes[DeliveryMode.HYBRID])


def _agreed(facts: Facts, _: View) -> Shown:
    found = facts.by_detail(LedgerKind.PROCEDURE_AGREED)
    known = {each.value for each in Procedure}
    return things(sum(n for kind, n in found.items() if kind in known))


def _returned(_: Facts, view: View) -> Shown:
    return share(view("forms"), view(asked(view)), SMALLEST_BASE)


#: The figure of the report that a goal is about; the others have none.
FIGURES: Mapping[Goal, Callable[[Facts, View], Shown]] = {
    Goal.TRAININGS: lambda facts, _: things(facts.trainings_held),
    Goal.ATTENDANCES: lambda _, view: view("came"),
    Goal.NETWORK_MEETINGS: lambda facts, _: _meetings(facts, EventFormat.NETWORK_MEETING),
    Goal.QUALITY_DIALOGUES: lambda facts, _: _meetings(facts, EventFormat.QUALITY_DIALOGUE),
    Goal.PROCEDURES: _agreed,
    Goal.ONLINE_OFFERS: _online,
    Goal.FEEDBACK_RETURN: _returned,
}


def goal_chapter(facts: Facts, view: View) -> Chapter:
    """Chapter 7: F1, and each goal with its target, its figure and what became of it."""
    found = goals(facts.entries)
    if not found:
        return Chapter("goals", (Section("goals", (Note("report-no-goals"),)),))
    rows: Rows = tuple(
        (
            Label("goal", each.goal.value),
            things(each.target) if each.target else missing(),
            FIGURES[each.goal](facts, view) if each.goal in FIGURES else missing(),
            Label("goal-status", each.status.value),
            _judged(facts, each),
        )
        for each in found
    )
    columns = tuple(text(f"col-{c}") for c in ("goal", "target", "reached", "status", "judged"))
    by_status = Counter(each.status.value for each in found)
    blocks = (counted("F1", "goal-status", by_status, "status"), Table("F1L", columns, rows))
    return Chapter("goals", (Section("goals", blocks),))


def _judged(facts: Facts, of: GoalOfYear) -> Label:
    """Return how it was judged what became of a goal; earlier results are not told any more."""
    how = dict(facts.material.judged).get(f"{of.goal}:{of.status}")
    return Label("judged", how.value) if how else text("not-judged")
