"""The coordinators' own assessment of a year: what is kept, the question, the check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.assessment import LONGEST, NotKept
from domain.message import Button, Message, Style
from talk.assessment import (
    AskDropAssessment,
    DropAssessment,
    KeepAssessment,
    LeaveAssessment,
    ShowAssessment,
    WriteAssessment,
)
from texts.catalogue import Texts
from texts.figures import back_row
from texts.numbers import number

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


def _out(texts: Texts, year: int) -> tuple[Button, ...]:
    return (Button(texts.plain("assessment-not-now"), ShowAssessment(year).pack()),)


def ask(texts: Texts, year: int) -> Message:
    """Ask for the text, and say what does not belong there."""
    most = number(LONGEST, texts.language)
    return Message(texts("assessment-ask", year=str(year), most=most), (_out(texts, year),))


def refused(texts: Texts, year: int, reason: NotKept) -> Message:
    """Say why a text is not taken."""
    most = number(LONGEST, texts.language)
    text = texts(f"assessment-{reason}")
    hint = texts("assessment-again", most=most)
    return Message(f"{text}\n\n{hint}", (_out(texts, year),))


def check(texts: Texts, year: int, version: int, words: str, names: Sequence[str]) -> Message:
    """Show a text as it will be printed; `names` are to be looked at once more."""
    parts = [texts("assessment-check", year=str(year), words=words)]
    if names:
        listed = list(names[:MOST_NAMES])
        if more := len(names) - len(listed):
            listed.append(texts.plain("list-more", n=more))
        parts.append(texts("assessment-names", names=", ".join(listed)))
    parts.append(texts("assessment-question"))
    keep = Button(
        texts.plain("assessment-keep"), KeepAssessment(version).pack(), style=Style.SUCCESS
    )
    rows = (
        (keep,),
        (Button(texts.plain("assessment-write-anew"), WriteAssessment(year).pack()),),
        (Button(texts.plain("assessment-leave"), LeaveAssessment(version).pack()),),
    )
    return Message("\n\n".join(parts), rows)


def replacing(texts: Texts, card: Message) -> Message:
    """Add that there is one already."""
    return replace(card, text=f"{card.text}\n\n{texts('assessment-replaces')}")


def ask_drop(texts: Texts, year: int) -> Message:
    """Ask back before one is removed."""
    drop = Button(
        texts.plain("assessment-drop-yes"), DropAssessment(year).pack(), style=Style.DANGER
    )
    stay = Button(texts.plain("assessment-drop-no"), ShowAssessment(year).pack())
    return Message(texts("assessment-ask-drop", year=str(year)), ((drop,), (stay,)))
