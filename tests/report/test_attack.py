"""Finished reports under attack: everything that is handed out in two years, taken together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import Any, NamedTuple

import pytest
from hypothesis import given

from bot.report_solver import HighsSolver
from domain.disclosure.cells import Mode, OtherMode, Publication
from domain.network import Network
from domain.report.build import build as ask
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Report
from domain.vocabulary import EventFormat, Topic
from tests.disclosure.course import read_course
from tests.disclosure.reader import Reader
from tests.disclosure.solver import spread
from tests.report.builders import closed, training
from tests.report.making import build, build_quarters
from tests.report.recount import Recount
from tests.report.small_years import report_of, worlds, year_of, years
from tests.story_years import AS_OF, LAST, StoryYear, once
from tests.tried import Tried


@dataclass(frozen=True)
class HandedOut:
    """All versions of the last year, those of the year before, and one office's own."""

    last: tuple[Report, ...]
    before: tuple[Report, ...]
    own: Report
    office: str


class Spread(NamedTuple):
    """How far a number varies, and how far it must."""

    found: float
    need: int


def hand_out(story: StoryYear) -> HandedOut:
    """Publish both years twice, each knowing what is out already."""
    network, old, new = story.network, story.before[-1], story.material
    first, out = build(network, old, Order(AS_OF))
    publications: dict[int, tuple[Publication, ...]] = {old.year: (out,), new.year: ()}

    def publish(year: int) -> Report:
        material, earlier = (new, [old]) if year == new.year else (old, [])
        order = Order(AS_OF, published=publications[year], before=publications)
        report, said = build(network, material, order, earlier)
        for of, part in {**said.of_years, year: said}.items():
            publications[of] = (*publications[of], part)
        return report

    last = [publish(new.year), publish(new.year)]
    before = [first, publish(old.year)]
    order = Order(AS_OF, published=publications[new.year], before=publications)
    last += build_quarters(network, new, order)
    office = network.offices[1].slug
    own, _ = build(network, new, replace(order, office=office), [old])
    return HandedOut(tuple(last), tuple(before), own, office)


@pytest.fixture(scope="module")
def handed_out(story: StoryYear) -> HandedOut:
    return once(f"handed-out-{story.network.slug}", lambda _: hand_out(story))


def spreads(reader: Reader, needs: dict[str, int] | None = None) -> dict[str, Spread]:
    """Return how far each guarded number varies, and how far it must.

    What is left of a sum when all that is known of it is taken off counts as a number, too.
    """
    wanted = dict(reader.needs() if needs is None else needs)
    bounds, lines = dict(reader.bounds), list(reader.lines)
    for name, need, line in reader.rests():
        wanted[name], bounds[name] = need, (0, inf)
        lines.append(line)
    found = spread(bounds, lines, wanted)
    return {name: Spread(found[name], need) for name, need in wanted.items()}


def leaks(reader: Reader, needs: dict[str, int] | None = None) -> dict[str, float]:
    """Return the numbers that vary less than they must, by how much they do."""
    found = spreads(reader, needs).items()
    return {name: each.found for name, each in found if each.found < each.need}


@pytest.mark.wide
def test_nothing_hidden_can_be_worked_out_from_one_version(
    story: StoryYear, handed_out: HandedOut
) -> None:
    reader = Reader(Recount(story))
    reader.read(handed_out.last[0])
    for quarter in handed_out.last[2:]:
        reader.read(quarter, handed_out.last[2:])

    assert len(reader.secret) > 20
    assert leaks(reader) == {}


@pytest.mark.wide
def test_nothing_hidden_can_be_worked_out_from_all_versions(
    story: StoryYear, handed_out: HandedOut
) -> None:
    reader = Reader(Recount(story))
    for report in handed_out.last:
        reader.read(report)

    assert leaks(reader) == {}


@pytest.mark.wide
def test_the_year_before_stays_as_closed_as_it_was(story: StoryYear, handed_out: HandedOut) -> None:
    year = story.earlier()
    reader = Reader(Recount(year))
    for report in handed_out.before:
        reader.read(report)
    shown = {
        f.code: dict(f.earlier)[year.year]
        for f in handed_out.last[0].figures().values()
        if f.earlier
    }
    for code, name in (("A3", "came"), ("A5", "hours")):
        if shown[code].open:
            reader.knows(name)

            assert shown[code].plain == reader.true[name]
    for report in handed_out.last[:2]:
        read_course(report, year.year, reader)
    assert leaks(reader) == {}


@pytest.mark.wide
def test_an_office_learns_nothing_of_others(story: StoryYear, handed_out: HandedOut) -> None:
    reader = Reader(Recount(story))
    reader.read(handed_out.last[0])
    own = {name for name in reader.true if handed_out.office in name}
    opened = {row[0].slug: row[1] for row in handed_out.own.tables()["C4"].rows}  # type: ignore[union-attr]  # labels
    for name in own:
        reader.knows(name)

    assert own
    assert opened[handed_out.office].plain == reader.true[f"office/{handed_out.office}"]  # type: ignore[union-attr]  # a number
    needs = {name: need for name, need in reader.needs().items() if name not in own}
    assert leaks(reader, needs) == {}


