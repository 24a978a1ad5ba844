"""What a channel hears, as values: somebody pressed, wrote, or can be reached or not."""

from __future__ import annotations

from dataclasses import dataclass

from domain.channel import Address


@dataclass(frozen=True, slots=True)
class Event:
    """Something that came in from a chat.

    `number` is the channel's own and counts up. `language` is what the channel knows of the
    language of who is there.
    """

    number: int
    address: Address
    language: str | None


@dataclass(frozen=True, slots=True)
class Tap(Event):
    """Somebody pressed a button.

    `action` is what it does, packed. `delivery` is the number of the message it came with;
    None stands for one that somebody made up. `message_id` is that message if it can be changed.
    By `pressed` the channel knows the press again, to answer it.
    """

    action: str
    delivery: int | None
    message_id: str | None
    pressed: str


@dataclass(frozen=True, slots=True)
class Typed(Event):
    """Somebody wrote; None is what is no text: a picture, a place, a voice."""

    message_id: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Command(Typed):
    """Somebody wrote a word that the channel shows as a command, and perhaps a rest behind it."""

    word: str
    rest: str


@dataclass(frozen=True, slots=True)
class Presence(Event):
    """Somebody closed their chat with the bot, or opened it again."""

    reachable: bool


class Crowd(Event):
    """The bot stands in a chat of several people, or is written to there."""
