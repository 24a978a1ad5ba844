"""Which counts of people a report prints or implies, and which sums everybody can work out.

A count that is left out here would be no secret; a sum that is left out could be used against one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.disclosure.cells import FAR, Cell, DoesNotAddUp, Publication, Relation, World
from domain.exchange import Counted, Series
from domain.feedback import Answers, FeedbackItem
from domain.ledger.entries import Entry, LedgerKind, quota_entries
from domain.network import Network
from domain.register import Tally
from domain.report.cells import world_of
from domain.report.facts import Facts
from domain.report.material import Material
from domain.session import Session
from domain.training import Training, held_on
from domain.vocabulary import EventFormat, Topic
from tests.domain.full_year import COUNTERS, MATERIAL, ROWS
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, loose, with_limits


def world(material: Material = MATERIAL, network: Network = NETWORK) -> World:
    return world_of(Facts(network, material, AS_OF))


def cell(of: Cell) -> str:
    """Return a count and whatever is special about it."""
    said = [
        ("things", not of.people),
        ("implied", not of.printed),
        (f"tier {of.tier}", of.tier),
        (f"known to {' '.join(sorted(of.known_to))}", of.known_to),
        (f"told {of.said and (of.said.low, of.said.high)}", of.said),
        (f"at least {of.least}", of.least),
        (f"among {of.table}", of.table != (of.id.rpartition("/")[0] or of.id)),
    ]
    return " ".join([of.id, str(of.value), *(text for text, so in said if so)])


def sum_(of: Relation) -> str:
    """Return a relation as a sum with its result, weights before names."""
    terms = [(f"{abs(weight)}*" if abs(weight) > 1 else "") + name for weight, name in of.terms]
    signs = ["" if weight > 0 else "-" for weight, _ in of.terms]
    ends = f"{of.low}" if of.low == of.high else f"{of.low}..{of.high}"
    return " ".join(map("".join, zip(signs, terms, strict=True))) + f" = {ends}"


def counts(of: World, *tables: str) -> list[str]:
    """Return the counts of these tables, or called so."""
    return [cell(each) for each in of.cells.values() if each.id.partition("/")[0] in tables]


def sums(of: World, *tables: str) -> list[str]:
    """Return the sums in which something of these tables stands last."""
    return [sum_(each) for each in of.relations if each.terms[-1][1].partition("/")[0] in tables]


def year(rows: Sequence[Entry], *events: Training, **more: Any) -> Material:
    return Material(YEAR, rows, events, **more)


# Attendances


def test_attendances_are_printed_by_event_and_quarter_and_in_all() -> None:
    assert counts(world(), "event", "came", "courses", "hours") == [
        "event/1 16 tier -1", "event/2 30 tier -1", "event/3 30 tier -1", "event/4 12 tier -1",
        "came 88 tier 3", "courses 76 tier 2", "hours 400 tier 1",
        "came/1 16", "hours/1 64 tier -1", "came/2 72", "hours/2 336 tier -1",
        "came/3 0", "hours/3 0 tier -1", "came/4 0", "hours/4 0 tier -1",
    ]  # fmt: skip
    assert sums(world(), "came", "hours") == [
        "event/1 -came/1 = 0",
        "4*event/1 -hours/1 = 0",
        "event/2 event/3 event/4 -came/2 = 0",
        "2*event/2 8*event/3 3*event/4 -hours/2 = 0",
        "-came/3 = 0",
        "-hours/3 = 0",
        "-came/4 = 0",
        "-hours/4 = 0",
        "came/1 came/2 came/3 came/4 -came = 0",
        "hours/1 hours/2 hours/3 hours/4 -hours = 0",
    ]


def test_of_a_conference_everybody_knows_that_each_office_there_was_somebody() -> None:
    both = [event(n, form=EventFormat.COORDINATION_CONFERENCE) for n in (1, 2)]
    rows = [
        *closed(both[0], {"a": 6, "b": 5}, {"school": 11}),
        *closed(both[1], {"a": 6}, {"school": 6}),
    ]

    assert told_by_offices(year(rows, *both)) == ["event/1 = 2..10000000", "event/2 = 1..10000000"]
    assert told_by_offices(MATERIAL) == ["event/4 = 1..10000000"]
    assert told_by_offices(year(closed(event(1), {"a": 5}, {"school": 5}), event(1))) == []


def told_by_offices(material: Material) -> list[str]:
    """Return what is known of people once the report says which offices were at conferences."""
    (told,) = (each for each in world(material).asides if each.name == "B2")
    return [sum_(each) for each in told.relations]


def test_everybody_knows_the_seats_of_an_event() -> None:
    assert sums(world(), "event") == ["event/1 = 0..20", "event/3 = 0..50", "event/4 = 0..20"]


def test_of_a_series_it_is_counted_who_came_to_a_session_with_fewer_and_who_did_not() -> None:
    """None of both is printed; of sessions that were as full as can be there is nothing to tell."""
    one = event(1, seats=None)
    (first,) = one.plan.dates
    week = timedelta(days=7)
    later = [
        Session(n, first.starts_at + n * week, first.ends_at + n * week, units)
        for n, units in ((2, 2), (3, 3))
    ]
    series = replace(one, plan=held_on(one.plan, (first, *later), NETWORK.zone))
    rows = closed(series, {"a": 30}, {"school": 30})
    of = world(year(rows, series, missed={1: {2: 8, 3: 0}}))

    assert counts(of, "event", "session", "away", "hours") == [
        "event/1 30 tier -1", "session/1/2 22 implied", "away/1/2 8 implied",
        "hours 254 tier 1", "hours/1 254 tier -1", "hours/2 0 tier -1",
        "hours/3 0 tier -1", "hours/4 0 tier -1",
    ]  # fmt: skip
    assert sums(of, "event") == ["session/1/2 away/1/2 -event/1 = 0"]
    assert sums(of, "hours")[0] == "7*event/1 2*session/1/2 -hours/1 = 0"


def before(
    n: int, detail: str = "", *, office: str | None = None, sector: str | None = None
) -> Entry:
    return loose(LedgerKind.ATTENDANCE, n, detail, office=office, sector=sector)


def test_people_of_before_netzbote_stand_behind_no_event() -> None:
    rows = [*ROWS, before(100), before(7, "round-table"), before(60, office="a")]
    old = world(replace(MATERIAL, entries=rows))

    assert counts(old, "came", "came-own", "courses", "imported") == [
        "came 195 tier 3", "courses 176 tier 2", "imported/courses 100 implied",
        "imported/1 0 implied", "came/1 16", "imported/2 107 implied", "came/2 179",
        "imported/3 0 implied", "came/3 0", "imported/4 0 implied", "came/4 0",
        "imported/others 7 implied", "came-own 88 tier 1",
    ]  # fmt: skip
    assert sums(old, "came", "courses") == [
        "event/1 event/2 event/3 imported/courses -courses = 0",
        "event/1 imported/1 -came/1 = 0",
        "event/2 event/3 event/4 imported/2 -came/2 = 0",
        "imported/3 -came/3 = 0",
        "imported/4 -came/4 = 0",
        "came/1 came/2 came/3 came/4 -came = 0",
        "came-own imported/courses imported/others -came = 0",
        "office/a office/b office-unnamed -courses = 0",
        "sector/youth-office sector/school sector/police sector/other sector-unnamed -courses = 0",
    ]
    assert sums(old, "came-own") == ["came -came-own = 1..10000000"]
    assert sums(old, "registered-all")[1:2] == [
        "event/1 event/2 event/3 absent -registered-all = 0"
    ]


# The same people by office and by sector


def test_an_office_knows_its_own_number_and_a_sector_is_nobody() -> None:
    assert counts(world(), "office", "sector") == [
        "office/a 60 known to a", "office/b 16 known to b",
        "sector/youth-office 10", "sector/school 48", "sector/police 18", "sector/other 0",
    ]  # fmt: skip
    assert sums(world(), "courses") == [
        "event/1 event/2 event/3 -courses = 0",
        "office/a office/b -courses = 0",
        "sector/youth-office sector/school sector/police sector/other -courses = 0",
    ]


def test_an_office_that_is_not_in_the_file_has_a_row_only_if_anybody_came() -> None:
    rows = list(closed(event(1), {"a": 9, "gone": 2}, {"school": 11}))

    assert counts(world(year(rows, event(1))), "office") == [
        "office/a 9 known to a", "office/b 0 known to b",
        "office/gone 2 known to gone at least 1",
    ]  # fmt: skip


def test_whom_nobody_named_is_a_row_of_its_own() -> None:
    old = world(replace(MATERIAL, entries=[*ROWS, before(100), before(60, office="a")]))

    assert counts(old, "office-unnamed", "sector-unnamed") == [
        "office-unnamed 40 at least 1", "sector-unnamed 100 at least 1"
    ]  # fmt: skip
    assert counts(world(), "office-unnamed", "sector-unnamed") == []


@pytest.mark.parametrize(
    ("kind", "row"), [("office", before(1, office="a")), ("sector", before(1, sector="school"))]
)
def test_more_people_in_parts_than_in_all_do_not_add_up(kind: str, row: Entry) -> None:
    with pytest.raises(DoesNotAddUp, match=f"^more people by {kind} than in all$"):
        world(replace(MATERIAL, entries=[*ROWS, row]))


# Registrations


def test_registrations_hang_together_by_what_became_of_them() -> None:
    assert counts(
        world(), "capped", "registered", "registered-all", "registered-open", "direct",
        "waitlisted", "promoted", "wishes", "confirmed-ever", "in-vain", "withdrawn", "late",
        "withdrawn-all", "absent", "stayed-away",
    ) == [
        "capped 46 tier 1", "registered 76 tier 1", "registered-all 106 tier 1",
        "registered-open 30 implied", "direct 106 implied", "waitlisted 20", "promoted 10",
        "wishes 126 tier 1", "confirmed-ever 116 tier 1", "in-vain 10 implied",
        "withdrawn 10 implied", "late 10", "withdrawn-all 20 tier 1", "absent 30",
        "stayed-away 20 implied",
    ]  # fmt: skip
    assert sums(
        world(), "capped", "registered-all", "wishes", "confirmed-ever", "waitlisted",
        "withdrawn-all", "absent",
    ) == [
        "event/1 event/3 -capped = 0",
        "registered registered-open -registered-all = 0",
        "direct waitlisted -wishes = 0",
        "direct promoted -confirmed-ever = 0",
        "promoted in-vain -waitlisted = 0",
        "withdrawn late -withdrawn-all = 0",
        "courses absent -registered-all = 0",
        "late stayed-away -absent = 0",
        "registered-all withdrawn -confirmed-ever = 0",
        "topic-waitlisted/basics topic-waitlisted/trauma -waitlisted = 0",
        "topic-wishes/basics topic-wishes/trauma -wishes = 0",
        f"-quota-within/b -quota-beyond/b -late registered-all = 0..{FAR}",
    ]  # fmt: skip


def registered(there: int, came: int, **tallies: int) -> World:
    counted = {Tally[name.upper()]: n for name, n in tallies.items()}
    return world(year(closed(event(1), {"a": came}, {"school": came}, there, counted), event(1)))


def test_if_more_came_than_were_registered_nobody_was_absent() -> None:
    full, over = registered(9, 9), registered(9, 10)

    assert counts(full, "absent", "stayed-away") == ["absent 0", "stayed-away 0 implied"]
    assert "courses absent -registered-all = 0" in sums(full, "registered-all")
    assert counts(over, "absent", "stayed-away") == ["absent 0"]
    assert sums(over, "registered-all", "absent") == [
        "registered registered-open -registered-all = 0"
    ]


def test_who_got_the_seat_of_a_late_one_makes_that_nobody_stayed_away() -> None:
    assert counts(registered(10, 12, late_withdrawn=2), "absent", "stayed-away") == [
        "absent 0"
    ]  # fmt: skip
    assert counts(registered(10, 10, late_withdrawn=2), "absent", "stayed-away") == [
        "absent 2", "stayed-away 0 implied"
    ]  # fmt: skip


def test_more_who_moved_up_than_waited_are_no_sum() -> None:
    assert counts(registered(9, 9, waitlisted=2, promoted=2), "in-vain") == ["in-vain 0 implied"]
    odd = registered(9, 9, waitlisted=1, promoted=2)
    assert counts(odd, "in-vain") == []
    assert sums(odd, "waitlisted") == ["topic-waitlisted/basics -waitlisted = 0"]


def test_who_ever_had_a_seat_has_it_still_or_gave_it_up_block_seats_apart() -> None:
    rows = closed(event(1), {"a": 9}, {"school": 9}, 7, {Tally.CONFIRMED: 8, Tally.WITHDRAWN: 1})
    block = Entry(AS_OF.replace(year=YEAR), LedgerKind.BLOCK_SEATS, 2, 1)
    odd = Entry(AS_OF.replace(year=YEAR), LedgerKind.REGISTRATION_WITHDRAWN, 1, 1)

    assert sums(world(year([*rows, block], event(1))), "confirmed-ever")[1:] == [
        "registered-all withdrawn -confirmed-ever = 2"
    ]
    assert sums(world(year([*rows, block, odd], event(1))), "confirmed-ever")[1:] == []


# Topics


def test_each_topic_is_a_sum_of_events_and_of_registrations() -> None:
    tables = ("topic", "topic-waitlisted", "topic-wishes", "topic-direct", "topic-capped")
    assert counts(world(), *tables) == [
        "topic/basics 46 tier 1", "topic-waitlisted/basics 20", "topic-wishes/basics 96",
        "topic-direct/basics 76 implied", "topic/trauma 30 tier 1", "topic-waitlisted/trauma 0",
        "topic-wishes/trauma 30", "topic-direct/trauma 30 implied",
    ]  # fmt: skip
    assert sums(world(), *tables) == [
        "event/1 event/3 -topic/basics = 0",
        "topic-direct/basics topic-waitlisted/basics -topic-wishes/basics = 0",
        "event/2 -topic/trauma = 0",
        "topic-direct/trauma topic-waitlisted/trauma -topic-wishes/trauma = 0",
    ]


@pytest.mark.parametrize(
    ("limited", "open_", "people"), [(2, 0, None), (2, 1, 10), (1, 2, None), (3, 1, 15)]
)
def test_seats_of_a_topic_are_counted_apart_if_some_of_its_events_had_no_limit(
    limited: int, open_: int, people: int | None
) -> None:
    held = [event(n, topic=Topic.TRAUMA) for n in range(1, limited + 1)]
    held += [event(n, topic=Topic.TRAUMA, seats=None) for n in range(5, 5 + open_)]
    rows = [row for of in held for row in closed(of, {"a": 5}, {"school": 5})]
    made = world(year(rows, *held))
    parts = " ".join(f"event/{n}" for n in range(1, limited + 1))

    apart = people is not None
    assert counts(made, "topic-capped") == [f"topic-capped/trauma {people}"] * apart
    assert sums(made, "topic-capped") == [f"{parts} -topic-capped/trauma = 0"] * apart
    alone = counts(world(year(rows, *held), with_limits(occupancy_events=1)), "topic-capped")
    assert bool(alone) is bool(open_)


# Feedback


def test_answers_add_up_to_the_forms_with_those_who_gave_none() -> None:
    assert counts(world(), "forms") == ["forms 44 tier 1"]
    useful = [row for row in counts(world(), "answers", "unanswered") if "useful" in row]
    assert useful == [
        "answers/useful 40 tier 1", "answers/useful/1 5", "answers/useful/2 5",
        "answers/useful/3 0", "answers/useful/4 20", "answers/useful/5 10",
        "unanswered/useful 4 things implied among unanswered/useful",
    ]  # fmt: skip
    scores = [f"answers/useful/{n}" for n in range(1, 6)]
    assert [row for row in sums(world(), "answers", "forms") if "useful" in row] == [
        f"{' '.join(scores)} -answers/useful = 0",
        "answers/useful unanswered/useful -forms = 0",
    ]  # fmt: skip


def test_a_mean_tells_between_which_two_lines_the_sum_lies() -> None:
    """145 by 40 is printed as 3.6: so the sum is 3.55 times the base or more, and under 3.65."""
    of = ("mean", "mean-low", "mean-high")
    weighted = [f"{n}*answers/useful/{n}" for n in range(2, 6)]
    assert [row for row in counts(world(), *of) if "useful" in row] == [
        "mean/useful 145 things implied",
        "mean-low/useful 100060 things told (100000, 999999)",
        "mean-high/useful 100020 things told (100001, 999999)",
    ]  # fmt: skip
    assert [row for row in sums(world(), *of) if "useful" in row] == [
        f"{' '.join(['answers/useful/1', *weighted])} -mean/useful = 0",
        "20*mean/useful -71*answers/useful -mean-low/useful = -100000",
        "73*answers/useful -20*mean/useful -mean-high/useful = -100000",
    ]  # fmt: skip


def rated(forms: int, **scores: int) -> World:
    answers = [
        Answers(1, FeedbackItem.FORM, 0, forms),
        *(Answers(1, FeedbackItem.EXCHANGE, int(s[1:]), n) for s, n in scores.items()),
    ]
    return world(year([], answers=answers))


def test_too_few_answers_are_not_told_apart_and_have_no_mean() -> None:
    def of(made: World) -> list[str]:
        return [row for row in counts(made, "answers", "mean") if "exchange" in row]

    four = ["answers/exchange 4 tier 1", "answers/exchange/1 0 implied"]
    assert of(rated(9, _5=4))[:2] == four
    assert of(rated(9, _5=4))[-1] == "answers/exchange/5 4 implied"
    assert of(rated(9, _5=5))[-2:] == ["answers/exchange/5 5", "mean/exchange 25 things implied"]


def test_more_answers_than_forms_leave_nobody_silent() -> None:
    def silent(made: World) -> list[str]:
        return [row for row in counts(made, "unanswered") if "exchange" in row]

    assert silent(rated(5, _5=5)) == [
        "unanswered/exchange 0 things implied among unanswered/exchange"
    ]  # fmt: skip
    assert silent(rated(4, _5=5)) == []


# Messages, needs, advice and contacts


def test_who_got_a_message_is_a_person_too() -> None:
    assert counts(world(), "reminder", "delivered", "audience", "undelivered") == [
        "reminder/older-stage 10 at least 1", "reminder/one-day 30 at least 1",
        "reminder/one-week 20 at least 1", "reminder 60 tier 1", "delivered 60",
        "audience 90 tier 1", "undelivered 30 implied",
    ]  # fmt: skip
    assert sums(world(), "reminder", "audience") == [
        "reminder/older-stage reminder/one-day reminder/one-week -reminder = 0",
        "delivered undelivered -audience = 0",
    ]


@pytest.mark.parametrize(("audience", "sum_"), [(60, True), (59, False)])
def test_more_delivered_than_sent_are_no_sum(audience: int, sum_: bool) -> None:
    rows = [
        loose(LedgerKind.NOTICE_AUDIENCE, audience), loose(LedgerKind.NOTICE_DELIVERED, 60)
    ]  # fmt: skip

    assert bool(counts(world(year(rows)), "undelivered")) is sum_
    assert bool(sums(world(year(rows)), "audience")) is sum_


def test_advice_and_needs_have_totals_of_their_own() -> None:
    assert counts(world(), "advice", "need") == [
        "advice/1 7", "advice/2 9", "advice/3 0", "advice/4 0", "advice 16 tier 1",
        "need/school 30 at least 1", "need/trauma 40 at least 1", "need 70 tier 1",
    ]  # fmt: skip
    assert sums(world(), "advice", "need") == [
        "advice/1 advice/2 advice/3 advice/4 -advice = 0", "need/school need/trauma -need = 0"
    ]  # fmt: skip


def test_both_institutions_know_the_contacts_of_their_pair() -> None:
    tables = ("contacts", "pair", "contact-topic", "contact-format", "contact-length")
    assert counts(world(), *tables) == [
        "contacts 20 tier 2",
        "pair/office:a+office:b 5 known to a b at least 1",
        "pair/office:a+sector:school 8 known to a sector:school at least 1",
        "pair/sector:school+sector:school 7 known to sector:school at least 1",
        "contact-topic/trauma 20 at least 1",
        "contact-format/phone 5 at least 1", "contact-format/video 15 at least 1",
        "contact-length/long 14 at least 1", "contact-length/short 6 at least 1",
    ]  # fmt: skip
    months = {1: 5, 5: 15}
    assert counts(world(), "contact-month") == [
        f"contact-month/{m} {months.get(m, 0)}" for m in range(1, 13)
    ]
    pairs = ("office:a+office:b", "office:a+sector:school", "sector:school+sector:school")
    assert sums(world(), "contacts") == [
        " ".join(f"pair/{both}" for both in pairs) + " -contacts = 0",
        "contact-topic/trauma -contacts = 0",
        "contact-format/phone contact-format/video -contacts = 0",
        "contact-length/long contact-length/short -contacts = 0",
        " ".join(f"contact-month/{m}" for m in range(1, 13)) + " -contacts = 0",
    ]  # fmt: skip


def test_a_series_that_counts_others_is_no_sum_of_the_contacts() -> None:
    odd = [*COUNTERS, Counted(COUNTERS[0].period, Series.TOPIC, "trauma", 1)]

    assert not any("topic" in row for row in sums(world(year([], counters=odd)), "contacts"))


# Quotas


def with_quota(
    kept: dict[str, int], used: dict[str, int], there: int = 40, seats: int | None = 20
) -> World:
    of = event(1, seats=seats)
    rows = closed(of, {"a": 30}, {"school": 30}, there)
    rows += quota_entries(1, of.plan.starts_at.date(), {(o, "school"): n for o, n in used.items()})
    return world(year(rows, of, quotas={1: kept}))


TABLES = ("quota-within", "quota-released", "quota-beyond")
SEATS = ("seat-within", "seat-beyond", "seat-full")


def test_seats_left_of_a_quota_tell_how_many_were_used() -> None:
    made = with_quota({"a": 8, "b": 6}, {"a": 12, "b": 6})

    assert counts(made, *TABLES) == [
        "quota-within/a 8 known to a",
        "quota-released/a 0 things known to a", "quota-beyond/a 4 known to a",
        "quota-within/b 6 known to b",
        "quota-released/b 0 things known to b", "quota-beyond/b 0 known to b",
    ]  # fmt: skip
    assert sums(made, *TABLES) == [
        "quota-within/a quota-released/a = 8",
        "seat-within/1/a -quota-within/a = 0", "seat-beyond/1/a -quota-beyond/a = 0",
        "quota-within/b quota-released/b = 6",
        "seat-within/1/b -quota-within/b = 0", "seat-beyond/1/b -quota-beyond/b = 0",
    ]  # fmt: skip
    of_both = "-quota-within/a -quota-beyond/a -quota-within/b -quota-beyond/b"
    assert f"{of_both} -late registered-all = 0..{FAR}" in sums(made, "registered-all")
    assert f"{of_both} registered = 0..{FAR}" in sums(made, "registered")


def test_nobody_sits_beyond_a_quota_that_is_not_used_up() -> None:
    """It is so in each training, and all that sit in one have seats."""
    made = with_quota({"a": 8, "b": 6}, {"a": 12, "b": 5})

    assert counts(made, *SEATS) == [
        "seat-within/1/a 8 things implied known to a",
        "seat-beyond/1/a 4 things implied known to a",
        "seat-full/1/a 1 things implied known to a",
        "seat-within/1/b 5 things implied known to b",
        "seat-beyond/1/b 0 things implied known to b",
        "seat-full/1/b 0 things implied known to b",
    ]  # fmt: skip
    assert sums(made, *SEATS) == [
        "seat-full/1/a = 0..1", "seat-within/1/a = 0..8",
        f"seat-within/1/a -8*seat-full/1/a = 0..{FAR}",
        f"-seat-beyond/1/a 12*seat-full/1/a = 0..{FAR}",
        "seat-full/1/b = 0..1", "seat-within/1/b = 0..6",
        f"seat-within/1/b -6*seat-full/1/b = 0..{FAR}",
        f"-seat-beyond/1/b 14*seat-full/1/b = 0..{FAR}",
        f"-seat-within/1/a -seat-beyond/1/a -seat-within/1/b -seat-beyond/1/b = -20..{FAR}",
    ]  # fmt: skip


@pytest.mark.parametrize(("kept", "implied"), [(4, " implied"), (5, "")])
def test_what_was_left_of_a_very_small_quota_is_not_printed(kept: int, implied: str) -> None:
    """That it is hidden would tell it, and who sat beyond a quota used it up."""
    made = with_quota({"a": kept}, {"a": kept})

    assert counts(made, "quota-released", "quota-within", "quota-beyond") == [
        f"quota-within/a {kept}{implied} known to a",
        f"quota-released/a 0 things{implied} known to a",
        f"quota-beyond/a 0{implied} known to a",
    ]


@pytest.mark.parametrize(
    ("kept", "implied"),
    [
        ({"a": 16}, ""),
        ({"a": 17}, " implied"),
        ({"a": 19}, " implied"),
        ({"a": 20}, ""),  # there is no other seat, so everybody knows it
        ({"a": 6, "b": 9}, ""),
        ({"a": 6, "b": 10}, " implied"),
    ],
)
def test_who_sat_on_the_last_seats_beyond_a_quota_is_not_printed(
    kept: dict[str, int], implied: str
) -> None:
    """Of twenty seats three more must have been kept for nobody than there are offices."""
    made = with_quota(kept, {"a": 6})

    assert counts(made, "quota-beyond")[0] == f"quota-beyond/a 0{implied} known to a"


@pytest.mark.parametrize(("seats", "limit"), [(None, 10_000), (11, 10_000), (12, 4), (20, 12)])
def test_whoever_sits_beyond_a_quota_has_one_of_the_other_seats(
    seats: int | None, limit: int
) -> None:
    """Where there were more people than seats, nobody can count on these."""
    made = with_quota({"a": 8}, {"a": 12}, seats=seats)

    assert f"-seat-beyond/1/a {limit}*seat-full/1/a = 0..{FAR}" in sums(made, "seat-full")
    assert sums(made, "seat-beyond") == [f"-seat-within/1/a -seat-beyond/1/a = -{seats}..{FAR}"] * (
        limit < 10_000
    )


def test_little_more_than_the_smallest_quota_of_a_training_is_not_printed() -> None:
    """Of five seats in two trainings two, three or four were used, if some were left."""
    one, other = event(1), event(2)
    rows = [
        *closed(one, {"a": 30}, {"school": 30}, 40),
        *closed(other, {"a": 30}, {"school": 30}, 40),
    ]

    def printed(first: int, second: int) -> bool:
        made = world(year(rows, one, other, quotas={1: {"a": first}, 2: {"a": second}}))
        return made.cells["quota-within/a"].printed

    assert [printed(*kept) for kept in ((2, 3), (1, 4), (3, 3), (3, 4), (5, 5), (5, 6))] == [
        False, True, False, True, True, True
    ]  # fmt: skip


@pytest.mark.parametrize(("there", "known"), [(11, False), (12, True), (212, True)])
def test_who_had_a_seat_of_a_quota_is_one_of_all_that_had_one(there: int, known: bool) -> None:
    made = with_quota({"a": 12}, {"a": 12}, there)

    assert any("quota" in row for row in sums(made, "registered-all")) is known
    assert any("quota" in row for row in sums(made, "registered")) is known


def test_without_quotas_there_are_no_seats_of_them() -> None:
    assert counts(with_quota({}, {}), *TABLES) == []


def test_what_was_published_before_belongs_to_the_world() -> None:
    earlier = Publication({"came": 5}, {})

    assert world_of(Facts(NETWORK, MATERIAL, AS_OF), [earlier]).earlier == (earlier,)
    assert world().earlier == ()
