"""Hints of small years: what a rule says when, and when it must be silent."""

from __future__ import annotations

from datetime import date

import pytest

from domain.exchange import Counted, Series, institutions, pair
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Network
from domain.report.material import Ahead, Material
from domain.report.order import Order
from domain.report.structure import Hint, Label
from domain.training import Training
from domain.vocabulary import EventStatus, Sector, Topic
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build, summary_of
from texts.catalogue import Texts
from texts.documents.report_words import ReportWords, hint_words

DAY = date(YEAR, 5, 4)


def hints(network: Network, material: Material, code: str, *ahead: Ahead) -> list[Hint]:
    """Return the hints of a rule."""
    report, _ = build(network, material, Order(AS_OF, ahead=ahead))
    return [hint for hint in report.hints if hint.code == code]


def inputs(hint: Hint) -> dict[str, int | float | None]:
    return {
        name.slug if isinstance(name, Label) else name: shown.plain for name, shown in hint.inputs
    }


def of_sectors(came: dict[str, int]) -> Material:
    """Return six trainings to which these came, all to the first."""
    held: list[Training] = [training(n, day=date(YEAR, n, 5)) for n in range(1, 7)]
    rows = closed(held[0], {"rkn-neuss": sum(came.values())}, came)
    for each in held[1:]:
        rows += closed(each, {"rkn-neuss": 20}, {"youth-office": 20})
    return Material(YEAR, rows, held)


def test_all_sectors_that_hardly_come_are_one_hint_with_their_numbers(network: Network) -> None:
    everyone = {s.value: 20 for s in network.sectors}
    material = of_sectors(everyone | {"police": 6, "justice": 5, "other": 7, "health": 0})
    (hint,) = hints(network, material, "O4")
    said = hint_words(ReportWords(Texts(), network), hint)

    assert inputs(hint) == {"police": 6, "justice": 5, "health": 0, "all": 278, "offered": 2}
    assert "Polizei: 6" in said.inputs
    assert "geheim" not in said.suggestion
    assert Sector.OTHER not in inputs(hint)


def test_that_further_sectors_may_be_concerned_is_said_where_numbers_are_hidden(
    network: Network,
) -> None:
    everyone = {s.value: 20 for s in network.sectors}
    material = of_sectors(everyone | {"police": 6, "justice": 3, "school": 2})
    (hint,) = hints(network, material, "O4")
    said = hint_words(ReportWords(Texts(), network), hint)

    assert "justice" not in inputs(hint)
    assert "Weitere Handlungsfelder können betroffen sein" in said.suggestion


@pytest.mark.parametrize(("left", "held"), [(6, 0), (4, 1), (4, 0), (3, 1)])
def test_events_that_nobody_closed_are_enough_for_their_own_hint(
    network: Network, left: int, held: int
) -> None:
    open_ = [training(n, status=EventStatus.PUBLISHED) for n in range(1, left + 1)]
    done = [training(n) for n in range(left + 1, left + held + 1)]
    rows = [e for of in done for e in closed(of, {"rkn-neuss": 9}, {"school": 9})]
    report, _ = build(network, Material(YEAR, rows, [*open_, *done]), Order(AS_OF))

    said = ["O11"] if left + held >= 5 else []
    assert [hint.code for hint in report.hints] == said
    if said:
        assert inputs(report.hints[0])["unclosed"] == left


def test_a_need_whose_offer_is_planned_says_so_and_weighs_half(network: Network) -> None:
    needs = {Topic.TRAUMA: 12, Topic.SCHOOL: 9}
    rows = [Entry(DAY, LedgerKind.NEED, n, detail=topic.value) for topic, n in needs.items()]
    material = of_sectors({"school": 20})
    material = Material(YEAR, [*material.entries, *rows], material.trainings)
    before = {h.subject: h for h in hints(network, material, "O3")}
    ahead = Ahead(date(YEAR + 1, 2, 2), "Trauma verstehen", Topic.TRAUMA)
    after = {h.subject: h for h in hints(network, material, "O3", ahead)}
    trauma, school = Label("topic", "trauma"), Label("topic", "school")
    said = hint_words(ReportWords(Texts(), network), after[trauma])

    assert after[school] == before[school]
    assert after[trauma].weight == before[trauma].weight / 2
    assert inputs(after[trauma]) == inputs(before[trauma]) | {"planned": 1}
    assert said.suggestion == "Angebot ist für das Folgejahr geplant."
    summary = summary_of(network, material, Order(AS_OF, ahead=(ahead,)))
    assert {h.subject: h for h in summary.hints if h.code == "O3"} == after


def test_pairs_without_exchange_are_counted_and_silent_sectors_named_in_one_hint_each(
    network: Network,
) -> None:
    *everyone, _others = institutions(network)
    loud, first, second = everyone[0], everyone[1], everyone[-1]
    met = [Counted(DAY, Series.PAIR, pair(loud, other), 9) for other in everyone[1:-2]]
    met += [Counted(DAY, Series.PAIR, pair(second, second), 9)]
    base = of_sectors({"school": 20})
    found = hints(network, Material(YEAR, base.entries, base.trainings, met), "O12")
    about = {h.subject.slug: inputs(h) for h in found if h.subject}
    pairs = len(everyone) * (len(everyone) - 1) // 2

    assert first.key not in about
    assert about == {
        everyone[-2].key: {"quarters": 4, "of": 4},
        "report-pairs": {"pairs": pairs - len(everyone[1:-2]), "of": pairs},
    }
