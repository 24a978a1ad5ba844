"""C14 and O5: what became of the seats kept for an office, and nobody small can be worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.disclosure.cells import World
from domain.disclosure.protect import decide
from domain.disclosure.values import Shown
from domain.ledger import Entry, block_entries, quota_entries
from domain.network import Network
from domain.report.build import Order, build
from domain.report.cells import world_of
from domain.report.facts import Facts, Material, QuotaUse
from domain.report.structure import Label
from domain.training import Training
from tests.disclosure.test_protect import leaks
from tests.report.builders import AS_OF, YEAR, closed, training
from texts.catalogue import Texts
from texts.documents.report_pages import Grid, Paragraph, Wishes, compose

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

    assert facts.quota_use() == {OFFICE: QuotaUse(12, 12, 5, 3, 4)}


def test_a_share_of_a_quota_may_be_over_1_and_the_report_says_why(network: Network) -> None:
    report, _ = build(network, material([(9, 4), (12, 10), (5, 6)]), Order(AS_OF))
    pages = compose(Texts(), network, report, Wishes(charts=False))
    elements = list(pages.elements)
    (at,) = (n for n, e in enumerate(elements) if isinstance(e, Grid) and e.code == "C14")
    grid, note = elements[at], elements[at + 2]

    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0][1:]] == ["26", "20", "130,0\u00a0%", "1"]
    assert isinstance(note, Paragraph)
    assert "auch Plätze über das Kontingent hinaus" in note.text
    assert "Deshalb kann ein Anteil über 100 % liegen." in note.text


def test_without_quotas_nothing_is_explained(network: Network) -> None:
    course = training(1)
    rows = closed(course, {OFFICE: 31}, {"school": 31})
    report, _ = build(network, Material(YEAR, rows, [course]), Order(AS_OF))
    pages = compose(Texts(), network, report, Wishes(charts=False))

    assert not [e for e in pages.elements if isinstance(e, Paragraph) and "100 %" in e.text]


def test_block_seats_use_the_quota_of_their_office(network: Network) -> None:
    facts = Facts(network, material([(5, 4)], booked=2), AS_OF)

    assert facts.quota_use()[OFFICE].used == 5
    assert facts.courses[0].registered == 12 + 5


def test_a_quota_used_by_less_than_half_is_a_hint(network: Network) -> None:
    for used, found in (([(2, 6), (3, 6)], True), ([(4, 6), (5, 6)], False), ([(5, 12)], False)):
        limits = replace(network.report.thresholds, enough_events=1)
        wanted = replace(network, report=replace(network.report, thresholds=limits))
        report, _ = build(wanted, material(used), Order(AS_OF))

        assert ("O5" in [hint.code for hint in report.hints]) is found
        (row,) = report.tables()["C14"].rows
        assert isinstance(row[0], Label)
        assert row[0].slug == OFFICE
        assert isinstance(row[2], Shown)
        assert row[2].plain == sum(kept for _, kept in used)


def quota_world(facts: Facts) -> World:
    """Return the part of the report's numbers that tells of quotas."""
    whole = world_of(facts)
    cells = {n: c for n, c in whole.cells.items() if n.startswith("quota") and n != "quota-others"}
    relations = [r for r in whole.relations if all(name in cells for _, name in r.terms)]
    return World(cells, tuple(relations))


@given(uses)
@settings(max_examples=60, deadline=None)
def test_no_small_number_of_a_quota_can_be_worked_out(
    network: Network, used: list[tuple[int, int]]
) -> None:
    world = quota_world(Facts(network, material(used), AS_OF))

    assert not leaks(world, decide(world, K))


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
    if f"quota/{OFFICE}" in hidden and told not in hidden and use.agreed >= K:
        assert len(worked_out(use, [kept for _, kept in used])) > 1


def test_without_the_relation_one_could(network: Network) -> None:
    """Two of six seats were used: that four were left tells it."""
    world = quota_world(Facts(network, material([(2, 6)]), AS_OF))
    naive = decide(World(world.cells), K)

    assert leaks(world, naive)
    assert not leaks(world, decide(world, K))
