"""Questions of which the answer is chosen from a list: one entry, or any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from domain.picked import switched
from talk.question import Offers, Question, Setting, Still, Taken, These, always

#: So many rows of choices a page: with the question and the ways on they fill a small screen.
A_PAGE = 8
#: What stands on the ways to other pages; never what leads to another question.
TURNS = ("form-page-before", "form-page-after")
#: What a button carries that goes on with what is chosen, entered or shown.
DONE = "done"


def _no_whole(_: Setting) -> Mapping[str, Sequence[str]]:
    return {}


@dataclass(frozen=True, slots=True)
class Choice(Question):
    """One of a list.

    `labels` names the closed list that the values are of, `turns` the words on the ways to other
    pages of `a_page` choices, or of eight rows (`by_rows`). Of short labels so many may stand
    `abreast`. An offer that changes is of a `closed` list.
    """

    offers: Offers
    labels: str = ""
    turns: tuple[str, str] = TURNS
    abreast: int = 1
    a_page: int = A_PAGE
    by_rows: bool = field(default=False, kw_only=True)
    closed: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def every(self) -> tuple[str, ...]:
        """All that can ever be offered, as far as it is known beforehand."""
        return self.offers.values if isinstance(self.offers, These) else self.closed

    def offered(self, at: Setting) -> Sequence[str]:
        """Return the list."""
        return self.offers(at)


@dataclass(frozen=True, slots=True)
class Grouped(Choice):
    """One of a long list: first its group, then the entry; or the entry is typed at once.

    `groups` has the entries of each group by its name; together they are the list.
    """

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict, kw_only=True)


@dataclass(frozen=True, slots=True)
class Several(Choice):
    """Any of a list, marked one by one; one may go on once it is `enough`.

    What is answered by one button is `whole`: what the button carries, and what it marks.
    """

    enough: Callable[[Setting], bool] = always
    whole: Callable[[Setting], Mapping[str, Sequence[str]]] = _no_whole

    def marked(self, at: Setting) -> Sequence[str]:
        """Return what is chosen so far, in the order of the list."""
        said = self.answer(at) or ()
        return [each for each in self.offers(at) if each in said]

    def offered(self, at: Setting) -> Sequence[str]:
        """Return a switch for each, `+` to choose and `-` to drop."""
        marked = self.marked(at)
        return [("-" if each in marked else "+") + each for each in self.offers(at)]

    def pick(self, at: Setting, value: str) -> Taken:
        """Take a switch, of now or of before the last press; or go on."""
        if value == DONE and self.enough(at):
            return {**at.answers, self.name: list(self.marked(at))}
        if value in (whole := self.whole(at)):
            return {**at.answers, self.name: list(whole[value])}
        return self.chosen(at, value)

    def chosen(self, at: Setting, value: str) -> Taken:
        """Mark one, or take its mark away; pressed twice it is marked once."""
        offers = self.offers(at)
        marked = list(switched(self.marked(at), value, offers))
        return Still({**at.answers, self.name: marked}, offers.index(value[1:]) // self.a_page)
