"""C14 and O5: what became of the seats kept for an office, and nobody small can be worked out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.disclosure.cells import Mode, World
from domain.disclosure.values import Shown
from domain.ledger.entries import Entry, block_entries, quota_entries
from domain.network import Network
from domain.report.cells import world_of
from domain.report.facts import Facts, QuotaUse
from domain.report.material import Material
from domain.report.order import Order
from domain.report.quotas import KnownSeats, Often, may_say
from domain.report.structure import Label
from domain.training import Training
from tests.disclosure.test_protect import leaks
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build, decide
from texts.catalogue import Texts
from texts.documents.report_elements import Grid, Paragraph
from texts.documents.report_pages import Wishes, compose

OFFICE, OTHER = "rkn-kaarst", "rkn-neuss"
K = 5
#: Of each training: seats the office had at the start, and seats kept for it.
uses = st.lists(st.tuples(st.integers(0, 7), st.integers(1, 6)), min_size=1, max_size=3)


def material(used: list[tuple[int, int]], booked: int = 0) -> Material:
    """Return a year of trainings with a quota, all of whose people come from two offices."""
    trainings: list[Training] = []
    entries: list[Entry] = []
    for number, (seated, _) in enumerate(used, 1):
        day = date(2026, 3, 1) + timedelta(days=7 * number)
        of = replace(training(number, day=day), quota_seats=1, block_seats=booked)
        blocks = {(OFFICE, "police"): booked} if booked else {}
        registered = {(OFFICE, "school"): seated - booked, (OTHER, "school"): 12}
        people = {OFFICE: seated - booked, OTHER: 12}
        entries += closed(of, people, {"school": 12 + seated - booked})
        entries += quota_entries(number, day, registered) + block_entries(number, day, blocks)
        trainings.append(of)
    kept = {number: {OFFICE: n} for number, (_, n) in enumerate(used, 1)}
    return Material(YEAR, entries, trainings, quotas=kept)


def test_seats_beyond_the_quota_do_not_hide_what_was_left(network: Network) -> None:
    facts = Facts(network, material([(3, 4), (9, 4), (0, 4)]), AS_OF)

    assert facts.quota_use() == {OFFICE: QuotaUse(12, 5, 1, (4, 4, 4))}


def test_seats_beyond_a_quota_stand_apart_and_the_report_says_what_they_are(
    network: Network,
) -> None:
    report, _ = build(network, material([(9, 4), (12, 10), (5, 6)]), Order(AS_OF))
    pages = compose(Texts(), network, report, Wishes(charts=False))
    elements = list(pages.elements)
    (at,) = (n for n, e in enumerate(elements) if isinstance(e, Grid) and e.code == "C14")
    grid, note = elements[at], elements[at + 1]

    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0][1:]] == ["20", "19", "95,0\u00a0%", "1", "7"]
    assert isinstance(note, Paragraph)
    assert "Darüber hinaus belegte Plätze waren für alle frei" in note.text


def test_without_quotas_nothing_is_explained(network: Network) -> None:
    course = training(1)
    rows = closed(course, {OFFICE: 31}, {"school": 31})
    report, _ = build(network, Material(YEAR, rows, [course]), Order(AS_OF))
    pages = compose(Texts(), network, report, Wishes(charts=False))

    assert not [e for e in pages.elements if isinstance(e, Paragraph) and "hinaus" in e.text]


def test_block_seats_use_the_quota_of_their_office(network: Network) -> None:
    facts = Facts(network, material([(5, 4)], booked=2), AS_OF)

    assert facts.quota_use()[OFFICE].used == 5
    assert facts.courses[0].registered == 12 + 5


@pytest.mark.parametrize(
    ("used", "found"),
    [
        ([(2, 10), (2, 10), (2, 10), (20, 10), (20, 10), (20, 10)], True),
        ([(1, 20), (9, 20)], True),
        ([(1, 20), (10, 20)], False),  # half is not less than half
        ([(2, 10), (9, 10), (9, 10)], False),  # once is not twice
        ([(9, 20)], False),
        ([(9, 10), (0, 10), (0, 10)], True),  # the sums alone say it
        ([(3, 8), (3, 8), (0, 8)], True),
        ([(3, 8), (3, 8)], False),  # of six used, no other three and three are less than half
        ([(2, 8), (3, 8)], False),
    ],
)
def test_quotas_used_by_less_than_half_twice_are_a_hint(
    network: Network, used: list[tuple[int, int]], found: bool
) -> None:
    limits = replace(network.report.thresholds, enough_events=1)
    wanted = replace(network, report=replace(network.report, thresholds=limits))
    for mode in Mode:
        report, _ = build(wanted, material(used), Order(AS_OF, mode))
        hints = [hint for hint in report.hints if hint.code == "O5"]

        assert bool(hints) is found, mode
    report, _ = build(wanted, material(used), Order(AS_OF))
    (row,) = report.tables()["C14"].rows
    assert isinstance(row[0], Label)
    assert row[0].slug == OFFICE
    assert isinstance(row[1], Shown)
    assert row[1].plain == sum(kept for _, kept in used)


RATE, TIMES = Fraction(1, 2), 2


def lows(used: tuple[int, ...], kept: list[int]) -> int:
    """Return in how many trainings less than half of the quota was used."""
    return sum(n < RATE * of for n, of in zip(used, kept, strict=True))


def left(used: tuple[int, ...], kept: list[int]) -> int:
    return sum(max(0, of - n) for n, of in zip(used, kept, strict=True))


def said(used: tuple[int, ...], kept: list[int]) -> bool | None:
    within = sum(kept) - left(used, kept)
    told = KnownSeats(tuple(kept), within, sum(used) > within)
    return may_say(told, Often(0.5, TIMES), lows(used, kept), K)


def spans(worlds: list[tuple[int, ...]]) -> list[int]:
    """Return how far each training's number can vary."""
    return [max(numbers) - min(numbers) for numbers in zip(*worlds, strict=True)]


