"""The chapter of potentials opens with what became of last year's hints and measures."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from domain.disclosure.cells import Publication, SaidHint
from domain.measures import AboutKind, Measure, MeasureState
from domain.network import Network
from domain.register import Tally
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Label, Report, Table
from domain.vocabulary import Topic
from storage.report.years import publication_json, publication_of
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build
from texts.catalogue import Texts
from texts.documents.report_csv import table_csv
from texts.documents.report_elements import Grid, Heading, Listing, Paragraph, glance_of
from texts.documents.report_pages import compose

LATER = date(YEAR + 2, 1, 15)


def waits(year: int, waiting: int, topic: Topic = Topic.TRAUMA, came: int = 40) -> Material:
    """Return six trainings on a topic, for the first of which so many were on the waiting list."""
    held = [training(n, day=date(year, n, 5), topic=topic, seats=None) for n in range(1, 7)]
    offices, sectors = {"rkn-neuss": came}, {"youth-office": came}
    tallies = {Tally.CONFIRMED: came}
    first = {**tallies, Tally.WAITLISTED: waiting} if waiting else tallies
    rows = closed(held[0], offices, sectors, tallies=first)
    for each in held[1:]:
        rows += closed(each, offices, sectors, tallies=tallies)
    return Material(year, rows, held)


def kept(said: Publication) -> Publication:
    """Return a version as it comes back out of the database."""
    return publication_of(json.loads(json.dumps(publication_json(said))))


def out(network: Network, material: Material) -> Publication:
    """Return what is remembered of the report of a year that was handed out."""
    return kept(build(network, material, Order(AS_OF))[1])


def next_year(
    network: Network, before: Material, now: Material, *versions: Publication, **more: object
) -> Report:
    """Return the report of the year after, with what was handed out of the one before."""
    order = Order(LATER, before={before.year: versions}, **more)  # type: ignore[arg-type]  # as told
    return build(network, now, order, [before])[0]


def became(network: Network, report: Report, code: str = "H1") -> dict[str, tuple[str, ...]]:
    """Return the rows of a table as people read them, by their first column."""
    pages = compose(Texts(), network, report)
    grids = [each for each in pages.elements if isinstance(each, Grid) and each.code == code]
    return {
        row[0].text: tuple(cell.text for cell in row[1:]) for each in grids for row in each.rows
    }


TRAUMA = "Lange Warteliste: Traumatisierung und ihre Folgen"


@pytest.mark.parametrize(
    ("then", "now", "result"),
    [
        (120, 160, "größer"),
        (160, 120, "kleiner"),
        (120, 120, "etwa gleich"),
        (120, 30, "entfallen"),
    ],
)
def test_a_hint_is_compared_with_the_one_that_was_printed(
    network: Network, then: int, now: int, result: str
) -> None:
    before = waits(YEAR, then)
    report = next_year(network, before, waits(YEAR + 1, now), out(network, before))

    assert became(network, report)[TRAUMA][-1] == result


def test_the_value_of_last_year_is_the_printed_one(network: Network) -> None:
    before = waits(YEAR, 120)
    printed = out(network, before)
    corrected = waits(YEAR, 200)  # after it was handed out
    report = next_year(network, corrected, waits(YEAR + 1, 120), printed)

    assert became(network, report)[TRAUMA] == ("33,3 %", "33,3 %", "etwa gleich")


def test_where_this_year_is_hidden_nothing_is_said(network: Network) -> None:
    """Two on the waiting list are hidden, so that it is silent tells nothing."""
    before = waits(YEAR, 120)
    report = next_year(network, before, waits(YEAR + 1, 2), out(network, before))

    assert became(network, report)[TRAUMA] == ("33,3 %", "kein Hinweis", "nicht ausgewiesen")


def test_where_last_year_was_not_told_in_full_nothing_is_compared(network: Network) -> None:
    said = SaidHint("o1", "topic", "trauma", None, "rate")
    before = waits(YEAR, 120)
    version = replace(out(network, before), hints=(said,))
    report = next_year(network, before, waits(YEAR + 1, 120), version)

    assert became(network, report)[TRAUMA] == ("·", "33,3 %", "nicht ausgewiesen")


def test_a_year_with_too_little_says_nothing_of_hints_that_are_gone(network: Network) -> None:
    before = waits(YEAR, 120)
    held = training(1, day=date(YEAR + 1, 3, 5), topic=Topic.TRAUMA, seats=None)
    little = Material(YEAR + 1, closed(held, {"rkn-neuss": 9}, {"youth-office": 9}), [held])
    report = next_year(network, before, little, out(network, before))

    assert {row[-1] for row in became(network, report).values()} == {"nicht ausgewiesen"}


def test_without_a_version_that_noted_hints_there_is_no_table(network: Network) -> None:
    before = waits(YEAR, 120)
    unnoted = replace(out(network, before), hints=None)

    for versions in ((), (unnoted,)):
        assert next_year(network, before, waits(YEAR + 1, 120), *versions).before == ()


def test_an_excerpt_that_follows_hides_no_hints(network: Network) -> None:
    before = waits(YEAR, 120)
    version = out(network, before)
    excerpt = replace(version, hints=None)
    report = next_year(network, before, waits(YEAR + 1, 120), version, excerpt)

    assert TRAUMA in became(network, report)


def test_hints_come_back_as_they_were_kept(network: Network) -> None:
    _, said = build(network, waits(YEAR, 120), Order(AS_OF))

    assert said.hints
    assert kept(said).hints == said.hints
    assert SaidHint("o1", "topic", "trauma", Fraction(1, 3), "rate") in said.hints
    assert said.adds_to([replace(said, hints=None)])
    assert not said.adds_to([said])


def ends(of: Table) -> list[str]:
    """Return the last labels of a table's rows."""
    return [row[-1].slug for row in of.rows if isinstance(row[-1], Label)]


