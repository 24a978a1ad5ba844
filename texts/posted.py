"""What comes back from the page of a form: the same answers as in the chat, or the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talk.dates import Moment, Span, When
from talk.form import (
    Again,
    Asks,
    Choice,
    Problem,
    Question,
    Review,
    Setting,
    Several,
    Still,
    Taken,
    Words,
)
from texts.catalogue import Texts
from texts.faces import Face, Page
from texts.headcount import Noted
from texts.typed_answers import Read, Which, typed
from texts.typed_words import folded

#: The fields of a page by their names, each with what was entered or marked.
Posted = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class SentPage:
    """A page that came back: the answers, what was entered, and as HTML what is wrong."""

    at: Setting
    entered: Posted
    errors: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return what was written in a field."""
        return next(iter(self.entered.get(name, ())), "")

    def marks(self, question: Choice, at: Setting) -> Sequence[str]:
        """Return what is marked of a list: what was sent, else what is usual."""
        if self.entered:
            return self.entered.get(question.name, ())
        answer = question.answer(at) or ()
        return (answer,) if isinstance(answer, str) else answer


def read_posted(texts: Texts, face: Face, at: Setting, posted: Posted) -> SentPage:
    """Take all questions in their order; what is wrong with one keeps none of the others back."""
    errors: dict[str, str] = {}
    for question in face.form.questions:
        if not question.asked_if(at) or (isinstance(question, Review) and errors):
            continue
        page = Page(texts, face, question, at, 0)
        taken = _taken(page, posted.get(question.name, ()), errors)
        if isinstance(taken, Noted):
            taken = taken.taken
        if isinstance(taken, Mapping | Still | Asks):
            at = at.saying(taken.answers if isinstance(taken, Still | Asks) else taken)
        elif isinstance(taken, Again):
            asked = next(each for each in face.form.questions if each.name == taken.question)
            errors[asked.name] = _why(Page(texts, face, asked, at, 0), Problem(taken.text_id))
        elif taken is not None:
            errors[question.name] = _why(page, taken)
    return SentPage(at, posted, errors)


def _taken(page: Page, entered: Sequence[str], errors: Mapping[str, str]) -> Read:
    """Return what becomes of a field; None where it leaves everything as it is."""
    question, at = page.question, page.at
    text = next(iter(entered), "").strip()
    if isinstance(question, Several):
        return _several(page, question, entered)
    if not text:
        return _empty(page, question, errors)
    if question.within in errors:
        return None
    if isinstance(question, Review) or _one_of(question):
        return _picked(page, text)
    pressed = [value for value, label in page.labels().items() if folded(label) == folded(text)]
    if len(pressed) == 1:
        return question.pick(at, pressed[0])
    taken = typed(page, text)
    return page.texts("form-page-unclear") if taken is None else taken


def _one_of(question: Question) -> bool:
    return isinstance(question, Choice) and not isinstance(question, Span | Moment | When)


def _picked(page: Page, value: str) -> Read:
    try:
        return page.question.pick(page.at, value)
    except ValueError:
        return page.texts("stale-button")


def _several(page: Page, question: Several, marked: Sequence[str]) -> Read:
    offers = question.offers(page.at)
    if not set(marked) <= set(offers):
        return page.texts("stale-button")
    at = page.at.saying({**page.at.answers, question.name: [e for e in offers if e in marked]})
    may_be_none = not marked and question.default is not None
    if may_be_none or question.enough(at):
        return at.answers
    return page.texts("form-page-missing")


def _empty(page: Page, question: Question, errors: Mapping[str, str]) -> Read:
    """Leave a field at what is usual; what another field has said already is not asked again."""
    if question.name in page.at.answers or question.within in errors:
        return None
    if question.default is not None:
        return {**page.at.answers, question.name: question.default(page.at)}
    if isinstance(question, Words) and question.optional:
        return {**page.at.answers, question.name: None}
    return None if isinstance(question, Review) else page.texts("form-page-missing")


def _why(page: Page, taken: Taken | Which | str) -> str:
    """Return as HTML why an answer is none, or what it may mean."""
    if isinstance(taken, Problem):
        return page.face.refused(page, taken.text_id) if taken.text_id else _missing(page)
    if isinstance(taken, Which):
        label = page.face.label
        meant = [label(page.texts, page.at, page.question, each) for each in taken.values]
        return "\n".join([taken.asked, *meant])
    return taken if isinstance(taken, str) else _missing(page)


def _missing(page: Page) -> str:
    return page.texts("form-page-missing")
