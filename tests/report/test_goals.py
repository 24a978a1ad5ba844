"""Beside a goal stands the figure as the report prints it, hidden where that is."""

from __future__ import annotations

from datetime import date

import pytest

from domain.disclosure.values import Shown, Sign
from domain.ledger.entries import Entry
from domain.network import Network
from domain.protocol_rows import Goal, JudgedBy, goal_result, goal_set
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Label, Report
from domain.vocabulary import GoalStatus
from tests.report.builders import AS_OF, YEAR, closed, training
from tests.report.making import build

DAY = date(YEAR, 1, 20)


def report_of(network: Network, came: int, **more: object) -> Report:
    """Return the report of a year with one training and all goals."""
    held = training(1, seats=None)
    rows: list[Entry] = [goal_set(DAY, goal, 12) for goal in Goal]
    rows.append(goal_result(DAY, Goal.TRAININGS, GoalStatus.PARTLY))
    rows += closed(held, {"rkn-neuss": came}, {"youth-office": came})
    material = Material(YEAR, rows, [held], **more)  # type: ignore[arg-type]  # as told
    return build(network, material, Order(AS_OF))[0]


def goals(report: Report) -> dict[str, tuple[Shown, ...]]:
    table = report.tables()["F1L"]
    return {row[0].slug: row for row in table.rows if isinstance(row[0], Label)}  # type: ignore[misc]  # labels and values


def test_the_figure_is_the_one_of_the_report(network: Network) -> None:
    report = report_of(network, 40)
    figures, found = report.figures(), goals(report)

    assert found["trainings"][2] == figures["A2"].value
    assert found["attendances"][2] == figures["A3"].value
    assert found["quality-dialogues"][2] == figures["E3"].value
    assert found["feedback-return"][2] == figures["E1"].value
    assert found["new-partners"][2].sign is Sign.MISSING


def test_what_is_hidden_in_the_report_is_hidden_here(network: Network) -> None:
    report = report_of(network, 3)

    assert report.figures()["A3"].value.sign is Sign.HIDDEN
    assert goals(report)["attendances"][2].sign is Sign.HIDDEN


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        ([("trainings:partly", JudgedBy.MINUTES)], Label("judged", "minutes")),
        (
            [("trainings:partly", JudgedBy.MINUTES), ("trainings:partly", JudgedBy.FIGURE)],
            Label("judged", "figure"),
        ),
        ([("trainings:met", JudgedBy.FIGURE)], Label("text", "report-not-judged")),
        ([], Label("text", "report-not-judged")),
    ],
)
def test_how_it_was_judged_is_told_of_the_result_that_counts(
    network: Network, judged: list[tuple[str, JudgedBy]], told: Label
) -> None:
    found = goals(report_of(network, 40, judged=judged))

    assert found["trainings"][4] == told  # type: ignore[comparison-overlap]  # a label
