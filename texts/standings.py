"""What somebody reads of a training by where they stand in it: chosen here and nowhere else."""

from __future__ import annotations

from domain.message import Button
from domain.standing import Stand
from talk.register import AskLeave
from texts.catalogue import Texts
from texts.documents.calendar import CalendarEntry


def said(texts: Texts, what: str, where: Stand) -> str:
    """Return the sentence about something that happened, for who stands so.

    Who has neither a seat nor a place in the line is told nothing of what happens to them.
    """
    return texts(f"standing-{what}-{where}")


def label(texts: Texts, what: str, where: Stand) -> str:
    """Return the same for a button or a toast: plain."""
    return texts.plain(f"standing-{what}-{where}")


def leave_buttons(texts: Texts, training_id: int, where: Stand) -> tuple[Button, ...]:
    """Return the button with which somebody gives up what they have; none without anything."""
    if where is Stand.NEITHER:
        return ()
    label = "button-leave" if where is Stand.SEAT else "button-leave-line"
    return (Button(texts.plain(label), AskLeave(training_id).pack()),)


def entry_for(where: Stand, *, cancelled: bool) -> CalendarEntry:
    """Return what a calendar makes of the training: confirmed it is only for who has a seat."""
    if cancelled:
        return CalendarEntry.CANCELLED
    return CalendarEntry.CONFIRMED if where is Stand.SEAT else CalendarEntry.TENTATIVE
