"""Audiences that an office saved: chosen first, saved by the way, and removed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.announce_saved import SavedAudience
from talk.action import Action
from talk.form import Answers, Choice, Setting, Still, Taken

#: What of the answers says who is meant, beside the question itself.
_PARTS = ("offices", "sectors", "subscribers", "keep")
#: What is switched before something is sent, by what the button carries.
TOPIC, NOT_TOPIC = "topic", "not-topic"
KEEP, NOT_KEEP = "keep", "not-keep"
AGAIN, NOT_AGAIN = "again", "not-again"
_SWITCHES = {
    TOPIC: ("subscribers", True),
    NOT_TOPIC: ("subscribers", False),
    KEEP: ("keep", True),
    NOT_KEEP: ("keep", False),
    AGAIN: ("again", True),
    NOT_AGAIN: ("again", False),
}


def value_of(saved: SavedAudience) -> str:
    """Return what a button carries that means a saved audience."""
    return f"saved-{saved.id}"


def found(saved: Sequence[SavedAudience], value: str) -> SavedAudience | None:
    """Return the saved audience that a button means; None if it means something else."""
    return next((each for each in saved if value_of(each) == value), None)


class ToWhom(Choice):
    """Who is meant: first what the office saved, then the ways to choose anew."""

    def offered(self, at: Setting) -> Sequence[str]:
        """Return what is saved, and the list."""
        return [*map(value_of, at.about.saved), *self.offers(at)]

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take one; a saved one says of what it is made, and nothing of before holds."""
        known = {name: said for name, said in at.answers.items() if name not in _PARTS}
        saved = found(at.about.saved, value)
        made_of = {"offices": list(saved.offices), "sectors": list(saved.sectors)} if saved else {}
        return {**known, self.name: value, **made_of}


class Send(Choice):
    """When it is sent; meanwhile it can be switched whom it is for, and whether that is saved."""

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take a way to send, or a switch."""
        if value in _SWITCHES:
            name, on = _SWITCHES[value]
            return Still({**at.answers, name: on})
        return {**at.answers, self.name: value}


def switch(said: Answers, on: str, off: str) -> str:
    """Return the switch that is offered: the one to what is not so now."""
    return off if said.get(_SWITCHES[on][0]) else on


class ShowSaved(Action):
    """«Gemerkte entfernen»: which."""

    CODE = "ansv"


@dataclass(frozen=True, slots=True)
class DropSaved(Action):
    """Remove an audience that was saved."""

    CODE = "ansvd"
    saved_id: int


class LeaveSaved(Action):
    """Back to the question whom something is for."""

    CODE = "ansvb"
