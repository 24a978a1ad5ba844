"""What was decided in a year, a line each: what the offices agreed upon or made together."""

from __future__ import annotations

from domain.disclosure.values import things
from domain.ledger.entries import LedgerKind
from domain.report.facts import Facts
from domain.report.structure import Label, Note


def decided(facts: Facts) -> tuple[Note, ...]:
    """Return the lines, the most frequent kind first; more kinds of lines may follow."""
    return procedures(facts)


def procedures(facts: Facts) -> tuple[Note, ...]:
    """Return a line for each kind of agreement and product, as B3 counts them."""
    found = facts.by_detail(LedgerKind.PROCEDURE_AGREED)
    ordered = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    return tuple(
        Note("report-decided-procedure", (("what", Label("procedure", slug)), ("n", things(n))))
        for slug, n in ordered
        if n
    )
