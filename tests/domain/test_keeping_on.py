"""Dialogues that are kept, rows that are logged, addresses that are shown: case by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.address import is_well_formed, secrets_in, shown
from domain.draft import (
    MOST_KEPT,
    OFFER,
    Draft,
    begun,
    begun_over,
    bounded,
    brought_up,
    dropped,
    ended,
    resumed,
)
from domain.exchange import (
    Contact,
    ContactFormat,
    ContactLength,
    Counted,
    Party,
    Series,
    contact_of,
    fold,
    institutions,
    need,
    pair,
    parties,
    partners,
    party_of,
)
from domain.ledger.correction import corrected, counter_entry
from domain.ledger.entries import Attendance, Entry, LedgerKind, block_entries, closing_entries
from domain.ledger.words import NOTHING, details
from domain.network import Network
from domain.protocol_rows import (
    Goal,
    GoalOfYear,
    advice_total,
    exchange_held,
    goal_judged,
    goal_result,
    goal_set,
    goals,
    is_meeting,
    minutes_of,
    procedure_agreed,
    whole_meeting,
)
from domain.vocabulary import COUNTY_WIDE, EventFormat, GoalStatus, Procedure, Sector, Topic

DAY = date(2027, 2, 9)
NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)


# Dialogues


def draft(kind: str, *kept: Draft, **data: Any) -> Draft:
    return Draft(kind, "step", data, version=3, kept=kept)


def test_a_dialogue_begun_over_another_keeps_it() -> None:
    old, older = draft("plan"), draft("close")
    before = replace(old, kept=(older,))

    assert begun_over(None, draft("name", older)) == draft("name")
    assert begun_over(before, draft("name")) == draft("name", older, old)
    for way_in in ("join", "access", OFFER):
        assert begun_over(draft(way_in, older), draft("name")) == draft("name", older)
    resting = draft("close", older, resting=True)
    assert resting.resting
    assert not old.resting
    assert begun_over(resting, draft("name")) == draft("name", older)


@pytest.mark.parametrize("subject", ["training", "matter", "year", "part"])
def test_the_next_step_of_a_dialogue_is_the_same_one_and_of_another_subject_is_not(
    subject: str,
) -> None:
    first = draft("plan", draft("close"), **{subject: 1})
    second = draft("plan", **{subject: 2})

    assert begun_over(first, draft("plan", **{subject: 1})).kept == first.kept
    assert begun_over(first, draft("plan")).kept == first.kept
    assert begun_over(draft("plan", *first.kept), second).kept == first.kept
    assert begun_over(first, second).kept == (*first.kept, replace(first, kept=()))
    assert len(begun_over(first, draft("name", **{subject: 1})).kept) == 2


def test_all_that_was_begun_is_the_kept_and_the_open_one() -> None:
    one, two = draft("a"), draft("b")

    assert begun(None) == []
    assert begun(draft("c", one, two)) == [one, two, draft("c", one, two)]
    assert begun(draft(OFFER, one, two)) == [one, two]


def test_only_so_many_are_kept_and_the_oldest_goes() -> None:
    many = tuple(draft(str(n)) for n in range(MOST_KEPT + 1))

    assert bounded(draft("x", *many[1:])) == (draft("x", *many[1:]), None)
    assert bounded(draft("x", *many)) == (draft("x", *many[1:]), many[0])


def test_a_kept_dialogue_is_brought_up_over_the_open_one() -> None:
    a, b, again = draft("a"), draft("b"), draft("a", part=2)
    open_ = draft("c", a, b, again)

    assert brought_up(open_, "c") == open_
    assert brought_up(open_, "d") is None
    assert brought_up(open_, "a") == replace(again, kept=(a, b, draft("c")))
    assert brought_up(open_, "b") == replace(b, kept=(a, again, draft("c")))


def test_after_one_dialogue_the_last_kept_one_is_offered() -> None:
    a, b = draft("a"), draft("b")
    offer = ended(draft("c", a, b), 7)

    assert offer == Draft(OFFER, OFFER, version=7, kept=(a, b))
    assert ended(draft("c"), 7) is None
    assert resumed(offer) == replace(b, kept=(a,))
    assert dropped(offer, 8) == Draft(OFFER, OFFER, version=8, kept=(a,))
    assert dropped(Draft(OFFER, OFFER, kept=(a,)), 8) is None


# What is logged


def row(kind: LedgerKind, n: int, **more: Any) -> Entry:
    return Entry(DAY, kind, n, **more)


HELD = LedgerKind.EXCHANGE_HELD
MEETING = [
    row(HELD, 1, detail="round-table"),
    row(HELD, 90, detail="round-table:minutes"),
    row(HELD, 1, office="a", detail="round-table"),
    row(HELD, 1, office="b", detail="round-table"),
    row(HELD, 1, sector="police", detail="round-table"),
]


def test_a_meeting_is_logged_with_its_minutes_and_institutions() -> None:
    made = exchange_held(DAY, EventFormat.ROUND_TABLE, 90, ["b", "a", "b"], [Sector.POLICE] * 2)

    assert made == MEETING
    assert [is_meeting(each) for each in made] == [True] + [False] * 4
    assert not is_meeting(row(LedgerKind.EVENT_HELD, 1))
    assert minutes_of("x") == "x:minutes"
    assert exchange_held(DAY, EventFormat.ROUND_TABLE, 1, [], [])[1].n == 1
    with pytest.raises(ValueError, match=r"^A meeting takes time\.$"):
        exchange_held(DAY, EventFormat.ROUND_TABLE, 0, [], [])
    with pytest.raises(ValueError, match=r"^Only what counts as exchange is a meeting\.$"):
        exchange_held(DAY, EventFormat.SEMINAR, 9, [], [])


def test_a_whole_meeting_is_found_beside_others() -> None:
    other_day = [replace(each, day=date(2027, 2, 10)) for each in MEETING[:2]]
    second, other = MEETING[:3], [replace(e, detail="network-meeting") for e in MEETING[:1]]
    rows = list(enumerate([*MEETING, *other_day, *other, *second], 10))

    assert whole_meeting(rows, 10) == [10, 11, 12, 13, 14]
    assert whole_meeting(rows, 15) == [15, 16]
    assert whole_meeting(rows, 17) == [17]
    assert whole_meeting(rows, 18) == [18, 19, 20]


def test_a_meeting_between_the_rows_of_others_keeps_its_own() -> None:
    other = replace(MEETING[0], day=date(2027, 2, 10))
    rows = list(enumerate([MEETING[0], other, MEETING[1]], 1))

    assert whole_meeting(rows, 1) == [1, 3]


def test_agreements_and_totals_are_one_row() -> None:
    assert procedure_agreed(DAY, Procedure.FLYER) == row(
        LedgerKind.PROCEDURE_AGREED, 1, detail="flyer"
    )
    assert advice_total(DAY, 0) == row(LedgerKind.ADVICE_TOTAL, 0)
    with pytest.raises(ValueError, match=r"^A total cannot be below 0\.$"):
        advice_total(DAY, -1)


def test_a_goal_has_a_target_and_a_result() -> None:
    first = goal_set(DAY, Goal.TRAININGS, 5)
    second = goal_set(DAY, Goal.TRAININGS, 3, [goal_set(DAY, Goal.PROCEDURES, 9), first])
    met = goal_result(DAY, Goal.TRAININGS, GoalStatus.MET)

    assert first == row(LedgerKind.GOAL_SET, 5, detail="trainings")
    assert second == row(LedgerKind.GOAL_SET, -2, detail="trainings")
    assert goal_set(DAY, Goal.TRAININGS) == row(LedgerKind.GOAL_SET, 0, detail="trainings")
    assert met == row(LedgerKind.GOAL_RESULT, 1, detail=f"trainings:{GoalStatus.MET}")
    assert goals([first, goal_set(DAY, Goal.PROCEDURES), second, met]) == [
        GoalOfYear(Goal.TRAININGS, 3, GoalStatus.MET),
        GoalOfYear(Goal.PROCEDURES, 0, GoalStatus.OPEN),
    ]
    taken_back = replace(met, n=-1, detail=f"trainings:{GoalStatus.OPEN}")
    assert goals([first, met, taken_back])[0].status is GoalStatus.MET


def test_a_new_result_takes_back_the_former_ones() -> None:
    met = goal_result(DAY, Goal.TRAININGS, GoalStatus.MET)
    others = [
        goal_set(DAY, Goal.TRAININGS, 5),
        goal_result(DAY, Goal.PROCEDURES, GoalStatus.MET),
        row(LedgerKind.GOAL_RESULT, 1, detail=f"trainings:{GoalStatus.OPEN}"),
        row(LedgerKind.GOAL_RESULT, -1, detail=f"trainings:{GoalStatus.OPEN}"),
    ]
    later = date(2027, 3, 1)
    found = goal_judged(later, Goal.TRAININGS, GoalStatus.OPEN, [*others, met, met])

    assert found == [replace(met, n=-2), goal_result(later, Goal.TRAININGS, GoalStatus.OPEN)]
    assert goal_judged(later, Goal.TRAININGS, GoalStatus.MET) == [
        goal_result(later, Goal.TRAININGS, GoalStatus.MET)
    ]


# The ledger


def test_a_row_is_corrected_by_its_opposite() -> None:
    entry = row(LedgerKind.ATTENDANCE, 3, office="a", training_id=1)

    assert counter_entry(entry) == replace(entry, n=-3)
    assert corrected(entry, 5) == [replace(entry, n=-3), replace(entry, n=5)]
    assert corrected(entry, 0) == [replace(entry, n=-3)]
    with pytest.raises(ValueError, match=r"^A count cannot be below 0\.$"):
        corrected(entry, -1)
    with pytest.raises(ValueError, match=r"^The number is the same as before\.$"):
        corrected(entry, 3)


def test_countings_agree_and_have_one_breakdown() -> None:
    assert Attendance({"a": 2}, {"x": 1, "y": 1}).consistent
    assert not Attendance({"a": 2}, {"x": 1}).consistent
    assert not Attendance({"a": -1, "b": 1}, {}).consistent
    assert Attendance({"a": 0}, {}).consistent
    with pytest.raises(ValueError, match="never both"):
        row(LedgerKind.ATTENDANCE, 1, office="a", sector="x")
    with pytest.raises(ValueError, match="must add up to the same total"):
        closing_entries(1, DAY, Attendance({"a": 2}, {}), 0, {})
    assert block_entries(1, DAY, {("a", "x"): 0}) == []


def test_each_kind_of_row_names_its_own_words_only() -> None:
    assert details(LedgerKind.ADVICE_TOTAL) == NOTHING == {""}
    assert details(LedgerKind.REGISTRATION_CONFIRMED) == {"", "unclosed"}
    assert details(LedgerKind.NEED) == set(Topic)
    assert "round-table:minutes" in details(LedgerKind.EXCHANGE_HELD)


# Exchange


OWN, NEXT = Party("office", "aa"), Party("office", "bb")
POLICE = Party("sector", "police")


def test_who_exchanges_is_an_office_or_a_sector(network: Network) -> None:
    slug = network.offices[0].slug

    assert party_of("aa", Sector.YOUTH_OFFICE) == OWN
    assert party_of("aa", Sector.POLICE) == POLICE
    assert party_of(COUNTY_WIDE, Sector.YOUTH_OFFICE) == Party("sector", "youth-office")
    all_ = institutions(network)
    assert [each.slug for each in all_ if each.kind == "office"] == [
        each.slug for each in network.offices
    ]
    assert {each.slug for each in all_ if each.kind == "sector"} == {
        each.value for each in network.sectors if each is not Sector.YOUTH_OFFICE
    }
    own = Party("office", slug)
    assert partners(own, network) == [each for each in all_ if each != own]
    assert partners(POLICE, network) == all_


def test_a_pair_has_one_name_whoever_noted_it() -> None:
    assert pair(POLICE, OWN) == pair(OWN, POLICE) == "office:aa+sector:police"
    assert parties("office:aa+sector:police") == (OWN, POLICE)
    for wrong in ("aa", "town:aa", "office"):
        with pytest.raises(ValueError, match=f"'{wrong}' is no institution"):
            Party.parse(wrong)
    assert Party.parse("office:a:b") == Party("office", "a:b")


SAID = {"partner": "office:bb", "topic": "trauma", "format": "phone", "length": "short"}


def test_four_taps_make_a_contact_and_four_counters() -> None:
    contact = contact_of(OWN, SAID)

    assert contact == Contact(OWN, NEXT, Topic.TRAUMA, ContactFormat.PHONE, ContactLength.SHORT)
    month = date(2027, 2, 1)
    assert fold([(DAY, contact), (date(2027, 2, 28), contact), (date(2027, 3, 1), contact)]) == [
        Counted(begins, series, slug, n)
        for begins, n in ((month, 2), (date(2027, 3, 1), 1))
        for series, slug in (
            (Series.FORMAT, "phone"),
            (Series.LENGTH, "short"),
            (Series.PAIR, "office:aa+office:bb"),
            (Series.TOPIC, "trauma"),
        )
    ]
    assert need(DAY, Topic.TRAUMA, Sector.POLICE) == [
        Counted(date(2027, 2, 8), Series.NEED_TOPIC, "trauma", 1),
        Counted(date(2027, 2, 8), Series.NEED_SECTOR, "police", 1),
    ]


# Addresses with passwords


SERVER = "postgresql+psycopg://anna:s3cr%40t@db.example:5432/netzbote?sslmode=require&key=hidden"


@pytest.mark.parametrize(
    ("address", "seen", "secrets"),
    [
        (SERVER, "postgresql+psycopg://db.example:5432/netzbote", {"s3cr%40t", "s3cr@t", "hidden"}),
        ("postgresql://anna@db.example/n", "postgresql://db.example/n", set()),
        ("postgresql://db.example/n", "postgresql://db.example/n", set()),
        ("postgresql://anna:abc@db.example", "postgresql://db.example", set()),
        ("postgresql://anna:a+cd@db/n", "postgresql://db/n", {"a+cd", "a cd"}),
        ("postgresql://anna:abcd@[::1]:5/n", "postgresql://[::1]:5/n", {"abcd"}),
        ("sqlite:///netzbote.db", "sqlite:///netzbote.db", set()),
        ("sqlite+aiosqlite:////a/b.db?mode=ro", "sqlite+aiosqlite:////a/b.db?mode=ro", set()),
        ("postgresql://anna:secretword/db", "an address that cannot be understood", None),
        ("", "an address that cannot be understood", set()),
    ],
)
def test_what_of_an_address_may_be_shown(address: str, seen: str, secrets: set[str] | None) -> None:
    assert shown(address) == seen
    if secrets is not None:
        assert secrets_in(address) == secrets
    assert is_well_formed(address) is ("understood" not in seen)


def test_of_an_address_without_its_at_everything_may_be_secret() -> None:
    odd = "postgresql://anna:12345/netzbote"

    assert shown(odd) == "postgresql://…"
    assert secrets_in(odd) == {odd, "anna", "12345", "netzbote"}
    assert secrets_in("postgresql://anna:geheim") == {"postgresql://anna:geheim", "anna", "geheim"}
    assert secrets_in("host=db.example password=geheim%21") == {
        "host=db.example password=geheim%21",
        "host=db.example password=geheim!",
        "db.example",
        "geheim%21",
        "geheim!",
    }


def test_harmless_settings_of_a_connection_are_no_secrets() -> None:
    asked = "host=/run/abcd&PORT=12345&sslmode=require&password=gehe&user=anna&x=abc"

    assert secrets_in(f"postgresql:///n?{asked}") == {"gehe"}


def test_a_password_may_have_signs_that_separate_elsewhere() -> None:
    assert secrets_in("postgresql:///n?password=gehe=heim") == {"gehe=heim"}


def test_a_colon_anywhere_in_an_address_without_a_name_may_stand_before_a_password() -> None:
    assert shown("postgresql://h/n?x=a://b") == "postgresql://…"
