"""The goals of a played year: what a network of its size sets itself, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from bot.demo.year_scene import YearScene
from domain.protocol_rows import Goal
from domain.vocabulary import DeliveryMode, EventFormat, FormatGroup, GoalStatus, Procedure

#: Goals that every network sets itself; three of the others come beside them.
_ALWAYS = (Goal.ATTENDANCES, Goal.NETWORK_MEETINGS)
_OTHERS = 3
#: How many of so many planned dates are trainings, online trainings and attendances, by target.
_TRAININGS, _ONLINE, _ATTENDANCES = (0.55, 0.6, 0.65), (0.2, 0.25, 0.3), (12, 14, 16, 18)
#: What several institutions can work by.
_STANDARDS = {Procedure.PROCEDURE, Procedure.REPORTING_PATH, Procedure.GUIDELINE}
_ONLINE_MODES = {DeliveryMode.ONLINE, DeliveryMode.HYBRID}
#: Reached by half or more is reached in part.
_PART = 2


def chosen(scene: YearScene) -> dict[Goal, int]:
    """Return the goals of the year with their targets, in the order of the list.

    The target for feedback is a percentage, all others are numbers of what the goal names.
    """
    more = scene.chance.sample([goal for goal in Goal if goal not in _ALWAYS], _OTHERS)
    return {goal: _target(goal, scene) for goal in Goal if goal in _ALWAYS or goal in more}


def _target(goal: Goal, scene: YearScene) -> int:
    """Return what a network of this size can hope for."""
    chance, size = scene.chance, scene.size
    match goal:
        case Goal.TRAININGS:
            return _round(size.dates * chance.choice(_TRAININGS), 5)
        case Goal.ATTENDANCES:
            return _round(size.dates * chance.choice(_ATTENDANCES) + (size.conference or 0), 50)
        case Goal.ONLINE_OFFERS:
            return round(size.dates * chance.choice(_ONLINE))
        case Goal.SECTORS_REACHED:
            return len(scene.network.sectors) - chance.randint(0, 2)
        case Goal.FEEDBACK_RETURN:
            return chance.choice((40, 45, 50))
        case Goal.PROCEDURES:
            return chance.choice((4, 5, 6))
        case Goal.NEW_PARTNERS | Goal.JOINT_STANDARDS:
            return chance.choice((1, 2, 3))
        case _:
            return 2


def _round(number: float, to: int) -> int:
    return max(1, round(number / to)) * to


def judged(target: int, result: int) -> GoalStatus:
    """Return what became of a goal; what is not even reached by half stays open."""
    if result >= target:
        return GoalStatus.MET
    return GoalStatus.PARTLY if result * _PART >= target else GoalStatus.OPEN


class Results:
    """Counts what came of each goal from the list of what happened."""

    def __init__(
        self, year: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]
    ) -> None:
        """Take what happened in the year and in those before."""
        self._year = year
        self._closed = {each["training"] for each in self._all("at-start")}
        new = _partners(year) - _partners(before)
        self._of: dict[Goal, Callable[[], int]] = {
            Goal.TRAININGS: lambda: len(self._trainings()),
            Goal.ATTENDANCES: self._attendances,
            Goal.NETWORK_MEETINGS: lambda: self._sessions(EventFormat.NETWORK_MEETING),
            Goal.QUALITY_DIALOGUES: lambda: self._sessions(EventFormat.QUALITY_DIALOGUE),
            Goal.PROCEDURES: lambda: self._agreed(Procedure),
            Goal.ONLINE_OFFERS: self._online,
            Goal.SECTORS_REACHED: self._sectors,
            Goal.FEEDBACK_RETURN: self._returned,
            Goal.JOINT_STANDARDS: lambda: self._agreed(_STANDARDS),
            Goal.NEW_PARTNERS: lambda: len(new),
        }

    def of(self, goal: Goal) -> int:
        """Return the number that the target is compared with."""
        return self._of[goal]()

    def _all(self, what: str) -> list[Mapping[str, Any]]:
        return [each for each in self._year if each["what"] == what]

    def _held(self) -> list[Mapping[str, Any]]:
        return [each for each in self._all("event") if each["training"] in self._closed]

    def _trainings(self) -> list[Mapping[str, Any]]:
        group = FormatGroup.TRAINING
        return [each for each in self._held() if EventFormat(each["format"]).group is group]

    def _online(self) -> int:
        return sum(each["mode"] in _ONLINE_MODES for each in self._trainings())

    def _sectors(self) -> int:
        return len({each["sector"] for each in self._all("came") if each["n"]})

    def _returned(self) -> int:
        """Return the percentage of forms among attendances."""
        return 100 * len(self._all("answers")) // max(1, self._attendances())

    def _attendances(self) -> int:
        return sum(each["n"] for each in self._all("came"))

    def _sessions(self, of: EventFormat) -> int:
        meetings = [*self._held(), *self._all("meeting")]
        return Counter(each["format"] for each in meetings)[of]

    def _agreed(self, kinds: Collection[Procedure] | type[Procedure]) -> int:
        return sum(Procedure(each["procedure"]) in kinds for each in self._all("procedure"))


def _partners(events: Sequence[Mapping[str, Any]]) -> set[tuple[str, str]]:
    """Return the institutions that took part with booked seats."""
    return {(each["office"], each["sector"]) for each in events if each["what"] == "block"}
