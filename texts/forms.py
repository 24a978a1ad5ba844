"""A question of a form: what was answered so far, the words, the buttons, and what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date
from functools import partial

from domain.localtime import local_day
from domain.message import Button, Message, Rows, Style
from domain.paging import part_of
from talk.form import (
    DONE,
    Choice,
    Keys,
    Moment,
    Number,
    Pick,
    Problem,
    Question,
    Review,
    Setting,
    Several,
    Steps,
    Still,
    Taken,
    Turn,
    When,
    Words,
)
from talk.headcount import Headcount, LineNumber
from texts import headcount, paging
from texts.catalogue import Html, Texts
from texts.dates import plain_day
from texts.faces import Face, Page
from texts.labels import shortened
from texts.typed_choice import named
from texts.typed_dates import (
    Ambiguous,
    Impossible,
    Parsed,
    Reason,
    explain,
    like_a_date,
    moment_example,
    parse,
    past_day,
)
from texts.typed_numbers import NoNumber, read_minutes, read_number, read_signed, refusal
from texts.typed_words import sounds_like_a_case

#: Two labels of so many signs stand side by side.
SHORT = 20


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
    return page.face.ask(page)


def lines(texts: Texts, face: Face, at: Setting, until: Question | None = None) -> Html:
    """Return what was answered, or what was before a question, a line each."""
    form = face.form
    said = at.answers if until is None else form.until(until, at.answers)
    names = {f"{form.name}-{each.name}-chosen": each for each in form.questions}
    told = {n: each for n, each in names.items() if each.name in said and texts.has(n)}
    values = [_told(texts, face, at, each) for each in told.values()]
    return Html("\n".join(texts(n, value=value) for n, value in zip(told, values, strict=True)))


def _told(texts: Texts, face: Face, at: Setting, question: Question) -> str:
    if isinstance(question, Several):
        chosen = [face.label(texts, at, question, each) for each in question.marked(at)]
        return ", ".join(chosen) or texts.plain("form-none")
    return face.label(texts, at, question, at.answers[question.name])


def _rows(page: Page) -> Rows:
    """Return the buttons of an answer."""
    question = page.question
    if isinstance(question, Headcount):
        return headcount.rows(page, question)
    if isinstance(question, Steps):
        return _steps(page, question)
    if isinstance(question, Keys):
        return _keys(page, question)
    buttons = _buttons(page)
    if not isinstance(question, Choice):
        return _in_rows(buttons, pairs=True)
    part = part_of(_in_rows(buttons, pairs=question.pairs), page.number, question.a_page)
    turns = paging.turns(page.texts, part, partial(Turn, page.version), question.turns)
    if isinstance(question, Several) and question.enough(page.at):
        return (*part.items, *turns, (_done(page, page.texts.plain("form-done")),))
    return (*part.items, *turns)


def _buttons(page: Page) -> list[Button]:
    found, texts = page.labels(), page.texts
    marks = isinstance(page.question, Several)
    return [
        Button(
            texts.plain("form-chosen", name=label) if marks and value[0] == "-" else label,
            Pick(page.version, value).pack(),
            style=page.face.style(page.question, value),
        )
        for label, value in zip(shortened([*found.values()]), found, strict=True)
    ]


def _done(page: Page, label: str) -> Button:
    return Button(label, Pick(page.version, DONE).pack(), style=Style.PRIMARY)


def _in_rows(buttons: Sequence[Button], *, pairs: bool) -> Rows:
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        beside = rows[-1] if rows and pairs else ()
        if len(beside) == 1 and max(len(beside[0].label), len(button.label)) <= SHORT:
            rows[-1] = (*beside, button)
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
    return (*_in_rows(steps, pairs=True), (done,))


@dataclass(frozen=True, slots=True)
class Which:
    """What a typed answer may mean: the question back, and what can be chosen."""

    asked: str
    values: Sequence[str]


def which(page: Page, of: Which) -> Message:
    """Ask which of several was meant."""
    label = partial(page.face.button, page.texts, page.at, page.question)
    rows = [(Button(label(each), Pick(page.version, each).pack()),) for each in of.values]
    return Message(of.asked, (*rows, *page.face.ways(page)))


def stepped(page: Page, value: str, taken: Still) -> str:
    """Return what is said at once on a button that changes a number; nothing on all others."""
    if isinstance(page.question, Headcount):
        return headcount.stepped(page, page.question, value, taken)
    return str(taken.answers[page.question.name]) if isinstance(page.question, Steps) else ""


def typed(page: Page, text: str) -> Taken | Which | headcount.Noted | str | None:
    """Return what becomes of a typed answer, as HTML why it is none; None if it is not meant so."""
    question = page.question
    if isinstance(question, Headcount | LineNumber):
        return headcount.typed(page, question, text)
    if isinstance(question, Number | Keys):
        return _number(page, question, text)
    if isinstance(question, Words):
        words = question.tidy(text)
        case = f"{page.face.form.name}-case"
        return Problem(case) if sounds_like_a_case(words) else question.entered(page.at, words)
    if isinstance(question, Moment):
        return _moment(page, question, text)
    if isinstance(question, Review):
        return None
    value = _day(page, text) if isinstance(question, When) else named(page.labels(), text)
    return None if value is None else question.chosen(page.at, value)


def _moment(page: Page, question: Moment, text: str) -> Taken | Which | str | None:
    """Take a typed moment; None if it was not meant to be one."""
    texts, now, zone = page.texts, page.at.now, page.at.network.zone
    missing = texts("form-day-and-time", example=moment_example(now, zone))
    match parse(text, now, zone):
        case Impossible(Reason.UNREADABLE) if not like_a_date(text):
            return None
        case Impossible() as impossible:
            return explain(texts, impossible, moment_example(now, zone))
        case Ambiguous(choices, past):
            moments = [at for each in choices if (at := each.starts_at(zone)) is not None]
            asked = texts("date-ambiguous")
            if past is not None:
                asked = texts("date-past-this-year", day=plain_day(past, texts.language))
            values = [at.astimezone(UTC).isoformat() for at in moments]
            return Which(asked, values) if values else missing
        case Parsed() as parsed:
            at = parsed.starts_at(zone)
            return missing if at is None else question.settled(page.at, at)


def _day(page: Page, text: str) -> str | None:
    day: date | None = past_day(text, local_day(page.at.now, page.at.network.zone))
    offered = page.question.offered(page.at)
    return day.isoformat() if day is not None and day.isoformat() in offered else None


def _number(page: Page, question: Number | Keys, text: str) -> Taken | str | None:
    least, most = question.least, question.most
    if isinstance(question, Steps):
        most = question.limit(page.at)
    read = _read(question, text, least, most)
    if isinstance(read, NoNumber):
        return refusal(page.texts, read, 1 if least < 0 else least, most)
    return None if read is None else question.entered(page.at, read)


def _read(question: Number | Keys, text: str, least: int, most: int) -> int | NoNumber | None:
    if isinstance(question, Number) and question.minutes:
        return read_minutes(text, most)
    return read_number(text, least, most) if least >= 0 else read_signed(text, most)
