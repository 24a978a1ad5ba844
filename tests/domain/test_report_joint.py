"""Trainings that several offices held, counted by hand: how many, and which pairs of offices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.disclosure.cells import Mode, World
from domain.disclosure.protect import Decision
from domain.disclosure.values import Unit, ratio, things, too_few
from domain.disclosure.view import View
from domain.ledger.entries import Entry, hosted_entries
from domain.report.blocks import text
from domain.report.facts import Facts
from domain.report.joint import Together, figure, joint, pairs_of, together_of
from domain.report.material import Material
from domain.report.structure import Figure, Label, Note, Section, Table
from domain.report.trend import Seen
from domain.vocabulary import EventFormat
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event

DAY = date(YEAR, 3, 12)
#: The network has "a" and "b"; "x" and "y" were offices of it once.
HELD = [{"b", "a"}, {"a"}, {"x", "b", "a"}, {"y", "x"}, {"b"}, {"b", "x"}]


def rows_of(number: int, hosts: Iterable[str]) -> list[Entry]:
    made = closed(event(number), {"a": 6}, {"school": 6})
    return [*made, *hosted_entries(number, DAY, hosts)]


def facts(held: Iterable[Iterable[str]] = HELD) -> Facts:
    """Return a year of trainings with these hosts, and of one that is from before they counted."""
    numbered = dict(enumerate(held, start=1))
    rows = [row for number, hosts in numbered.items() for row in rows_of(number, hosts)]
    old = closed(event(90), {"a": 6}, {"school": 6})
    meeting = event(91, form=EventFormat.NETWORK_MEETING)
    both = [*closed(meeting, {"a": 6}, {"school": 6}), *hosted_entries(91, DAY, ["a", "b"])]
    events = [*map(event, numbered), event(90), meeting]
    return Facts(NETWORK, Material(YEAR, [*rows, *old, *both], tuple(events)), AS_OF)


def view() -> View:
    return View(World({}), Decision(Mode.SUPPRESS, frozenset()))


def seen(of: Facts) -> Seen:
    return of, view()


def test_pairs_are_counted_once_whoever_else_held_it() -> None:
    pairs = {("a", "b"): 2, ("a", "x"): 1, ("b", "x"): 2, ("x", "y"): 1}

    assert together_of(facts()) == Together(known=6, joint=4, pairs=pairs)
    assert together_of(facts([])) == Together(0, 0, {})
    assert together_of(facts([{"a"}])) == Together(1, 0, {})


def test_the_share_is_told_on_ten_trainings_and_not_on_nine() -> None:
    ten = [{"a", "b"}] * 4 + [{"a"}] * 6

    assert figure(facts(ten), view()) == Figure(
        "C17", ratio(4, 10, Unit.RATE), things(4), things(10)
    )
    assert figure(facts(ten[1:]), view()) == Figure("C17", too_few(Unit.RATE), things(3), things(9))


PAIRS = (
    ("office:a office:b", 2),
    ("office:b office:x", 2),
    ("office:a office:x", 1),
    ("office:x office:y", 1),
)
TABLE = Table(
    "C18",
    (text("col-offices"), text("col-together")),
    tuple((Label("parties", names), things(n)) for names, n in PAIRS),
)


def test_the_most_frequent_pairs_stand_first_and_equal_ones_as_the_network_has_them() -> None:
    found = together_of(facts())

    assert pairs_of(facts(), found) == TABLE
    assert pairs_of(facts([]), Together()) == Table("C18", TABLE.columns, ())


def test_a_pair_stands_as_the_network_has_its_offices() -> None:
    turned = replace(NETWORK, offices=NETWORK.offices[::-1])
    of = Facts(turned, facts().material, AS_OF)
    found = together_of(of)
    rows = [(Label("parties", name), things(n)) for name, n in (
        ("office:b office:a", 2), ("office:b office:x", 2), ("office:a office:x", 1),
        ("office:x office:y", 1),
    )]  # fmt: skip

    assert found.pairs == {("b", "a"): 2, ("b", "x"): 2, ("a", "x"): 1, ("x", "y"): 1}
    assert pairs_of(of, found).rows == tuple(rows)


def test_the_section_has_the_share_beside_earlier_years_and_the_pairs() -> None:
    before = Facts(NETWORK, Material(YEAR - 1), AS_OF)

    assert joint(seen(facts()), [seen(before)]) == Section(
        "joint",
        (
            Figure(
                "C17",
                too_few(Unit.RATE),
                things(4),
                things(6),
                earlier=((YEAR - 1, too_few(Unit.RATE)),),
                change=too_few(Unit.RATE),
            ),
            TABLE,
            Note("report-joint"),
        ),
    )


def test_where_no_hosts_were_counted_the_section_says_so() -> None:
    assert joint(seen(facts([])), []) == Section("joint", (Note("report-no-hosts"),))
