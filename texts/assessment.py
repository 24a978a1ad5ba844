"""The coordinators' own assessment of a year: what is kept, the question, the check."""

from __future__ import annotations

from dataclasses import replace

from domain.assessment import LONGEST
from domain.message import Button, Message, Rows, Style
from talk.assessment import (
    ASSESSMENT,
    AskDropAssessment,
    DropAssessment,
    ShowAssessment,
    WriteAssessment,
)
from talk.form import Leave
from texts.catalogue import Texts
from texts.faces import Face, Page, back
from texts.numbers import number
from texts.report_year import back_row
from texts.typed_words import maybe_names

MOST_NAMES = 5


def kept(texts: Texts, year: int, words: str | None, *, sealed: bool = False) -> Message:
    """Show what is kept, and the way to write it while the year is not sealed."""
    if sealed:
        text = texts("assessment-kept", year=str(year), words=words) if words else ""
        parts = [text, texts("assessment-sealed")]
        return Message("\n\n".join(filter(None, parts)), (back_row(texts, year),))
    if words is None:
        write = Button(texts.plain("assessment-write"), WriteAssessment(year).pack())
        text = texts("assessment-none", year=str(year))
        return Message(text, ((replace(write, style=Style.PRIMARY),), back_row(texts, year)))
    rows = (
        (Button(texts.plain("assessment-write-anew"), WriteAssessment(year).pack()),),
        (Button(texts.plain("assessment-drop"), AskDropAssessment(year).pack()),),
        back_row(texts, year),
    )
    return Message(texts("assessment-kept", year=str(year), words=words), rows)


def names_in(texts: Texts, words: str) -> str:
    """Ask to look closely at what seems to name persons; nothing, if nothing does."""
    names = maybe_names(words)
    listed = names[:MOST_NAMES]
    if more := len(names) - len(listed):
        listed.append(texts.plain("list-more", n=more))
    return texts("assessment-names", names=", ".join(listed)) if names else ""


class Assessing(Face):
    """How the form reads: in the end as the text will be printed."""

    def ask(self, page: Page) -> str:
        """Ask for the text, or whether it may stand like this."""
        texts, year = page.texts, str(page.at.answers["year"])
        if page.first:
            most = number(LONGEST, texts.language)
            return texts("assessment-words", year=year, most=most)
        words = page.at.answers["words"]
        parts = [texts("assessment-check", year=year, words=words)]
        parts += [names_in(texts, words), texts("assessment-question")]
        if page.at.about:
            parts.append(texts("assessment-replaces"))
        return "\n\n".join(filter(None, parts))

    def refused(self, page: Page, text_id: str) -> str:
        """Return as HTML why a text is not taken, and ask for another one."""
        most = number(LONGEST, page.texts.language)
        return f"{page.texts(text_id)}\n\n{page.texts('assessment-again', most=most)}"

    def ways(self, page: Page) -> Rows:
        """Return the ways to write anew and out."""
        if page.first:
            return ((back(page, "assessment-not-now"),),)
        leave = Button(page.texts.plain("assessment-leave"), Leave(page.version).pack())
        return ((back(page, "assessment-write-anew"),), (leave,))


FACE = Assessing(ASSESSMENT)


def ask_drop(texts: Texts, year: int) -> Message:
    """Ask back before one is removed."""
    drop = Button(
        texts.plain("assessment-drop-yes"), DropAssessment(year).pack(), style=Style.DANGER
    )
    stay = Button(texts.plain("assessment-drop-no"), ShowAssessment(year).pack())
    return Message(texts("assessment-ask-drop", year=str(year)), ((drop,), (stay,)))
