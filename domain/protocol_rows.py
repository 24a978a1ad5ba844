"""What coordinators log with buttons: meetings, agreements, advice totals, goals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.ledger.entries import Entry, LedgerKind
from domain.vocabulary import EventFormat, FormatGroup, GoalStatus, Procedure, Sector

_MINUTES = "minutes"


class Goal(StrEnum):
    """A goal of the year, with a number where one can be counted."""

    TRAININGS = "trainings"
    ATTENDANCES = "attendances"
    NETWORK_MEETINGS = "network-meetings"
    QUALITY_DIALOGUES = "quality-dialogues"
    PROCEDURES = "procedures"
    ONLINE_OFFERS = "online-offers"
    SECTORS_REACHED = "sectors-reached"
    FEEDBACK_RETURN = "feedback-return"
    JOINT_STANDARDS = "joint-standards"
    NEW_PARTNERS = "new-partners"


class JudgedBy(StrEnum):
    """How it was judged what became of a goal."""

    FIGURE = "figure"
    CONFERENCE = "conference"
    FEEDBACK = "feedback"
    MINUTES = "minutes"
    AGREEMENT = "agreement"
    TOO_EARLY = "too-early"
    NO_DATA = "no-data"


@dataclass(frozen=True, slots=True)
class GoalOfYear:
    """A goal with its target (0: none) and what became of it."""

    goal: Goal
    target: int
    status: GoalStatus


def exchange_held(
    day: date,
    format: EventFormat,  # noqa: A002 - the field's own name
    minutes: int,
    offices: Iterable[str],
    sectors: Iterable[Sector],
) -> list[Entry]:
    """Return the rows of a meeting the bot did not announce: who was there, as institutions.

    Raises ValueError if it took no time, or if it is a training or an information.
    """
    if minutes <= 0:
        raise ValueError("A meeting takes time.")
    if format.group is not FormatGroup.EXCHANGE:
        raise ValueError("Only what counts as exchange is a meeting.")
    kind, detail = LedgerKind.EXCHANGE_HELD, format.value
    return [
        Entry(day, kind, 1, detail=detail),
        Entry(day, kind, minutes, detail=minutes_of(detail)),
        *(Entry(day, kind, 1, office=slug, detail=detail) for slug in sorted(set(offices))),
        *(Entry(day, kind, 1, sector=slug.value, detail=detail) for slug in sorted(set(sectors))),
    ]


def minutes_of(detail: str) -> str:
    """Return what a row names that counts the minutes of meetings of a format."""
    return f"{detail}:{_MINUTES}"


def is_meeting(entry: Entry) -> bool:
    """Whether a row counts a meeting itself, not its minutes and not who was there."""
    return (
        entry.kind is LedgerKind.EXCHANGE_HELD
        and entry.office is None
        and entry.sector is None
        and not entry.detail.endswith(_MINUTES)
    )


def procedure_agreed(day: date, procedure: Procedure) -> Entry:
    """Return the row of an agreement or product."""
    return Entry(day, LedgerKind.PROCEDURE_AGREED, 1, detail=procedure.value)


def advice_total(day: date, n: int) -> Entry:
    """Return the row of a quarter's advice total; the day lies in the quarter."""
    if n < 0:
        raise ValueError("A total cannot be below 0.")
    return Entry(day, LedgerKind.ADVICE_TOTAL, n)


def goal_set(day: date, goal: Goal, target: int = 0, known: Sequence[Entry] = ()) -> Entry:
    """Return the row that sets a goal; one known from the year's rows gets another target.

    That is no correction but a new decision, so it has no reason (docs/decisions.md).
    """
    before = next((each.target for each in goals(known) if each.goal is goal), 0)
    return Entry(day, LedgerKind.GOAL_SET, target - before, detail=goal.value)


def goal_result(day: date, goal: Goal, status: GoalStatus) -> Entry:
    """Return the row that says what became of a goal; the last one counts."""
    return Entry(day, LedgerKind.GOAL_RESULT, 1, detail=f"{goal}:{status}")


def goal_judged(
    day: date, goal: Goal, status: GoalStatus, known: Iterable[Entry] = ()
) -> list[Entry]:
    """Return the rows of a new result; earlier ones of the year's rows are taken back.

    That is no correction but what the goal has become since (docs/decisions.md).
    """
    sums: dict[tuple[date, str], int] = {}
    for entry in known:
        if entry.kind is LedgerKind.GOAL_RESULT and entry.detail.partition(":")[0] == goal:
            key = (entry.day, entry.detail)
            sums[key] = sums.get(key, 0) + entry.n
    back = [
        Entry(then, LedgerKind.GOAL_RESULT, -n, detail=detail)
        for (then, detail), n in sums.items()
        if n
    ]
    return [*back, goal_result(day, goal, status)]


def whole_meeting(rows: Sequence[tuple[int, Entry]], number: int) -> list[int]:
    """Return the numbers of all rows of a meeting: itself, its minutes, who was there.

    `rows` are logged meetings with their numbers, in order; `number` is that of the meeting.
    """
    following = [each for each in rows if each[0] >= number]
    first = following[0][1]
    found = [number]
    for other, entry in following[1:]:
        if (entry.day, entry.detail.partition(":")[0]) != (first.day, first.detail):
            continue
        if is_meeting(entry):
            break
        found.append(other)
    return found


def goals(entries: Sequence[Entry]) -> list[GoalOfYear]:
    """Return the goals of a year in the order they were set; open until a result is logged.

    The rows of a goal add up to its target, so that a new target is a difference.
    """
    targets: dict[Goal, int] = {}
    results: dict[Goal, GoalStatus] = {}
    for entry in entries:
        if entry.kind is LedgerKind.GOAL_SET:
            goal = Goal(entry.detail)
            targets[goal] = targets.get(goal, 0) + entry.n
        elif entry.kind is LedgerKind.GOAL_RESULT and entry.n > 0:
            slug, _, status = entry.detail.partition(":")
            results[Goal(slug)] = GoalStatus(status)
    return [GoalOfYear(g, n, results.get(g, GoalStatus.OPEN)) for g, n in targets.items()]
