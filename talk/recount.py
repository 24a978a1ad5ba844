"""Correcting how many came to a closed training: the institution, the number, the reason.

The reason is asked beneath what will be, and choosing it corrects: five taps from the card.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.ledger.correction import Reason
from domain.recount import CountChange
from talk.action import Action, Position
from talk.form import Answers, Choice, Form, Number, Setting, these
from talk.institutions import OFFICE, SECTOR

#: More than so many people come to nothing.
MOST = 9999
#: The numbers that are offered as buttons.
OFFERED = (-1, 1, -2, 2, -5, 5)


def change_of(said: Answers) -> CountChange:
    """Return what shall be changed."""
    return CountChange(said["office"], said["sector"], said["by"])


def _impossible(at: Setting) -> str:
    return "" if at.about.changed(change_of(at.answers)) else "recount-impossible"


RECOUNT = Form(
    "recount",
    (
        OFFICE,
        SECTOR,
        Number("by", -MOST, MOST, OFFERED, _impossible),
        Choice("reason", these(Reason), labels="correction-reason"),
    ),
)


@dataclass(frozen=True, slots=True)
class ListClosed(Action):
    """«Teilnahmen berichtigen»: a page of closed trainings."""

    CODE = "rc-l"
    page: Position


@dataclass(frozen=True, slots=True)
class Open(Action):
    """A closed training of the list."""

    CODE = "rc"
    training_id: int
