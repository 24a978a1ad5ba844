"""At how many meetings each office was, and what the offices agreed upon: counted by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.agreements import Agreed
from domain.disclosure.cells import Aside, Mode, World
from domain.disclosure.protect import Decision
from domain.disclosure.values import Shown, Unit, hidden, ratio, things
from domain.disclosure.view import View
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Municipality, Office
from domain.report.blocks import text
from domain.report.facts import Facts
from domain.report.material import Material
from domain.report.presence import agreements, in_force, presence
from domain.report.structure import Figure, Item, Label, Note, Table
from domain.vocabulary import EventFormat
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, loose

CONFERENCE, DIALOGUE = EventFormat.COORDINATION_CONFERENCE, EventFormat.QUALITY_DIALOGUE
#: Two conferences and a dialogue were announced; "a" was at all of them, "b" at one.
EVENTS = (event(1, form=CONFERENCE), event(2, 5, form=CONFERENCE), event(3, 6, form=DIALOGUE))
ROWS = [
    *closed(EVENTS[0], {"a": 4, "b": 2}, {"youth-office": 6}),
    *closed(EVENTS[1], {"a": 3, "b": 0}, {"youth-office": 3}),
    *closed(EVENTS[2], {"a": 3, "b": 1}, {"youth-office": 4}),
]
LOGGED = LedgerKind.EXCHANGE_HELD


def logged(n: int, form: EventFormat = CONFERENCE, **more: Any) -> Entry:
    return loose(LOGGED, n, form.value, **more)


def view(*untold: str) -> View:
    asides = tuple(Aside(code, {}, ()) for code in ("B2", "E5"))
    decision = Decision(Mode.SUPPRESS, frozenset(), untold=frozenset(untold))
    return View(World({}, asides=asides), decision)


def facts(*more: Entry) -> Facts:
    return Facts(NETWORK, Material(YEAR, [*ROWS, *more], EVENTS), AS_OF)


def table(code: str, rows: Sequence[tuple[str, Sequence[Shown]]], *, share: bool = False) -> Table:
    heads = ("office", "present", f"held-{code}", *(["share"] if share else []))
    columns = tuple(text(f"col-{head}") for head in heads)
    return Table(code, columns, tuple((Label("office", slug), *said) for slug, said in rows))


def test_an_office_was_present_where_anybody_of_it_was() -> None:
    assert presence("B2", CONFERENCE, facts(), view("E5")) == table(
        "B2", [("a", [things(2), things(2)]), ("b", [things(1), things(2)])]
    )
    assert presence("E5", DIALOGUE, facts(), view("B2")) == table(
        "E5", [("a", [things(1), things(1)]), ("b", [things(1), things(1)])]
    )


def test_of_a_year_without_meetings_nobody_was_at_any() -> None:
    nothing = Facts(NETWORK, Material(YEAR), AS_OF)

    assert presence("B2", CONFERENCE, nothing, view()) == table(
        "B2", [("a", [things(0), things(0)]), ("b", [things(0), things(0)])]
    )


#: Meetings that were only logged: who was there stands in rows of their own.
MORE = [
    logged(7),
    logged(3, office="b"),
    logged(2, office="b"),
    logged(6, sector="police"),
    logged(40, DIALOGUE, office="a"),
    loose(LedgerKind.NEED, 50, CONFERENCE.value, office="a"),
]


def test_from_ten_meetings_on_there_is_a_share_and_logged_ones_count() -> None:
    nine, ten = facts(*MORE), facts(*MORE, logged(1))

    assert presence("B2", CONFERENCE, nine, view()) == table(
        "B2", [("a", [things(2), things(9)]), ("b", [things(6), things(9)])]
    )
    assert presence("B2", CONFERENCE, ten, view()) == table(
        "B2",
        [
            ("a", [things(2), things(10), ratio(2, 10, Unit.RATE)]),
            ("b", [things(6), things(10), ratio(6, 10, Unit.RATE)]),
        ],
        share=True,
    )


def test_what_would_tell_of_people_is_hidden_and_how_many_were_held_is_not() -> None:
    no, rate = hidden(Unit.THINGS), hidden(Unit.RATE)

    assert presence("B2", CONFERENCE, facts(), view("B2")) == table(
        "B2", [("a", [no, things(2)]), ("b", [no, things(2)])]
    )
    assert presence("B2", CONFERENCE, facts(*MORE, logged(1)), view("B2")) == table(
        "B2", [("a", [no, things(10), rate]), ("b", [no, things(10), rate])], share=True
    )


def agreed(number: int, day: date, title: str = "flyer", **more: Any) -> Agreed:
    return Agreed(number, day, title, **more)


OLDER, OLD, NEW = date(YEAR - 2, 5, 4), date(YEAR - 1, 5, 4), date(YEAR, 5, 4)


def of(*found: Agreed) -> Facts:
    return Facts(NETWORK, Material(YEAR, agreed=found), AS_OF)


def said(*found: Agreed) -> tuple[Any, ...]:
    return agreements(of(*found))


COLUMNS = tuple(text(f"col-{head}") for head in ("agreement", "offices", "since", "status"))
FLYER, UNKNOWN, FORCE = Label("procedure", "flyer"), text("offices-unknown"), text("in-force")


def day(of_day: date) -> Label:
    return Label("day", of_day.isoformat())


def oldest(title: Label, since: date) -> Note:
    return Note("report-agreement-oldest", (("title", title), ("since", day(since))))


def test_what_is_in_force_is_counted_and_the_oldest_is_named() -> None:
    one, two = agreed(1, NEW), agreed(2, OLD, "weg", label="Meldeweg")
    way = Label("title", "Meldeweg")

    assert said(one, two) == (
        Figure("B4", things(2)),
        Table("B5", COLUMNS, ((FLYER, UNKNOWN, day(NEW), FORCE), (way, UNKNOWN, day(OLD), FORCE))),
        oldest(way, OLD),
    )
    assert said() == ()


def test_of_two_of_one_day_the_first_is_the_oldest() -> None:
    found = said(agreed(2, OLD, "form"), agreed(1, OLD), agreed(3, NEW, "guideline"))

    assert found[2:] == (oldest(FLYER, OLD),)


def test_what_was_replaced_stands_there_in_the_year_in_which_it_was() -> None:
    then, now = agreed(2, OLD, "form", replaces=1), agreed(3, NEW, "other", replaces=2)
    chain = agreed(1, OLDER), then, now
    form, other = Label("procedure", "form"), Label("procedure", "other")

    assert said(*chain) == (
        Figure("B4", things(1)),
        Table(
            "B5",
            COLUMNS,
            (
                (other, UNKNOWN, day(NEW), FORCE),
                (form, UNKNOWN, day(OLD), Label("replaced", NEW.isoformat())),
            ),
        ),
        oldest(other, NEW),
    )
    assert in_force(of(*chain)) == [now]


def test_where_all_was_replaced_by_itself_nothing_is_the_oldest() -> None:
    ring = agreed(1, NEW, replaces=2), agreed(2, NEW, replaces=1)

    assert [type(each) for each in said(*ring)] == [Figure, Table]
    assert said(*ring)[0] == Figure("B4", things(0))


@pytest.mark.parametrize(
    ("offices", "found"),
    [
        ([], UNKNOWN),
        (["b", "a"], text("offices-all")),
        (["b", "a", "x"], text("offices-all")),
        (["b"], Label("parties", "office:b")),
        (["y", "b", "x"], Label("parties", "office:b office:y office:x")),
        (["x"], Label("parties", "office:x")),
    ],
)
def test_by_which_offices_it_was_made(offices: list[str], found: Item) -> None:
    assert said(agreed(1, NEW, offices=offices))[1].rows == ((FLYER, found, day(NEW), FORCE),)


def test_offices_stand_as_the_network_has_them() -> None:
    third = Office("c", "Jugendamt C", "C", (Municipality("00000004", "Ddorf"),))
    network = replace(NETWORK, offices=(*NETWORK.offices, third))
    facts = Facts(network, Material(YEAR, agreed=(agreed(1, NEW, offices=["c", "a"]),)), AS_OF)
    table = agreements(facts)[1]

    assert isinstance(table, Table)
    assert table.rows[0][1] == Label("parties", "office:a office:c")


@pytest.mark.parametrize(
    ("title", "label", "found"),
    [
        ("flyer", "", FLYER),
        ("flyer", "Unser Flyer", Label("procedure", "Unser Flyer")),
        ("weg", "Meldeweg", Label("title", "Meldeweg")),
        ("weg", "", Label("title", "weg")),
    ],
)
def test_what_it_is_called(title: str, label: str, found: Label) -> None:
    assert said(agreed(1, NEW, title, label=label))[1].rows[0][0] == found
