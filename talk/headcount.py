"""How many people of each institution: a question whose numbers one counts up and down, or types.

Its buttons belong to the numbers that they stand beneath. Steps of one card add up, however fast
they are pressed; whatever else changes the numbers, or shows them anew, makes older cards old.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from domain.close import MOST_PEOPLE, Group, Place, to_data, with_count, with_number, with_place
from domain.close import from_data as groups_of
from talk.form import DONE, Answers, Asks, Choice, Number, Question, Setting, Still, Taken

#: Where the numbers stand among the answers, and which of them is asked for.
GROUPS, INDEX = "groups", "index"
#: What buttons carry beside the steps: all came, and one more line.
ALL, MORE = "all", "more"
#: What stands before the place of a line: one more, one fewer, another number.
UP, DOWN, TYPE = "+", "-", "#"


@dataclass(frozen=True, slots=True)
class Headcount(Question):
    """A line with a number each, and the way on once they are right.

    `expected` returns the numbers if everybody came, beside what was entered. `one` names the
    question for the number of a line, `more` the first one about another line; a line fills two
    rows of buttons.
    """

    expected: Callable[[Setting, Sequence[Group]], list[Group]]
    one: str
    more: str
    a_page: int = 4

    def groups(self, at: Setting) -> list[Group]:
        """Return the numbers of now; in the beginning those that are expected."""
        said = at.answers.get(GROUPS)
        return self.expected(at, ()) if said is None else groups_of(said)

    def kept(self, at: Setting) -> Answers:
        """Return the numbers as answers keep them."""
        return {GROUPS: to_data(self.groups(at))}

    def offered(self, at: Setting) -> Sequence[str]:
        """Return what the buttons of all lines carry, and of the ways on."""
        lines = range(len(self.groups(at)))
        return [*(f"{sign}{line}" for line in lines for sign in (UP, DOWN, TYPE)), ALL, MORE, DONE]

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take a step, ask for what a button leads to, or go on."""
        if value == DONE:
            return {**at.answers, **self.kept(at)}
        if value == ALL:
            return self.put(at, self.expected(at, self.groups(at)))
        if value == MORE:
            return Asks(at.answers, self.more)
        line = int(value[1:])
        if value[0] == TYPE:
            return Asks({**at.answers, INDEX: line}, self.one)
        return self._stepped(at, line, 1 if value[0] == UP else -1)

    def _stepped(self, at: Setting, line: int, by: int) -> Still:
        groups = self.groups(at)
        stepped = with_number(groups, line, groups[line].came + by) or groups
        return Still({**at.answers, GROUPS: to_data(stepped)}, line // self.a_page)

    def put(self, at: Setting, groups: Sequence[Group], line: int = 0) -> Asks:
        """Put other numbers in the place of these, and show those of a line."""
        return Asks({**at.answers, GROUPS: to_data(groups)}, self.name, line // self.a_page)

    def entered(self, at: Setting, line: int, number: int) -> Asks:
        """Take a number that was read for a line."""
        groups = self.groups(at)
        return self.put(at, with_number(groups, line, number) or groups, line)

    def counted(self, at: Setting, read: Mapping[Place, int]) -> Asks:
        """Take the numbers that were read beside their names; what is not there is added."""
        groups, line = self.groups(at), 0
        for place, came in read.items():
            groups = with_count(groups, place, came)
            line = [(each.office, each.sector) for each in groups].index(place)
        return self.put(at, groups, line)

    def added(self, at: Setting, place: Place) -> Asks:
        """Take one more line."""
        groups = with_place(self.groups(at), *place)
        return self.put(at, groups, len(groups) - 1)


def by_its_button(_: Setting) -> bool:
    """Let a question be asked where a button leads to it, and not in its turn."""
    return False


@dataclass(frozen=True, slots=True)
class LineNumber(Number):
    """The number of one line."""

    least: int = 0
    most: int = MOST_PEOPLE
    offers: tuple[int, ...] = ()
    asked_if: Callable[[Setting], bool] = field(default=by_its_button, kw_only=True)
    count: Headcount = field(kw_only=True)

    def line(self, at: Setting) -> int:
        """Return which line it is."""
        return int(at.answers.get(INDEX, 0))

    def entered(self, at: Setting, number: int | None) -> Taken:
        """Take a number that was read; there is always a limit."""
        return self.count.entered(at, self.line(at), number or 0)


@dataclass(frozen=True, slots=True)
class LineSector(Choice):
    """The sector of an institution that gets a line."""

    count: Headcount = field(kw_only=True)

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take the institution: one of it came."""
        return self.count.added(at, (at.answers["office"], value))
