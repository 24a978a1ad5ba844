"""What was decided in a year, line by line: the most frequent first, what was taken back not."""

from __future__ import annotations

from domain.disclosure.values import things
from domain.ledger.entries import LedgerKind
from domain.report.decided import decided, procedures
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report.structure import Label, Note
from tests.domain.years import AS_OF, NETWORK, YEAR, loose

AGREED = LedgerKind.PROCEDURE_AGREED


def test_kinds_of_agreements_stand_by_how_many_there_were() -> None:
    rows = [
        loose(AGREED, 1, "flyer"),
        loose(AGREED, 2, "form"),
        loose(AGREED, 1, "directory"),
        loose(AGREED, 1, "form"),
        loose(AGREED, 1, "guideline"),
        loose(AGREED, -1, "guideline"),
        loose(LedgerKind.NEED, 9, "trauma"),
    ]
    facts = Facts(NETWORK, Material(YEAR, rows), AS_OF)
    found = tuple(
        Note("report-decided-procedure", (("what", Label("procedure", slug)), ("n", things(n))))
        for slug, n in (("form", 3), ("directory", 1), ("flyer", 1))
    )

    assert decided(facts) == procedures(facts) == found


def test_of_a_year_without_any_nothing_is_said() -> None:
    assert decided(Facts(NETWORK, Material(YEAR), AS_OF)) == ()
