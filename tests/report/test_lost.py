"""Which small numbers are known too well is told to whoever makes a report, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.commands.yearly import too_well_known
from domain.disclosure.cells import KnownTooWell, Range
from domain.network import Network
from domain.report.cells import world_of
from domain.report.naming import ELSEWHERE, place_of
from domain.report.order import Order, TooNarrow
from domain.report.structure import Label, Report
from domain.report_order import Wanted
from tests.report.making import build
from tests.report.small_years import year_of
from tests.report.test_kept_worlds import course, year
from tests.story_years import AS_OF, LAST, StoryYear
from texts import report_made
from texts.catalogue import Texts

FIRST = date(2027, 2, 3)
TITLE = 'Gespräche <führen> & "verstehen" 1'
FEW, MORE = {(0, "school"): 3}, {(0, "school"): 30, (1, "police"): 12}


def after_a_leak(network: Network) -> Report:
    """Return the report of a year of which an old version printed a small number as it is."""
    of = year(network, course(FEW), course(MORE), course(MORE))
    _, out = build(network, of.material, Order(AS_OF))
    told = replace(out, said={**out.said, "event/1": Range(3, 3)}, made_on=FIRST)
    report, _ = build(network, of.material, Order(AS_OF, published=(told,)))
    return report


def test_a_number_that_an_old_version_told_is_named_with_its_day(network: Network) -> None:
    found = {(place.code, place.row, place.since) for place in after_a_leak(network).lost}

    assert ("X1", Label("title", TITLE), FIRST) in found


def test_nothing_is_lost_where_nothing_was_told(network: Network) -> None:
    of = year(network, course(FEW), course(MORE), course(MORE))
    report, out = build(network, of.material, Order(AS_OF))
    again, _ = build(network, of.material, Order(AS_OF, published=(out,)))

    assert report.lost == again.lost == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "„Veranstaltungen des Jahres“, Gespräche &lt;führen&gt;"),
        ("en", "“Events of the year”, Gespräche &lt;führen&gt;"),
    ],
)
def test_who_coordinates_reads_it_and_nobody_else(
    network: Network, language: str, said: str
) -> None:
    texts, lost = Texts().in_language(language), after_a_leak(network).lost
    cards = {
        coordinates: report_made.made(
            texts, network, Wanted(LAST), report_made.Result(coordinates=coordinates, lost=lost)
        ).text
        for coordinates in (True, False)
    }

    assert said in cards[True]
    assert "2027" in cards[True]
    assert said not in cards[False]


def test_the_command_line_says_so_too(network: Network) -> None:
    since = "known too well since the version of 2027-02-03; do not pass that one on"

    assert f"{since}: “Events of the year”, {TITLE}" in too_well_known(
        network, after_a_leak(network)
    )


def refused(network: Network) -> TooNarrow:
    """Return why a version is refused: nothing is left that hides a correction of two people."""
    came, now = ({(1, "police"): n, (1, "health"): 2} for n in (3, 1))
    facts = {"seats": 12, "absent": 2, "late": 2, "early": 1, "waited": 1, "month": 7}
    first, second = (year(network, course(each, **facts)) for each in (came, now))
    _, out = build(network, first.material, Order(AS_OF))
    order = Order(AS_OF, published=(replace(out, made_on=FIRST),))
    with pytest.raises(TooNarrow) as why:
        build(network, second.material, order)
    return why.value


def test_a_refusal_names_the_number_the_version_and_what_to_do(network: Network) -> None:
    why, texts = refused(network), Texts()
    card = report_made.refused(texts, network, Wanted(LAST), why, coordinates=True).text
    others = report_made.refused(texts, network, Wanted(LAST), why, coordinates=False).text

    assert why.place.row == Label("sector", "police")
    assert "Neben der Fassung vom 3.\u00a0Februar 2027" in card.replace("3. F", "3.\u00a0F")
    assert "Bitte verwenden Sie diese Fassung weiter." in card
    assert "„Teilnahmen an Fortbildungen nach Handlungsfeld“, Polizei" in card
    assert "Ohne diese Berichtigung" in card
    assert "Polizei" not in others


def test_every_number_that_is_protected_has_a_place(story: StoryYear, network: Network) -> None:
    small = year_of(network, {"courses": [course(FEW, seats=9)], "needs": [], "advice": []})
    for facts in (story.facts(), small.facts()):
        world = world_of(facts)
        for name in world.told([aside.name for aside in world.asides]).cells:
            assert place_of(KnownTooWell(name), facts).code != ELSEWHERE, name
    assert place_of(KnownTooWell("gone/by"), small.facts()).code == ELSEWHERE
