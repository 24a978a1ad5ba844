"""What Telegram's limits mean for many people, by our own pace: `python -m tests.bench.reach`.

The bot's own pace is asked message by message, by a clock that only jumps: no figure here depends
on the machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.settings import Settings
from bot.telegram.limiter import Limiter
from bot.telegram.pace import Pace

#: How many specialists: a large network, a large country, everybody.
SIZES = (5_000, 100_000, 1_000_000)
#: So many specialists a network, where each county has its own.
OF_ONE = 1_000
#: One in so many registers while the announcement still goes out.
ONE_IN = 10
#: What a full registration calls; only some of it waits for a slot (docs/performance.md).
CALLS = ("answerCallbackQuery", "editMessageText", "sendMessage")
#: Most messages a second that may be set at all; Telegram takes them from who pays for each.
MOST = 1000.0


@dataclass(frozen=True, slots=True)
class Row:
    """What so many specialists mean, in one bot and in networks of their own."""

    people: int
    one_bot: timedelta
    with_registrations: timedelta
    paid: timedelta
    networks: int
    each: timedelta


def lasts(messages: int, rate: float) -> timedelta:
    """Return how long so many messages to as many people take."""
    pace, now = Pace(rate), 0.0
    for chat in range(messages):
        now += pace.wait(now)
        while not pace.take(chat, now):
            now += pace.wait(now)
    return timedelta(seconds=round(now))


def paced() -> int:
    """Return how many calls of a registration wait for a slot."""
    return sum(Limiter.is_paced(name) for name in CALLS)


def row(people: int, rate: float) -> Row:
    """Return what so many specialists mean."""
    return Row(
        people,
        lasts(people, rate),
        lasts(people + people // ONE_IN * paced(), rate),
        lasts(people, MOST),
        -(-people // OF_ONE),
        lasts(min(people, OF_ONE), rate),
    )


def lines(sizes: Iterable[int] = SIZES) -> list[str]:
    """Return the table, by the pace that is set where nothing else is."""
    rate = float(Settings.model_fields["messages_per_second"].default)
    head = f"{rate:.0f}/s     people     announced  1 in {ONE_IN} registers  at {MOST:.0f}/s, paid"
    rows = [row(people, rate) for people in sizes]
    return [
        f"{head}  as networks of {OF_ONE:,}",
        *(
            f"{each.people:>15,} {each.one_bot!s:>13} {each.with_registrations!s:>17} "
            f"{each.paid!s:>16}  {each.networks:,} networks, {each.each} each"
            for each in rows
        ),
    ]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in lines()))
