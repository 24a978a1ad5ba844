"""How many came to each session of a series: as many as to the first, until somebody says less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.close import MOST_PEOPLE, came_in_all
from domain.session import Session
from domain.session_count import came_to, missed_of
from talk import form as asking
from talk.form import DONE, Question, Setting, Still, Taken
from talk.headcount import DOWN, UP, Headcount


@dataclass(frozen=True, slots=True)
class Attended(Question):
    """A line with a number for each session, and the way on; `count` asks for the most of all."""

    count: Headcount

    @property
    def columns(self) -> tuple[str, ...]:
        """None: it is asked in a chat only."""
        return ()

    def sessions(self, at: Setting) -> tuple[Session, ...]:
        """Return the sessions of the training that is closed."""
        dates: tuple[Session, ...] = at.about.training.plan.dates
        return dates

    def most(self, at: Setting) -> int:
        """Return how many came to the session with the most people."""
        return came_in_all(self.count.groups(at))

    def numbers(self, at: Setting) -> dict[int, int]:
        """Return how many came to each session, by number: all, until somebody says otherwise."""
        said = dict(at.answers.get(self.name) or ())
        return came_to(self.sessions(at), self.most(at), said)

    def missed(self, at: Setting) -> dict[int, int]:
        """Return how many fewer came to each session, where it was any."""
        return missed_of(self.numbers(at))

    def offered(self, at: Setting) -> Sequence[str]:
        """Return the steps of each session, and the way on."""
        steps = (f"{sign}{each.number}" for each in self.sessions(at) for sign in (DOWN, UP))
        return [*steps, DONE]

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take a step, or go on."""
        now = self.numbers(at)
        if value != DONE:
            number = int(value[1:])
            now[number] += 1 if value[0] == UP else -1
            return self._put(at, now)
        if self.most(at) not in now.values():
            return asking.Problem("close-sessions-none")
        return {**at.answers, self.name: self._kept(at, now)}

    def entered(self, at: Setting, numbers: Sequence[int]) -> Taken:
        """Take the numbers of all sessions, in their order."""
        named = (each.number for each in self.sessions(at))
        return self._put(at, dict(zip(named, numbers, strict=True)))

    def _put(self, at: Setting, now: dict[int, int]) -> Taken:
        if max(now.values()) > self.most(at):
            return asking.Problem("close-sessions-more")
        return Still({**at.answers, self.name: self._kept(at, now)})

    def _kept(self, at: Setting, now: dict[int, int]) -> list[list[int]]:
        most = self.most(at)
        return [[number, most - max(0, min(n, MOST_PEOPLE))] for number, n in now.items()]


def is_series(at: Setting) -> bool:
    """Return whether the training that is closed was held on several days."""
    return bool(at.about.training.plan.series)
