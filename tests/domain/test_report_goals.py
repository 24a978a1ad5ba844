"""Goals beside the figures of the report: each with its target, its number, how it was judged."""

from __future__ import annotations

import pytest

from domain.disclosure.cells import Cell, Mode, World
from domain.disclosure.protect import Decision
from domain.disclosure.values import Shown, Unit, missing, share, things, too_few
from domain.disclosure.view import View
from domain.ledger.entries import Entry, LedgerKind
from domain.protocol_rows import Goal, JudgedBy
from domain.report import goals as rules
from domain.report.blocks import counted, text
from domain.report.facts import Facts, Material
from domain.report.goals import FIGURES, goal_chapter
from domain.report.structure import Chapter, Label, Note, Section, Table
from domain.vocabulary import DeliveryMode, EventFormat
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, loose

EVENTS = (
    event(1),
    event(2, mode=DeliveryMode.ONLINE),
    event(3, mode=DeliveryMode.HYBRID),
    event(4, mode=DeliveryMode.HYBRID),
    event(5, form=EventFormat.NETWORK_MEETING, mode=DeliveryMode.ONLINE),
    event(6, form=EventFormat.NETWORK_MEETING),
    event(7, form=EventFormat.QUALITY_DIALOGUE),
)
AGREED = LedgerKind.PROCEDURE_AGREED
ROWS = [
    *(row for each in EVENTS for row in closed(each, {"a": 6}, {"school": 6})),
    loose(AGREED, 3, "flyer"),
    loose(AGREED, 2, "form"),
]


def facts(*more: Entry, judged: tuple[tuple[str, JudgedBy], ...] = ()) -> Facts:
    return Facts(NETWORK, Material(YEAR, [*ROWS, *more], EVENTS, judged=judged), AS_OF)


def view(**of: int) -> View:
    made = {name.replace("_", "-"): n for name, n in of.items()}
    cells = {name: Cell(name, n, name) for name, n in made.items()}
    return View(World(cells), Decision(Mode.SUPPRESS, frozenset()))


SEEN = view(came=24, forms=6)


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        (Goal.TRAININGS, things(4)),
        (Goal.ATTENDANCES, SEEN("came")),
        (Goal.NETWORK_MEETINGS, things(2)),
        (Goal.QUALITY_DIALOGUES, things(1)),
        (Goal.PROCEDURES, things(5)),
        (Goal.ONLINE_OFFERS, things(3)),
        (Goal.FEEDBACK_RETURN, share(SEEN("forms"), SEEN("came"))),
    ],
)
def test_each_goal_is_about_one_figure(goal: Goal, found: Shown) -> None:
    assert FIGURES[goal](facts(), SEEN) == found


def test_figures_count_what_they_are_asked_for() -> None:
    nothing = Facts(NETWORK, Material(YEAR), AS_OF)

    assert rules._meetings(EventFormat.NETWORK_MEETING)(facts(), SEEN) == things(2)
    assert rules._meetings(EventFormat.NETWORK_MEETING)(nothing, SEEN) == things(0)
    assert rules._agreed(frozenset({"flyer"}))(facts(), SEEN) == things(3)
    assert rules._agreed(frozenset())(facts(), SEEN) == things(0)
    assert rules._online(nothing, SEEN) == things(0)


def test_forms_are_a_part_of_those_who_were_asked_from_ten_on() -> None:
    ten, nine = view(came=90, came_own=10, forms=5), view(came=90, came_own=9, forms=5)

    assert rules._returned(facts(), ten) == share(ten("forms"), ten("came-own"))
    assert rules._returned(facts(), nine) == too_few(Unit.RATE)


def goal(kind: Goal, target: int) -> Entry:
    return loose(LedgerKind.GOAL_SET, target, kind.value)


def result(said: str) -> Entry:
    return loose(LedgerKind.GOAL_RESULT, 1, said)


def test_a_goal_stands_with_its_target_its_figure_and_how_it_was_judged() -> None:
    of = facts(
        goal(Goal.TRAININGS, 5),
        goal(Goal.NEW_PARTNERS, 0),
        goal(Goal.ATTENDANCES, 20),
        result("trainings:met"),
        result("attendances:met"),
        judged=(
            ("trainings:met", JudgedBy.MINUTES),
            ("trainings:met", JudgedBy.FIGURE),
            ("trainings:open", JudgedBy.FEEDBACK),
            ("attendances:open", JudgedBy.FIGURE),
        ),
    )
    heads = ("goal", "target", "reached", "status", "judged")
    met, open_ = Label("goal-status", "met"), Label("goal-status", "open")
    rows = (
        (Label("goal", "trainings"), things(5), things(4), met, Label("judged", "figure")),
        (Label("goal", "new-partners"), missing(), missing(), open_, text("not-judged")),
        (Label("goal", "attendances"), things(20), SEEN("came"), met, text("not-judged")),
    )

    assert goal_chapter(of, SEEN) == Chapter(
        "goals",
        (
            Section(
                "goals",
                (
                    counted("F1", "goal-status", {"met": 2, "open": 1}, "status"),
                    Table("F1L", tuple(text(f"col-{head}") for head in heads), rows),
                ),
            ),
        ),
    )


def test_without_goals_the_chapter_says_so() -> None:
    assert goal_chapter(facts(), SEEN) == Chapter(
        "goals", (Section("goals", (Note("report-no-goals"),)),)
    )
