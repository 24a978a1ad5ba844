"""What is said when a dialogue was begun over another one: which one waits, and the two ways."""

from __future__ import annotations

from collections.abc import Sequence

from domain.message import Button, Message, Style
from talk.dialogue import Discard, Resume
from texts.catalogue import Texts
from texts.labels import short
from texts.typed_words import Nod, folded, nods

#: Of a longer title the beginning tells what it is about.
LONGEST_TITLE = 80


def offer(texts: Texts, kind: str, about: str, version: int, more: int) -> Message:
    """Offer to go on with a kept dialogue; `about` is a title or empty, `more` wait behind it."""
    name = texts.plain(f"dialogue-{kind}")
    if about:
        name = texts.plain("dialogue-about", name=name, about=short(about, LONGEST_TITLE))
    parts = [texts("dialogue-offer", name=name)]
    if more:
        parts.append(texts("dialogue-more", n=more))
    go_on = Button(texts.plain("dialogue-resume"), Resume(version).pack(), style=Style.PRIMARY)
    drop = Button(texts.plain("dialogue-discard"), Discard(version).pack())
    return Message("\n\n".join(parts), ((go_on,), (drop,)))


def discarded(texts: Texts) -> Message:
    """Say that the kept dialogue is gone."""
    return Message(texts("dialogue-discarded"))


def named(buttons: Sequence[Button], text: str, said: Nod | None) -> str:
    """Return what the one button does that a text names; empty if there is none or several.

    A number is never a label: it is an answer, whatever keys are shown.
    """
    words = folded(text)
    found = {b.action for b in buttons if b.action and folded(b.label) == words}
    if not found and said is not None:
        found = {b.action for b in buttons if b.action and nods(b.label, said)}
    return found.pop() if len(found) == 1 and not words.isdecimal() else ""


def too_many(texts: Texts, kind: str) -> Message:
    """Say that the oldest kept dialogue had to go."""
    return Message(texts("dialogue-too-many", name=texts.plain(f"dialogue-{kind}")))
