"""How it reads to say how many came to each session of a series, and what is typed there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.close import MOST_PEOPLE
from domain.localtime import local_day
from domain.message import Button, Rows, Style
from domain.session import Session
from talk.form import DONE, Pick, Still, Taken
from talk.headcount import DOWN, UP
from talk.session_count import Attended
from texts.dates import brief_day
from texts.faces import Page

#: Numbers as one types them in a row.
_NUMBERS = re.compile(r"\d{1,4}(?:[\s,;/]+\d{1,4})*")


def _day(page: Page, of: Session) -> str:
    return brief_day(local_day(of.starts_at, page.at.network.zone), page.texts.language)


def _line(page: Page, question: Attended, of: Session) -> str:
    n = question.numbers(page.at)[of.number]
    return page.texts.plain("close-session", when=_day(page, of), n=n)


def ask(page: Page, question: Attended) -> str:
    """Ask, with the numbers as they are."""
    lines = [_line(page, question, each) for each in question.sessions(page.at)]
    numbers = question.numbers(page.at)
    example = " ".join(str(numbers[each.number]) for each in question.sessions(page.at))
    return "\n".join([*lines, "", page.texts("close-sessions", example=example)])


def rows(page: Page, question: Attended) -> Rows:
    """Return the steps of each session beside its day, and the way on."""

    def step(sign: str, of: Session, name: str) -> Button:
        label = page.texts.plain(name, when=_day(page, of))
        return Button(label, Pick(page.version, f"{sign}{of.number}").pack())

    def lines() -> Iterator[tuple[Button, ...]]:
        for each in question.sessions(page.at):
            yield (
                step(DOWN, each, "close-session-fewer"),
                step(UP, each, "close-session-more"),
            )

    done = Button(
        page.face.label(page.texts, page.at, question, DONE),
        Pick(page.version, DONE).pack(),
        style=Style.SUCCESS,
    )
    return (*lines(), (done,))


def stepped(page: Page, question: Attended, value: str, taken: Still) -> str:
    """Return the new number of a session."""
    after = Page(page.texts, page.face, question, page.at.saying(taken.answers), page.version)
    one = next((e for e in question.sessions(page.at) if str(e.number) == value[1:]), None)
    return _line(after, question, one) if one is not None else ""


def typed(page: Page, question: Attended, text: str) -> Taken | str | None:
    """Take a number for each session, in their order; None if no numbers were typed."""
    if not _NUMBERS.fullmatch(text.strip()):
        return None
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    of = len(question.sessions(page.at))
    if len(numbers) != of or max(numbers) > MOST_PEOPLE:
        return page.texts("close-sessions-each", n=of)
    return question.entered(page.at, numbers)