def test_hiding_only_the_small_ones_is_found_out(network: Network) -> None:
    came = {(0, "school"): 20, (1, "school"): 3, (2, "school"): 9}
    course = {"format": EventFormat.SEMINAR, "topic": Topic.BASICS, "units": 4, "seats": None}
    nobody = dict.fromkeys(("absent", "late", "early", "waited", "promoted"), 0)
    drawn = {"courses": [{**course, **nobody, "month": 5, "came": came}], "needs": [], "advice": []}
    year = year_of(network, drawn)
    reader = Reader(Recount(year))
    reader.read(report_of(year))
    alone = f"office/{network.offices[1].slug}"

    assert alone in reader.secret
    assert leaks(reader) == {}
    for name in reader.secret:
        if reader.true[name] >= 5 or reader.true[name] == 0:
            reader.knows(name)

    assert alone in leaks(reader)


def test_two_small_sectors_beside_a_large_one_are_not_hidden_with_a_zero(network: Network) -> None:
    day = training(1, day=date(LAST, 5, 4), seats=None)
    sectors = {"school": 17_997, "police": 3}
    office = network.offices[0].slug
    entries = closed(day, {office: 18_000}, sectors, registered=18_000)
    report, _ = build(network, Material(LAST, entries, [day]), Order(AS_OF))
    table = report.tables()["C5"]
    shown = {row[0].slug: row[1] for row in table.rows}  # type: ignore[union-attr]  # labels
    hidden = [slug for slug, item in shown.items() if not item.open]  # type: ignore[union-attr]  # numbers

    assert sum(sectors.get(slug, 0) for slug in hidden) >= 5


def test_a_small_event_costs_another_of_its_topic_in_the_annex_and_no_topic(
    network: Network,
) -> None:
    came = {1: (Topic.BASICS, 3), 2: (Topic.BASICS, 30), 3: (Topic.SCHOOL, 12)}
    days = [training(n, day=date(LAST, 5, n), topic=topic) for n, (topic, _) in came.items()]
    office = network.offices[0].slug
    entries = [e for day in days for e in closed(day, *_everybody(office, came[day.id][1]))]
    report, _ = build(network, Material(LAST, entries, days), Order(AS_OF))
    topics = {row[0].slug: row[1] for row in report.tables()["C6"].rows}  # type: ignore[union-attr]  # labels
    events = [row[-1].open for row in report.tables()["X1"].rows]  # type: ignore[union-attr]  # numbers

    assert {slug: item.plain for slug, item in topics.items()} == {"basics": 33, "school": 12}  # type: ignore[union-attr]  # numbers
    assert events == [False, False, True]


def _everybody(office: str, n: int) -> tuple[dict[str, int], dict[str, int]]:
    return {office: n}, {"school": n}


@pytest.mark.wide
def test_no_chapter_pays_for_a_small_event_of_the_annex(handed_out: HandedOut) -> None:
    rows = handed_out.last[0].tables()["C6"].rows

    assert [row[0] for row in rows if not row[1].open] == []  # type: ignore[union-attr]  # numbers


@pytest.mark.long
@given(years)
@worlds(30, 600)
def test_small_years_keep_their_small_numbers(
    network: Network, tried: Tried, drawn: dict[str, Any]
) -> None:
    year = year_of(network, drawn)
    first, out = build(network, year.material, Order(AS_OF))
    reader = Reader(Recount(year))
    reader.read(first)
    quarters = build_quarters(network, year.material, Order(AS_OF))
    for quarter in quarters:
        reader.read(quarter, quarters)
    count(tried, first, reader)

    assert leaks(reader) == {}
    second, again = build(network, year.material, Order(AS_OF, published=(out,)))
    reader.read(second)

    assert leaks(reader) == {}
    assert again == out
    with pytest.raises(OtherMode):
        build(network, year.material, Order(AS_OF, Mode.ROUND5, published=(out,)))


@given(years)
@worlds(40, 1000)
def test_small_years_keep_their_small_numbers_rounded(
    network: Network, tried: Tried, drawn: dict[str, Any]
) -> None:
    year = year_of(network, drawn)
    report, out = build(network, year.material, Order(AS_OF, Mode.ROUND5))
    reader = Reader(Recount(year))
    reader.read(report)
    count(tried, report, reader)

    assert leaks(reader) == {}
    with pytest.raises(OtherMode):
        build(network, year.material, Order(AS_OF, published=(out,)))


def count(tried: Tried, report: Report, reader: Reader) -> None:
    """Note a world that was handed out once."""
    tried.worlds += 1
    tried.version(report.hidden)
    found = spreads(reader).items()
    tried.spread(report.mode, {n: each.found for n, each in found if each.need == reader.small})


def test_no_question_of_a_played_year_was_too_hard(story: StoryYear) -> None:
    solver = HighsSolver()
    ask(story.network, story.material, Order(AS_OF), solver, story.before)

    assert solver.limited == 0
