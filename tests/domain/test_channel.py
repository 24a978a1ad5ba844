"""What a channel can decides what is done: rules never ask which one it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.channel import CHANNELS, TELEGRAM, Channel
from domain.delivery import (
    CHANGE_HOLD,
    UNKNOWN_HOLD,
    Kind,
    Letter,
    Lost,
    UnknownPolicy,
    first_hold,
    policy,
    verdict,
)
from domain.message import Message
from domain.splitting import split
from tests.domain.test_delivery import NOW, delivery

PLAIN = Channel(
    "plain",
    changes=False,
    buttons=False,
    idempotent=False,
    receipts=False,
    longest_text=100,
    longest_caption=10,
)
TELLING, KNOWING = replace(PLAIN, receipts=True), replace(PLAIN, idempotent=True)


def test_each_channel_is_known_by_its_name() -> None:
    assert {name: channel.name for name, channel in CHANNELS.items()} == {"telegram": "telegram"}


@pytest.mark.parametrize(
    ("channel", "announced", "reminded"),
    [
        (TELEGRAM, UnknownPolicy.HOLD, UnknownPolicy.RESEND_ONCE),
        (PLAIN, UnknownPolicy.HOLD, UnknownPolicy.RESEND_ONCE),
        (TELLING, UnknownPolicy.RESEND_ONCE, UnknownPolicy.RESEND_ONCE),
        (KNOWING, UnknownPolicy.RESEND, UnknownPolicy.RESEND),
    ],
)
def test_what_is_lost_goes_again_as_its_channel_allows(
    channel: Channel, announced: UnknownPolicy, reminded: UnknownPolicy
) -> None:
    assert policy(Kind.ANNOUNCEMENT, channel, in_place=False) is announced
    assert policy(Kind.REMINDER, channel, in_place=False) is reminded


@pytest.mark.parametrize(
    ("channel", "hold"),
    [
        (TELEGRAM, UNKNOWN_HOLD),
        (TELLING, UNKNOWN_HOLD),
        (PLAIN, CHANGE_HOLD),
        (KNOWING, CHANGE_HOLD),
    ],
)
def test_late_evidence_is_waited_for_where_some_can_come(channel: Channel, hold: timedelta) -> None:
    lost = verdict(replace(delivery(), channel=channel), Lost("away"), NOW, 0.5)

    assert lost.next_at == NOW + hold == NOW + first_hold(channel, in_place=False)
    assert first_hold(channel, in_place=True) == CHANGE_HOLD


def test_a_repetition_is_marked_unless_the_channel_knows_it_again() -> None:
    again = replace(delivery(), resends=1)

    assert replace(again, channel=PLAIN).repeated
    assert not replace(again, channel=KNOWING).repeated


@pytest.mark.parametrize(
    ("message", "facts", "replaced", "changes"),
    [
        (Message("Guten Tag"), {}, None, False),
        (Message("Guten Tag").changing("7"), {"replaces": "8"}, "7", True),
        (Message("", removes=("5", "6")), {}, None, True),
        (None, {"replaces": 8}, "8", True),
        (None, {}, None, False),
    ],
)
def test_a_letter_says_what_it_would_change_and_its_channel_is_found_when_it_is_put(
    message: Message | None, facts: dict[str, object], replaced: str | None, changes: bool
) -> None:
    letter = Letter("k", Kind.ANSWER, NOW, message=message, facts=facts)

    assert (letter.replaces, letter.in_place) == (replaced, changes)


def test_a_text_comes_in_parts_as_long_as_the_channel_takes() -> None:
    assert [len(part.text) for part in split(Message("x" * 150), PLAIN)] == [100, 50]
    assert len(split(Message("x" * 150), TELEGRAM)) == 1