def narrowed(
    used: tuple[int, ...],
    kept: list[int],
    says: Callable[[tuple[int, ...], list[int]], bool | None],
) -> list[int]:
    """Return small numbers that the hint narrows down too far, for who knows C14 and the quotas."""
    sums = (sum(used), left(used, kept))
    same = [
        each
        for each in product(range(sum(used) + 1), repeat=len(kept))
        if (sum(each), left(each, kept)) == sums
    ]
    heard = [each for each in same if says(each, kept) == says(used, kept)]
    enough = [min(K - 2, span) for span in spans(same)]
    return [
        n
        for n, span, wanted in zip(used, spans(heard), enough, strict=True)
        if 0 < n < K and span < wanted
    ]


@pytest.mark.long
@given(uses)
@settings(max_examples=150, deadline=None)
def test_neither_the_hint_nor_its_absence_tells_a_small_number(used: list[tuple[int, int]]) -> None:
    seated, kept = tuple(n for n, _ in used), [of for _, of in used]

    assert not narrowed(seated, kept, said)
    if said(seated, kept):
        assert lows(seated, kept) >= TIMES


def test_saying_it_whenever_it_is_so_would_tell() -> None:
    def naive(used: tuple[int, ...], kept: list[int]) -> bool:
        return lows(used, kept) >= TIMES

    assert narrowed((3, 3), [8, 8], naive) == [3, 3]
    assert narrowed((3, 3), [8, 8], said) == []


def quota_world(facts: Facts) -> World:
    """Return the part of the report's numbers that tells of quotas, training by training."""
    return part_of(world_of(facts), "quota", "seat")


def part_of(whole: World, *tables: str) -> World:
    cells = {n: c for n, c in whole.cells.items() if n.startswith(tables)}
    relations = [r for r in whole.relations if all(name in cells for _, name in r.terms)]
    return World(cells, tuple(relations))


@given(uses)
@settings(max_examples=60, deadline=None)
def test_no_small_number_of_a_quota_can_be_worked_out(
    network: Network, used: list[tuple[int, int]]
) -> None:
    world = quota_world(Facts(network, material(used), AS_OF))

    assert not leaks(part_of(world, "quota"), decide(world, K))


def worked_out(use: QuotaUse, kept: list[int]) -> set[int]:
    """Return what can have been used, for who knows the quotas and how many seats were left."""
    most = range(max(use.used, *kept) + 2)
    return {
        sum(used)
        for used in product(most, repeat=len(kept))
        if sum(max(0, n - u) for n, u in zip(kept, used, strict=True)) == use.released
    }


@given(uses)
@settings(max_examples=60, deadline=None)
def test_where_seats_were_left_in_each_training_it_is_not_said_how_many(
    network: Network, used: list[tuple[int, int]]
) -> None:
    """Nobody can sit beyond a quota that left seats: then what is left tells what was used."""
    facts = Facts(network, material(used), AS_OF)
    hidden = decide(quota_world(facts), K).hidden
    use = facts.quota_use()[OFFICE]

    told = f"quota-released/{OFFICE}"
    if f"quota-within/{OFFICE}" in hidden and told not in hidden and use.agreed >= K:
        assert len(worked_out(use, [kept for _, kept in used])) > 1


def test_without_the_relation_one_could(network: Network) -> None:
    """Two of six seats were used: that four were left tells it."""
    world = part_of(quota_world(Facts(network, material([(2, 6)]), AS_OF)), "quota")
    naive = decide(World(world.cells), K)

    assert leaks(world, naive)
    assert not leaks(world, decide(world, K))
