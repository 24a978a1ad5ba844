"""A question of a form: what was answered so far, the words, the buttons, and what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from domain.message import Button, Message, Rows, Style
from domain.paging import Part, part_of
from talk.form import (
    A_PAGE,
    DONE,
    Choice,
    Grouped,
    Keys,
    Number,
    Pick,
    Question,
    Review,
    Setting,
    Several,
    Steps,
    Still,
    Turn,
)
from talk.headcount import Headcount
from talk.session_count import Attended
from texts import headcount, paging, session_count
from texts.catalogue import Html, Texts
from texts.faces import Face, Page
from texts.labels import shortened
from texts.typed_answers import Which

#: The labels of a row have so many signs together.
WIDTH = 40


def card(page: Page, note: str = "") -> Message:
    """Ask a question, beneath what was answered before it; a note (HTML) stands above."""
    face, question = page.face, page.question
    parts = [note, face.head(page), lines(page.texts, face, page.at, question), _question(page)]
    return Message("\n\n".join(filter(None, parts)), (*_rows(page), *face.ways(page)))


def at_rest(page: Page, note: str = "") -> Message:
    """Show a list that asks nothing: what was said there stays as it is."""
    return card(page, note)


def _question(page: Page) -> str:
    question = page.question
    if isinstance(question, Keys) and not isinstance(question, Steps):
        entered = page.texts("form-number", n=question.now(page.at))
        return f"{page.face.ask(page)}\n\n{entered}"
    return "\n".join(filter(None, [page.face.ask(page), page.face.chosen(page)]))


def lines(texts: Texts, face: Face, at: Setting, until: Question | None = None) -> Html:
    """Return what was answered, or what was before a question, a line each.

    All of it, and so a review, is told with what holds where nothing was said.
    """
    form, whole = face.form, until is None or isinstance(until, Review)
    said = form.filled(at) if whole else at.answers
    said = said if until is None else form.until(until, said)
    names = {f"{form.name}-{each.name}-chosen": each for each in form.questions}
    asked = [n for n, each in names.items() if each.name in said and texts.has(n)]
    told = {n: value for n in asked if (value := face.told(texts, at, names[n]))}
    return Html("\n".join(texts(n, value=value) for n, value in told.items()))


def _rows(page: Page) -> Rows:
    """Return the buttons of an answer."""
    question = page.question
    if isinstance(question, Headcount):
        return headcount.rows(page, question)
    if isinstance(question, Attended):
        return session_count.rows(page, question)
    if isinstance(question, Steps):
        return _steps(page, question)
    if isinstance(question, Keys):
        return _keys(page, question)
    if isinstance(question, Review):
        first, *others = _buttons(page)
        return ((first,), *_in_rows(others, 2), *_in_rows(_lines(page, question), 2))
    if isinstance(question, Grouped):
        return _grouped(page, question)
    if not isinstance(question, Choice):
        return _in_rows(_buttons(page), question.abreast if isinstance(question, Number) else 2)
    part, rows = _part(page, question)
    turns = paging.turns(page.texts, part, partial(Turn, page.version), question.turns)
    if not isinstance(question, Several):
        return (*rows, *turns)
    done = ((_done(page, page.texts.plain("form-done")),),) if question.enough(page.at) else ()
    whole = _in_rows([_button(page, each) for each in question.whole(page.at)], 1)
    return (*whole, *rows, *turns, *done)


def _grouped(page: Page, question: Grouped) -> Rows:
    """Return the groups of a long list; beneath the entries of one of them the way to the others.

    The groups are pages: which one is open is kept nowhere.
    """
    texts, names = page.texts, list(question.groups)
    if not 0 < page.number <= len(names):
        labels = [texts.label(f"{question.labels}-group", name) for name in names]
        turns = (Turn(page.version, number).pack() for number in range(1, len(names) + 1))
        return tuple((Button(*each),) for each in zip(labels, turns, strict=True))
    entries = _in_rows(_buttons(page, question.groups[names[page.number - 1]]), question.abreast)
    others = Button(texts.plain("form-groups"), Turn(page.version, 0).pack())
    return (*entries, (others,))


def _part(page: Page, question: Choice) -> tuple[Part[Any], Rows]:
    """Return a page of the choices, and its rows."""
    number, abreast = page.number, question.abreast
    if question.by_rows:
        rows = part_of(_in_rows(_buttons(page), abreast), number, A_PAGE)
        return rows, tuple(rows.items)
    part = part_of(question.offered(page.at), number, question.a_page)
    return part, _in_rows(_buttons(page, part.items), abreast)


def _lines(page: Page, review: Review) -> list[Button]:
    """Return a button for each line of a review that can be changed."""
    shown = page.face.form.lines(page.at) if review.lines else []
    names = [(page.face.name(page.texts, each), each.name) for each in shown]
    return [Button(name, Pick(page.version, line).pack()) for name, line in names]


def _button(page: Page, value: str) -> Button:
    label = page.face.button(page.texts, page.at, page.question, value)
    return Button(label, Pick(page.version, value).pack(), style=Style.PRIMARY)


def _buttons(page: Page, values: Sequence[str] | None = None) -> list[Button]:
    found, texts = page.labels(values), page.texts
    marks = isinstance(page.question, Several)
    return [
        Button(
            texts.plain("form-chosen", name=label) if marks and value[0] == "-" else label,
            Pick(page.version, value).pack(),
            style=page.face.style(page, value),
        )
        for label, value in zip(shortened([*found.values()]), found, strict=True)
    ]


def _done(page: Page, label: str) -> Button:
    return Button(label, Pick(page.version, DONE).pack(), style=Style.PRIMARY)


def _in_rows(buttons: Sequence[Button], abreast: int) -> Rows:
    """Return so many buttons a row, fewer where a label is too long for that."""
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        row = (*rows[-1], button) if rows else ()
        if 1 < len(row) <= abreast and max(len(each.label) for each in row) <= WIDTH // abreast:
            rows[-1] = row
        else:
            rows.append((button,))
    return tuple(rows)


def _keys(page: Page, question: Keys) -> Rows:
    """Return the keys of a number; each carries the whole number that it makes."""
    texts, now = page.texts, question.now(page.at)
    makes = partial(_makes, page, question)

    def key(digit: int) -> Button:
        return makes(str(digit), now * 10 + digit)

    rows = [tuple(key(digit) for digit in row) for row in ((1, 2, 3), (4, 5, 6), (7, 8, 9))]
    delete = makes(texts.plain("form-delete-digit"), now // 10)
    return (*rows, (key(0), delete), (_done(page, texts.plain("form-take-number", n=now)),))


def _makes(page: Page, question: Keys, label: str, number: int) -> Button:
    bounded = max(question.least, min(number, question.most))
    return Button(label, Pick(page.version, f"={bounded}").pack())


def _steps(page: Page, question: Steps) -> Rows:
    """Return the steps of a number, two side by side; each carries the number it leads to."""
    texts, now = page.texts, question.now(page.at)
    steps = [
        _makes(page, question, texts.plain("form-step", by=by), now + by) for by in question.by
    ]
    done = Button(
        page.face.label(texts, page.at, question, DONE),
        Pick(page.version, DONE).pack(),
        style=Style.SUCCESS,
    )
    return (*_in_rows(steps, 2), (done,))


def which(page: Page, of: Which) -> Message:
    """Ask which of several was meant."""
    label = partial(page.face.label, page.texts, page.at, page.question)
    rows = [(Button(label(each), Pick(page.version, each).pack()),) for each in of.values]
    return Message(of.asked, (*rows, *page.face.ways(page)))


def stepped(page: Page, value: str, taken: Still) -> str:
    """Return what is said at once on a button that changes a number; nothing on all others."""
    if isinstance(page.question, Headcount):
        return headcount.stepped(page, page.question, value, taken)
    if isinstance(page.question, Attended):
        return session_count.stepped(page, page.question, value, taken)
    return str(taken.answers[page.question.name]) if isinstance(page.question, Steps) else ""
