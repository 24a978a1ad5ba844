"""A question of how many of each institution: its lines, its buttons, and what is typed there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from domain.close import MOST_PEOPLE, Group, Place
from domain.message import Button, Rows, Style
from domain.paging import Part, part_of
from talk.form import DONE, TURNS, Asks, Pick, Still, Taken, Turn
from talk.headcount import ALL, DOWN, MORE, TYPE, UP, Headcount, LineNumber
from talk.institutions import places
from texts import paging
from texts.faces import Page
from texts.labels import shortened
from texts.typed_counts import echo, only_a_number, read_counts, reasons
from texts.typed_numbers import NoNumber, read_number, refusal


@dataclass(frozen=True, slots=True)
class Noted:
    """An answer, and what is said of it (HTML) above what follows."""

    taken: Asks
    note: str


def part(page: Page, count: Headcount) -> Part[Group]:
    """Return the lines of a page."""
    return part_of(count.groups(page.at), page.number, count.a_page)


def name(page: Page, place: Place) -> str:
    """Return how an institution is called."""
    return page.face.label(page.texts, page.at, page.question, place)


def _named(page: Page, group: Group) -> str:
    return f"{name(page, (group.office, group.sector))}: {group.came}"


def example(page: Page, count: Headcount) -> str:
    """Return a line as one may type it."""
    first = count.groups(page.at)[0]
    return f"{name(page, (first.office, first.sector))} {first.came}"


def rows(page: Page, count: Headcount) -> Rows:
    """Return the buttons of each line, and the ways on."""
    shown = part(page, count)
    turns = paging.turns(page.texts, shown, lambda to: Turn(page.version, to), TURNS)
    return (*_lines(page, shown), *turns, *_ways_on(page, count))


def _lines(page: Page, shown: Part[Group]) -> Iterator[tuple[Button, ...]]:
    labels = shortened([_named(page, group) for group in shown.items])
    fewer, more = (page.texts.plain("form-step", by=by) for by in (-1, 1))
    for line, label in enumerate(labels, shown.page * shown.size):
        yield (_button(page, label, f"{TYPE}{line}"),)
        yield (_button(page, fewer, f"{DOWN}{line}"), _button(page, more, f"{UP}{line}"))


def _button(page: Page, label: str, value: str, style: Style = Style.PLAIN) -> Button:
    return Button(label, Pick(page.version, value).pack(), style=style)


def _ways_on(page: Page, count: Headcount) -> Iterator[tuple[Button, ...]]:
    def labelled(value: str, style: Style = Style.PLAIN) -> Button:
        label = page.face.label(page.texts, page.at, count, value)
        return _button(page, label, value, style)

    everybody = all(group.came == group.registered for group in count.groups(page.at))
    yield (labelled(MORE),) if everybody else (labelled(ALL), labelled(MORE))
    yield (labelled(DONE, Style.SUCCESS),)


def stepped(page: Page, count: Headcount, value: str, taken: Still) -> str:
    """Return the new number of a line."""
    groups = count.groups(page.at.saying(taken.answers))
    return _named(page, groups[int(value[1:])])


def typed(page: Page, question: Headcount | LineNumber, text: str) -> Taken | Noted | str | None:
    """Take the number of the only line, or of the one that is asked for; else several lines."""
    count = question if isinstance(question, Headcount) else question.count
    line = question.line(page.at) if isinstance(question, LineNumber) else 0
    alone = isinstance(question, LineNumber) or len(count.groups(page.at)) == 1
    number = read_number(text, 0, MOST_PEOPLE) if alone else None
    if isinstance(number, NoNumber):
        return refusal(page.texts, number, 0, MOST_PEOPLE)
    if number is not None:
        return count.entered(page.at, line, number)
    return _several(replace(page, question=count), count, text)


def _several(page: Page, count: Headcount, text: str) -> Noted | str | None:
    """Take lines of a name and a number each; None if there is none of them."""
    groups = count.groups(page.at)
    listed = {(each.office, each.sector) for each in groups}
    others = [place for place in places(page.at.network) if place not in listed]
    names = [{place: name(page, place) for place in some} for some in (listed, others)]
    found = read_counts(text, names, 0, MOST_PEOPLE)
    if not found.meant:
        asks = only_a_number(text) and groups
        return page.texts("counts-which", example=example(page, count)) if asks else None
    lines = [
        page.texts("counts-line", name=name(page, place), n=n) for place, n in found.taken.items()
    ]
    note = echo(page.texts, lines, reasons(page.texts, found.left, 0, MOST_PEOPLE))
    return Noted(count.counted(page.at, found.taken), note)