def measure(number: int, year: int, *states: tuple[date, MeasureState]) -> Measure:
    day = date(year, 11, 3)
    about = AboutKind.TOPIC, "trauma"
    return Measure(number, year, day, "o1", "second-date", *about, None, year + 1, 2, states)


def test_measures_of_earlier_years_are_told_with_what_became_of_them(network: Network) -> None:
    done = measure(1, YEAR, (date(YEAR + 1, 5, 4), MeasureState.DONE))
    old = measure(2, YEAR - 1, (date(YEAR + 1, 5, 4), MeasureState.DROPPED))
    over = measure(3, YEAR - 1, (date(YEAR, 5, 4), MeasureState.DONE))
    new = measure(4, YEAR + 1)
    found = (done, old, over, new)
    report = next_year(network, waits(YEAR, 9), waits(YEAR + 1, 9), measures=found)
    before, now = (table for table in (*report.before, *report.measures))

    assert ends(before) == ["done", "dropped"]
    assert ends(now) == ["planned"]
    assert became(network, report, "M2") == {
        "Zweittermin oder größere Gruppe: Traumatisierung und ihre Folgen": (
            "Lange Warteliste", "Das ganze Netzwerk", f"2. Quartal {YEAR + 2}", "Geplant",
        )
    }  # fmt: skip


def test_a_sealed_year_tells_the_states_of_the_day_of_its_seal(network: Network) -> None:
    later = measure(1, YEAR, (date(YEAR + 2, 6, 4), MeasureState.DONE))
    of = {"measures": (later,), "until": date(YEAR + 2, 2, 1)}
    report = next_year(network, waits(YEAR, 9), waits(YEAR + 1, 9), **of)

    assert ends(report.before[0]) == ["planned"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_chapter_opens_with_it_and_the_tables_are_in_the_csv(
    network: Network, language: str
) -> None:
    before = waits(YEAR, 120)
    found = (measure(1, YEAR), measure(2, YEAR + 1))
    report = next_year(network, before, waits(YEAR + 1, 9), out(network, before), measures=found)
    texts = Texts(language)
    pages = compose(texts, network, report)
    heads = [each.text for each in pages.elements if isinstance(each, Heading)]
    at = heads.index(texts.plain("report-chapter-hints"))
    ends = ("before", "calculated", "measures", "assessed")

    assert heads[at + 1 : at + 5] == [texts.plain(f"report-section-{end}") for end in ends]

    lines = table_csv(texts, pages).decode().splitlines()

    assert {"H1", "M1", "M2"} <= {line.split(";")[2] for line in lines}


def test_page_one_says_which_measures_there_are_and_how_many_more(network: Network) -> None:
    found = tuple(measure(number, YEAR + 1) for number in range(1, 7))
    report = next_year(network, waits(YEAR, 9), waits(YEAR + 1, 9), measures=found)
    told = list(glance_of(compose(Texts(), network, report)))
    at = told.index(Paragraph("Maßnahmen zu diesem Bericht:"))
    listed = told[at + 1]

    assert isinstance(listed, Listing)
    assert listed.items[0] == (
        "Zweittermin oder größere Gruppe: Traumatisierung und ihre Folgen "
        f"(Das ganze Netzwerk, bis 2. Quartal {YEAR + 2}): Geplant"
    )
    assert len(listed.items) == 5
    assert listed.items[-1].startswith("2 weitere Maßnahmen")


def test_how_hints_are_compared_is_said_only_where_some_are(network: Network) -> None:
    earlier = (measure(1, YEAR),)
    without = next_year(network, waits(YEAR, 9), waits(YEAR + 1, 9), measures=earlier)
    said = [e.text for e in compose(Texts(), network, without).elements if isinstance(e, Paragraph)]

    assert [table.code for table in without.before] == ["M1"]
    assert not [text for text in said if "wie der Bericht" in text]
