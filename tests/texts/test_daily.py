"""The day in one message: each thing that is told has its way to act, and few are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.daily import Today
from domain.deliveries import Doubts
from domain.manage import Numbers
from domain.message import Message
from talk.action import Action
from talk.close import Close
from talk.daily import GoAhead, SetDaily
from talk.deliveries import Troubles
from talk.manage import AskCancel, Attendance, Change, ManageOne
from talk.plan_offers import Step
from tests.domain.test_daily import training
from tests.domain.years import NETWORK
from texts.catalogue import Texts
from texts.daily import MOST_ROWS, summed_up

STARTS = datetime(2027, 3, 12, 8, tzinfo=UTC)
BEFORE = STARTS - timedelta(days=1)


def numbers(number: int, title: str = "") -> Numbers:
    made = training(number, STARTS, STARTS - timedelta(days=14))
    named = replace(made.plan, title=title or f"Seminar {number}", minimum=4)
    return Numbers(replace(made, plan=named), 3, 2, 2)


def buttons(of: Message) -> list[tuple[str, str]]:
    return [(each.label, each.action) for row in of.buttons for each in row]


def acts(*ways: tuple[str, Action]) -> list[tuple[str, str]]:
    """Return the buttons that lead there; beneath all stands the way to do without."""
    return [(label, way.pack()) for label, way in (*ways, ("Nicht mehr täglich", SetDaily(0)))]


ONE = numbers(1)


@pytest.mark.parametrize(
    ("told", "said", "ways"),
    [
        (
            Today(short=[ONE]),
            "Mindestzahl nicht erreicht",
            [
                ("Absagen", AskCancel(1)),
                ("Frist verlängern", Change(1, Step.DEADLINE)),
                ("Trotzdem durchführen", GoAhead(1)),
            ],
        ),
        (
            Today(short=[ONE, numbers(2)]),
            "Mindestzahl: 4",
            [("Entscheiden: Seminar 1", ManageOne(1)), ("Entscheiden: Seminar 2", ManageOne(2))],
        ),
        (
            Today(deadline=[ONE]),
            "Anmeldeschluss erreicht",
            [("Ansehen: Seminar 1", ManageOne(1))],
        ),
        (Today(coming=[ONE]), "Als Nächstes", [("Liste holen: Seminar 1", Attendance(1))]),
        (
            Today(left=[(ONE, 2)]),
            "2 späte Abmeldungen",
            [("Ansehen: Seminar 1", ManageOne(1))],
        ),
        (
            Today(stuck=[ONE]),
            "niemand auf der Warteliste ist erreichbar",
            [("Ansehen: Seminar 1", ManageOne(1))],
        ),
        (Today(unclosed=[ONE]), "Noch nicht", [("Abschließen: Seminar 1", Close(1))]),
        (Today(doubts=Doubts(1, 2, 9)), "Ungewiss: 1", [("Zustellung ansehen", Troubles(0, 0))]),
    ],
)
def test_each_thing_that_is_told_has_its_way_to_act(
    told: Today, said: str, ways: list[tuple[str, Action]]
) -> None:
    message = summed_up(Texts(), NETWORK, told, BEFORE)

    assert said in message.text
    assert buttons(message) == acts(*ways)


def test_of_many_only_some_are_named_and_lead_on() -> None:
    message = summed_up(Texts(), NETWORK, Today(coming=[numbers(n) for n in range(1, 10)]), BEFORE)

    assert message.text.count("Seminar") == 5
    assert len(message.buttons) == 7

    coming = [numbers(n) for n in range(2, 10)]
    full = Today(short=[ONE], coming=coming, doubts=Doubts(1, 0, 1))
    message = summed_up(Texts(), NETWORK, full, BEFORE)

    assert len(message.buttons) == MOST_ROWS
    assert message.buttons[-2][0].action == Troubles(0, 0).pack()
