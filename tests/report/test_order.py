"""In which order rows stand: by what is shown, so that no hidden number's place tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.disclosure.cells import Mode
from domain.disclosure.values import Shown
from domain.exchange import ContactFormat, Counted, Series, institutions, pair
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Network
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Item, Label, Report
from domain.vocabulary import EventFormat, EventStatus, Topic
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build
from tests.report.test_quotas import OFFICE, OTHER, material
from tests.story_years import StoryYear
from texts.catalogue import Texts
from texts.documents.report_pages import Wishes, compose

VOCABULARY: dict[str, list[str]] = {
    "C6": list(Topic),
    "K4": list(Topic),
    "K5": list(ContactFormat),
    "G1": list(Topic),
}
DAY = date(YEAR, 5, 4)


def rows(report: Report, code: str) -> list[tuple[str, Shown]]:
    """Return the names of a table's rows with their first numbers."""
    found = []
    for row in report.tables()[code].rows:
        assert isinstance(row[0], Label)
        assert isinstance(row[1], Shown)
        found.append((row[0].slug, row[1]))
    return found


def in_order(report: Report, code: str) -> list[str]:
    """Check a table's order; return the hidden rows."""
    found, vocabulary = rows(report, code), VOCABULARY[code]
    shown = [(-n.number, vocabulary.index(slug)) for slug, n in found if n.number is not None]
    hidden = [slug for slug, n in found if n.number is None]

    assert shown == sorted(shown)
    assert [slug for slug, _ in found[len(shown) :]] == hidden
    assert hidden == sorted(hidden, key=vocabulary.index)
    return hidden


def test_the_largest_shown_number_stands_first(story: StoryYear) -> None:
    for code in VOCABULARY:
        in_order(story.report, code)
        rounded, _ = build(story.network, story.material, Order(AS_OF, Mode.ROUND5))
        in_order(rounded, code)


def test_hidden_numbers_stand_as_in_the_vocabulary(network: Network) -> None:
    counts = {Topic.OTHER: 3, Topic.BASICS: 2, Topic.TRAUMA: 4, Topic.SCHOOL: 9, Topic.NEGLECT: 1}
    key = pair(*institutions(network)[:2])
    formats = dict.fromkeys((ContactFormat.EVENT, ContactFormat.PHONE), 2)
    formats |= {ContactFormat.VIDEO: 15}
    series: dict[Series, dict[str, int]] = {
        Series.TOPIC: {t.value: n for t, n in counts.items()},
        Series.FORMAT: {f.value: n for f, n in formats.items()},
        Series.LENGTH: {"short": 19},
        Series.PAIR: {key: 19},
    }
    counted = [Counted(DAY, s, slug, n) for s, each in series.items() for slug, n in each.items()]
    needs = [Entry(DAY, LedgerKind.NEED, n, detail=topic.value) for topic, n in counts.items()]
    report, _ = build(network, Material(YEAR, needs, counters=counted), Order(AS_OF))

    assert len(in_order(report, "K4")) > 2
    assert len(in_order(report, "K5")) > 1
    assert len(in_order(report, "G1")) > 2


def test_offices_with_quotas_stand_as_in_all_tables(network: Network) -> None:
    made = material([(6, 6)])
    quotas = {1: {OTHER: 9, OFFICE: 6, "rkn-kreis": 5}}
    report, _ = build(network, replace(made, quotas=quotas), Order(AS_OF))
    order = [office.slug for office in network.offices if office.slug in quotas[1]]

    assert [slug for slug, _ in rows(report, "C14")] == order
    assert order != sorted(order)


def conferences(network: Network, n: int) -> Report:
    """Return a year with so many coordination conferences."""
    kind = EventFormat.COORDINATION_CONFERENCE
    held = [training(number, format=kind, day=date(YEAR, 1, 2 + number)) for number in range(n)]
    entries = [e for of in held for e in closed(of, {"rkn-neuss": 9}, {"youth-office": 9})]
    return build(network, Material(YEAR, entries, held), Order(AS_OF))[0]


def test_no_column_of_shares_stands_where_no_office_can_have_one(network: Network) -> None:
    for n, columns in ((9, 3), (10, 4)):
        table = conferences(network, n).tables()["B2"]

        assert len(table.columns) == columns
        assert {len(row) for row in table.rows} == {columns}


def test_an_event_that_moved_twice_is_one_event(network: Network) -> None:
    moved, once = training(1, status=EventStatus.POSTPONED), training(2)
    entries = [Entry(DAY, LedgerKind.EVENT_POSTPONED, 1, training_id=n) for n in (1, 1, 2)]
    entries += [Entry(DAY, LedgerKind.EVENT_POSTPONED, 3)]  # from before Netzbote
    material = Material(YEAR, entries, [moved, once, training(3)])
    report, _ = build(network, material, Order(AS_OF))

    assert report.figures()["X5"].value.plain == 2 + 3


def cells(story: StoryYear, code: str) -> list[list[str]]:
    """Return how a table of the story reads."""
    pages = compose(Texts(), story.network, story.report, Wishes(charts=False))
    (grid,) = [grid for grid in pages.grids() if grid.code == code]
    return [[cell.text for cell in row] for row in grid.rows]


def test_an_office_with_itself_is_no_zero_and_a_sector_with_itself_is_one(story: StoryYear) -> None:
    matrix = cells(story, "K2")
    diagonal = [row[1 + place] for place, row in enumerate(matrix)]
    offices = len(story.network.offices)

    assert diagonal[:offices] == ["x"] * offices
    assert "x" not in diagonal[offices:]
    assert "; x Eintrag nicht möglich" in Texts().plain("report-method-signs")


def test_the_county_is_not_taken_for_its_youth_office(story: StoryYear) -> None:
    (office,) = [o for o in story.network.offices if o.short_label == story.network.county]
    names = {row[0].partition(" ")[2] for row in cells(story, "K2")}

    assert office.label in names
    assert story.network.county not in names
    assert {row[0] for row in cells(story, "K3")} & names


def test_each_pair_without_exchange_stands_once_and_where_the_matrix_has_it(
    story: StoryYear,
) -> None:
    def slugs(item: Item) -> list[str]:
        assert isinstance(item, Label)
        return item.slug.split()

    tables = story.report.tables()
    missed = [
        (slugs(one)[0], other) for one, others in tables["K3"].rows for other in slugs(others)
    ]
    order = [slugs(row[0])[0] for row in tables["K2"].rows]

    assert missed
    assert len({frozenset(both) for both in missed}) == len(missed)
    assert "sector:other" not in {party for both in missed for party in both}
    known = [both for both in missed if set(both) <= set(order)]
    assert known
    assert all(order.index(one) < order.index(other) for one, other in known)
