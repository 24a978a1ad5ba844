"""What becomes of a typed answer, whatever its question asks: in the chat, on a page, anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from domain.localtime import local_day
from domain.plan_sketch import END_OF_DAY
from domain.plan_sketch import When as Said
from talk.dates import DatePart, Moment, Span, When
from talk.form import (
    Form,
    Grouped,
    Keys,
    Number,
    Problem,
    Review,
    Setting,
    Steps,
    Taken,
    Words,
)
from talk.headcount import Headcount, LineNumber
from talk.session_count import Attended
from texts import headcount, session_count
from texts.dates import plain_day
from texts.faces import Page
from texts.headcount import Noted
from texts.typed_choice import named, several_named
from texts.typed_dates import (
    Ambiguous,
    Impossible,
    Parsed,
    Reason,
    explain,
    like_a_date,
    missing_day,
    on_day,
    parse,
    past_day,
)
from texts.typed_numbers import (
    NoNumber,
    read_minutes,
    read_number,
    read_signed,
    refusal,
    says_unlimited,
)
from texts.typed_words import sounds_like_a_case


@dataclass(frozen=True, slots=True)
class Which:
    """What a typed answer may mean: the question back, and what can be chosen."""

    asked: str
    values: Sequence[str]


#: An answer, the question back, as HTML why it is none, or that it was not meant as one.
Read = Taken | Noted | Which | str | None


def typed(page: Page, text: str) -> Read:
    """Return what becomes of a typed answer, as HTML why it is none; None if it is not meant so."""
    question = page.question
    if isinstance(question, Headcount | LineNumber):
        return headcount.typed(page, question, text)
    if isinstance(question, Attended):
        return session_count.typed(page, question, text)
    if isinstance(question, Number | Keys):
        return _number(page, question, text)
    if isinstance(question, Words):
        return _words(page, question, text)
    if isinstance(question, Moment):
        return _moment(page, question, text)
    if isinstance(question, Span):
        return _span(page, question, text)
    if isinstance(question, Review):
        return None
    if isinstance(question, Grouped) and len(found := several_named(page.labels(), text)) > 1:
        return Which(page.texts("form-which"), found)
    value = _day(page, text) if isinstance(question, When) else named(page.labels(), text)
    return None if value is None else question.chosen(page.at, value)


def _words(page: Page, question: Words, text: str) -> Read:
    if not question.meant(question.tidy(text)):
        return None
    return worded(page.face.form, question, page.at, text)


def worded(form: Form, question: Words, at: Setting, text: str) -> Taken:
    """Take words, wherever they were written; none that surely are about a case."""
    words = question.tidy(text)
    if not question.open and sounds_like_a_case(words):
        return Problem(f"{form.name}-case")
    return question.entered(at, words)


def _moment(page: Page, question: Moment, text: str) -> Read:
    """Take a typed moment; None if it was not meant to be one."""
    texts, now, zone = page.texts, page.at.now, page.at.network.zone
    missing = texts("form-day-and-time", example=page.face.example(page))
    match parse(text, now, zone, until=question.until):
        case Impossible() as impossible:
            return _impossible(page, impossible, text)
        case Ambiguous() as several:
            moments = [at for each in several.choices if (at := _at(page, question, each))]
            values = [at.astimezone(UTC).isoformat() for at in moments]
            return Which(_which(page, several), values) if values else missing
        case Parsed(day=None) if question.until:
            return missing_day(texts, page.face.example(page))
        case Parsed() as parsed:
            at = _at(page, question, parsed)
            return missing if at is None else question.settled(page.at, at)


def _at(page: Page, question: Moment, parsed: Parsed) -> datetime | None:
    whole = question.until and parsed.day is not None and parsed.starts is None
    read = Parsed(parsed.day, END_OF_DAY) if whole else parsed
    return read.starts_at(page.at.network.zone)


def _which(page: Page, several: Ambiguous) -> str:
    """Ask back as HTML which of several readings is meant, or whether the next year is."""
    if several.past is None:
        return page.texts("date-ambiguous")
    return page.texts("date-past-this-year", day=plain_day(several.past, page.texts.language))


def _impossible(page: Page, why: Impossible, text: str) -> Read:
    if why.reason is Reason.UNREADABLE and not like_a_date(text):
        return None
    return explain(page.texts, why, page.face.example(page))


def _span(page: Page, question: Span, text: str) -> Read:
    """Take a typed date or a part of it; None if it was not meant to be one."""
    match _read_span(page, question, text):
        case Impossible() as impossible:
            return _impossible(page, impossible, text)
        case Ambiguous() as several:
            values = [said(question, each).pack() for each in several.choices[:6]]
            return Which(_which(page, several), values)
        case Parsed(day=None):
            return missing_day(page.texts, page.face.example(page))
        case Parsed() as parsed:
            return question.settled(page.at, said(question, parsed))


def _read_span(page: Page, question: Span, text: str) -> Parsed | Ambiguous | Impossible:
    """Read a text: a time alone is of the day that is known."""
    now, zone, known = page.at.now, page.at.network.zone, question.known(page.at).day
    read = parse(text, now, zone, None if question.part is DatePart.DAY else known)
    if isinstance(read, Parsed) and read.day is None:
        return parse(text, now, zone, known)
    return on_day(read, known) if question.part is DatePart.DAY else read


def said(question: Span, parsed: Parsed) -> Said:
    """Return what was typed; a lone time is the end where the end is asked."""
    if question.part is DatePart.ENDS and parsed.ends is None:
        return Said(ends=parsed.starts)
    return Said(parsed.day, parsed.starts, parsed.ends, parsed.end_day)


def _day(page: Page, text: str) -> str | None:
    day: date | None = past_day(text, local_day(page.at.now, page.at.network.zone))
    offered = page.question.offered(page.at)
    return day.isoformat() if day is not None and day.isoformat() in offered else None


def _number(page: Page, question: Number | Keys, text: str) -> Read:
    least, most = question.least, question.most
    if isinstance(question, Steps):
        most = question.limit(page.at)
    if isinstance(question, Number) and question.unlimited and says_unlimited(text):
        return question.entered(page.at, None)
    read = _read(question, text, least, most)
    if isinstance(read, NoNumber):
        return refusal(page.texts, read, 1 if least < 0 else least, most)
    return None if read is None else question.entered(page.at, read)


def _read(question: Number | Keys, text: str, least: int, most: int) -> int | NoNumber | None:
    if isinstance(question, Number) and question.minutes:
        return read_minutes(text, most)
    return read_number(text, least, most) if least >= 0 else read_signed(text, most)
