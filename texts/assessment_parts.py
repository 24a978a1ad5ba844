"""The parts of an assessment: how their form reads, and what is said of the hints so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from domain.assessment_parts import CHAPTERS, LONGEST_PART, AssessedPart, is_chapter
from domain.message import Button, Rows
from talk.assessment_parts import PARTS, AssessChapters, DropPart, said
from talk.form import Leave, Question, Setting, Words
from texts.assessment import names_in
from texts.catalogue import Html, Texts
from texts.faces import Face, Page, back
from texts.measures import measure_source
from texts.numbers import number


class OfParts(Face):
    """How the form reads: in the end as the text will be printed."""

    def head(self, page: Page) -> str:
        """Return what is assessed, and of which year."""
        texts, said_of = page.texts, page.at.answers
        return texts("assessment-part-of", year=str(said_of["year"]), part=_about(texts, page.at))

    def ask(self, page: Page) -> str:
        """Ask for the words, beneath those of before; or whether they may stand like this."""
        texts = page.texts
        most = number(LONGEST_PART, texts.language)
        match page.question.name:
            case "verdict":
                return texts("assessment-part-verdict")
            case "check":
                words = said(page.at)
                parts = [Html(texts("assessment-part-check", words=words)), names_in(texts, words)]
                return "\n\n".join([*filter(None, parts), texts("assessment-question")])
        asked = texts(f"assessment-part-{page.question.name}", most=most)
        before = page.at.about
        return f"{texts('assessment-part-before', words=before)}\n\n{asked}" if before else asked

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        if isinstance(question, Words):
            hint = not is_chapter(at.answers["part"])
            return texts.plain("assessment-part-without" if hint else "assessment-part-skip")
        return Face.label(self, texts, at, question, value)

    def refused(self, page: Page, text_id: str) -> str:
        """Return as HTML why a text is not taken, and ask for another one."""
        most = number(LONGEST_PART, page.texts.language)
        return f"{page.texts(text_id)}\n\n{page.texts('assessment-again', most=most)}"

    def ways(self, page: Page) -> Rows:
        """Return the ways back and out, and to no text at all where there is one."""
        texts, said_of = page.texts, page.at.answers
        leave = Button(texts.plain("assessment-part-stop"), Leave(page.version).pack())
        if page.question.name == "check":
            return ((back(page, "assessment-write-anew"),), (leave,))
        drop = DropPart(said_of["year"], said_of["part"]).pack()
        away = (Button(texts.plain("assessment-part-drop"), drop),)
        return ((away,) if page.at.about else ()) + ((leave,),)


FACE = OfParts(PARTS)


def _about(texts: Texts, at: Setting) -> str:
    """Return what is assessed: a chapter by its title, a hint by its rule and its subject."""
    part = at.answers["part"]
    if is_chapter(part):
        return texts.plain(f"report-chapter-{part}")
    code, _, subject = part.partition("/")
    rule, (kind, _, slug) = measure_source(texts, code), subject.partition("/")
    if not slug:
        return rule
    about = texts.plain(slug) if kind == "text" else texts.label(kind, slug)
    return texts.plain("measures-named", what=rule, about=about)


def chapters_way(texts: Texts, year: int) -> tuple[Button, ...]:
    """Return the way to the chapters, one after the other."""
    return (Button(texts.plain("assessment-chapters"), AssessChapters(year, 0).pack()),)


def chapters_written(texts: Texts, parts: Iterable[AssessedPart]) -> str:
    """Say how many of the chapters have words of their own."""
    n = sum(is_chapter(each.part) for each in parts)
    return texts("assessment-chapters-written", n=n, of=len(CHAPTERS)) if n else ""
