"""Versions that were stored before it was noted which of their numbers readers surely know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.report_solver import HighsSolver
from domain.disclosure.cells import (
    FAR,
    Mode,
    Publication,
    Range,
    Relation,
    VersionRefused,
)
from domain.network import Network
from domain.report.build import see
from domain.report.order import Order
from domain.report.unnoted import noted
from tests.disclosure.versions import Versions
from tests.report.making import build
from tests.report.recount import Recount
from tests.report.test_kept_worlds import taken_back
from tests.story_years import AS_OF, ToldYear

SOME = Range(1, None)
PRESENT = Relation(((1, "event/1"),), 3, FAR)
SEATS = Relation(((1, "event/1"),), 0, 12)
MIX = Relation(((1, "presence/school"), (1, "presence/police")), 4, 4)


def old(*names: str, lines: tuple[Relation, ...] = ()) -> Publication:
    """Return a version as it came out of an old database."""
    return Publication(dict.fromkeys(names, 9), dict.fromkeys(names, SOME), lines, maybe=None)


def test_quarters_and_what_hints_look_at_are_not_sure_of_an_old_report() -> None:
    sure = ("courses", "came", "hours", "event/1", "topic/basics", "office/kaarst")
    maybe = ("came/1", "hours/4", "topic-wishes/basics", "topic-waitlisted/basics")
    more = ("topic-capped/basics",)
    version = noted(old(*sure, *maybe, *more, lines=(PRESENT, SEATS, MIX)))

    assert version.maybe == frozenset({*maybe, *more})
    assert version.maybe_lines == frozenset({PRESENT, MIX})
    assert {name for name in version.said if version.surely(name)} == set(sure)


def test_an_excerpt_said_all_that_it_was_remembered_for() -> None:
    for names in (("came/2", "hours/2"), ("came", "hours")):
        assert noted(old(*names)).maybe == frozenset()


def test_what_was_noted_stays_as_it_was() -> None:
    version = replace(old("courses", "came/1", lines=(PRESENT,)), maybe=frozenset())

    assert noted(version) is version


def as_stored(of: ToldYear, order: Order) -> Publication:
    """Return what an old release remembered of a report: all that its decision had."""
    _, view = see(of.network, of.material, order, HighsSolver())
    for name in view.publication().values:
        if name in view:
            view(name)
    return replace(view.publication(), maybe=None)


@pytest.mark.long
def test_a_quarter_that_an_old_report_may_have_had_is_not_taken_to_be_read(
    network: Network,
) -> None:
    attack, out = Versions(rounded=True), tuple[Publication, ...]()
    for of in taken_back(network):
        reader = attack.state(Recount(of))
        left = attack.unread()
        order = Order(AS_OF, Mode.ROUND5, published=out)
        try:
            reader.read(build(network, of.material, order)[0])
        except VersionRefused:
            attack.readers.pop()
            continue
        out = (*out, as_stored(of, order))
        after = attack.spreads()
        assert {name: n for name, n in after.items() if n < left[name]} == {}
    assert len(out) > 1
