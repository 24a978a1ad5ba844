"""Goals beside the figures of the report: of each the figure it is about, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.feedback import Answers
from domain.ledger.entries import Entry, LedgerKind
from domain.protocol_rows import Goal, JudgedBy, goal_result, goal_set
from domain.report.goals import goal_chapter
from domain.report.material import Material
from domain.report.order import Order
from domain.report.structure import Chapter, Note, Section, Table
from domain.vocabulary import GoalStatus
from tests.domain.full_year import JANUARY, MATERIAL, block, table
from tests.domain.years import AS_OF, NETWORK, YEAR, closed, event, loose
from tests.report.making import see

_OF_GOALS = {LedgerKind.GOAL_SET, LedgerKind.GOAL_RESULT}


def chapter_of(rows: Sequence[Entry], material: Material = MATERIAL, **more: object) -> Chapter:
    """Return the chapter of a year with these goals and rows."""
    entries = [*(row for row in material.entries if row.kind not in _OF_GOALS), *rows]
    changed = replace(material, entries=entries, **more)  # type: ignore[arg-type]  # as told
    return goal_chapter(*see(NETWORK, changed, Order(AS_OF)))


def tables_of(chapter: Chapter) -> dict[str, list[str]]:
    (section,) = chapter.sections
    return {each.code: table(each) for each in section.blocks if isinstance(each, Table)}


MEETINGS = [
    loose(LedgerKind.EXCHANGE_HELD, 4, "network-meeting"),
    loose(LedgerKind.EXCHANGE_HELD, 90, "network-meeting:minutes"),
    loose(LedgerKind.PROCEDURE_AGREED, 7, "no longer on the list"),
]
TARGETS = {goal: number for number, goal in enumerate(Goal)}  # of the first one there is none
ALL = [goal_set(JANUARY, goal, number) for goal, number in TARGETS.items()]
HEADINGS = "col-goal | col-target | col-reached | col-status | col-judged"


def test_beside_each_goal_stands_the_figure_it_is_about() -> None:
    results = [
        goal_result(JANUARY, Goal.TRAININGS, GoalStatus.MET),
        goal_result(JANUARY, Goal.PROCEDURES, GoalStatus.PARTLY),
        goal_result(JANUARY, Goal.NEW_PARTNERS, GoalStatus.PARTLY),
    ]
    chapter = chapter_of([*MEETINGS, *ALL, *results])

    assert (chapter.id, [each.id for each in chapter.sections]) == ("goals", ["goals"])
    assert tables_of(chapter) == {
        "F1": [
            "col-status | col-number",
            "goal-status:open | 7",
            "goal-status:partly | 2",
            "goal-status:met | 1",
            "total | 10",
        ],
        "F1L": [
            HEADINGS,
            "goal:trainings | missing | 3 | goal-status:met | not-judged",
            "goal:attendances | 1 | 88 | goal-status:open | not-judged",
            "goal:network-meetings | 2 | 4 | goal-status:open | not-judged",
            "goal:quality-dialogues | 3 | 3 | goal-status:open | not-judged",
            "goal:procedures | 4 | 5 | goal-status:partly | not-judged",
            "goal:online-offers | 5 | 2 | goal-status:open | not-judged",
            "goal:sectors-reached | 6 | missing | goal-status:open | not-judged",
            "goal:feedback-return | 7 | 0.5 rate | goal-status:open | not-judged",
            "goal:joint-standards | 8 | missing | goal-status:open | not-judged",
            "goal:new-partners | 9 | missing | goal-status:partly | not-judged",
        ],
    }
    assert [block(each) for each in chapter.sections[0].blocks] == ["F1 bar", "F1L"]


def small(came: int, answers: Sequence[Answers] = ()) -> Material:
    """Return a year of one training."""
    rows = closed(event(1), {"a": came}, {"school": came})
    return Material(YEAR, rows, [event(1)], answers=answers)


def reached(goal: Goal, material: Material) -> str:
    (_, line) = tables_of(chapter_of([goal_set(JANUARY, goal, 1)], material))["F1L"]
    return line.split(" | ")[2]


def test_what_is_hidden_is_so_beside_a_goal_and_of_few_there_is_no_share() -> None:
    forms = MATERIAL.answers[:1]

    assert reached(Goal.ATTENDANCES, small(4)) == "hidden"
    assert reached(Goal.ATTENDANCES, small(5)) == "5"
    assert reached(Goal.FEEDBACK_RETURN, small(9)) == "too-few rate"
    assert reached(Goal.FEEDBACK_RETURN, small(10)) == "0 rate"
    assert reached(Goal.FEEDBACK_RETURN, small(88, forms)) == "0.5 rate"
    assert reached(Goal.ONLINE_OFFERS, small(9)) == "0"
    assert reached(Goal.NETWORK_MEETINGS, small(9)) == "0"
    assert reached(Goal.PROCEDURES, small(9)) == "0"


def test_how_it_was_judged_is_told_of_the_status_that_counts() -> None:
    rows = [
        *ALL[:3],
        goal_result(JANUARY, Goal.TRAININGS, GoalStatus.MET),
        goal_result(JANUARY, Goal.ATTENDANCES, GoalStatus.PARTLY),
    ]
    judged = (
        ("trainings:met", JudgedBy.FIGURE),
        ("trainings:partly", JudgedBy.MINUTES),
        ("attendances:met", JudgedBy.CONFERENCE),
        ("attendances:partly", JudgedBy.CONFERENCE),
        ("attendances:partly", JudgedBy.FEEDBACK),
        ("network-meetings:open", JudgedBy.TOO_EARLY),
    )
    told = [line.split(" | ")[3:] for line in tables_of(chapter_of(rows, judged=judged))["F1L"]]

    assert told[1:] == [
        ["goal-status:met", "judged:figure"],
        ["goal-status:partly", "judged:feedback"],
        ["goal-status:open", "judged:too-early"],
    ]


def test_a_year_without_goals_says_so() -> None:
    note = Note("report-no-goals")

    assert chapter_of([]) == Chapter("goals", (Section("goals", (note,)),))
