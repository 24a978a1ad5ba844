"""Correcting how many came to a closed training: the institution, the number, the reason.

The reason is asked beneath what will be, and choosing it corrects: five taps from the card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.ledger.correction import Reason
from domain.recount import CountChange
from talk.action import OfPage, OfTraining
from talk.form import Answers, Choice, Form, Number, Setting, these
from talk.institutions import OFFICE, SECTOR

#: More than so many people come to nothing.
MOST = 9999
#: The numbers that are offered as buttons.
OFFERED = (-1, 1, -2, 2, -5, 5)
#: Which date of a series is corrected, and that all are alike.
SESSION, ALL = "session", "all"


def change_of(said: Answers) -> CountChange:
    """Return what shall be changed."""
    session = said.get(SESSION, ALL)
    if session != ALL:
        return CountChange("", "", said["by"], int(session))
    return CountChange(said["office"], said["sector"], said["by"])


def _sessions(at: Setting) -> Sequence[str]:
    """Return that all dates are meant, and each of them."""
    return [ALL, *(str(each.number) for each in at.about.training.plan.dates)]


def _is_series(at: Setting) -> bool:
    return bool(at.about.training.plan.series)


def _of_all(at: Setting) -> bool:
    return bool(at.answers.get(SESSION, ALL) == ALL)


def _impossible(at: Setting) -> str:
    return "" if at.about.changed(change_of(at.answers)) else "recount-impossible"


RECOUNT = Form(
    "recount",
    (
        Choice(SESSION, _sessions, asked_if=_is_series),
        replace(OFFICE, asked_if=_of_all),
        replace(SECTOR, asked_if=_of_all),
        Number("by", -MOST, MOST, OFFERED, _impossible),
        Choice("reason", these(Reason), labels="correction-reason"),
    ),
)


class ListClosed(OfPage):
    """«Teilnahmen berichtigen»: a page of closed trainings."""

    CODE = "rc-l"


class Open(OfTraining):
    """A closed training of the list."""

    CODE = "rc"
