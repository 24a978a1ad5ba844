"""The ways to reach people, and what each can: rules ask the channel instead of knowing one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Channel:
    """What carries messages, by its name, and what it can.

    `changes`: a message that is there can be changed in place. `buttons`: what is pressed comes
    back to us, and proves that the message arrived. `idempotent`: a request that is repeated is
    known to be the same one. `receipts`: whether a message arrived is told later, or that it did
    not. Texts are measured in units of UTF-16, one with a file by a measure of its own.
    """

    name: str
    changes: bool
    buttons: bool
    idempotent: bool
    receipts: bool
    longest_text: int
    longest_caption: int

    @property
    def tells_later(self) -> bool:
        """Whether it may come out later that a message of which nobody knows has arrived."""
        return self.buttons or self.receipts


TELEGRAM = Channel(
    "telegram",
    changes=True,
    buttons=True,
    idempotent=False,
    receipts=False,
    longest_text=4096,
    longest_caption=1024,
)

#: Every channel there is, by its name, as rows keep it. Who has addresses on several is written
#: to by the first of them, as far as that is reachable.
CHANNELS = {channel.name: channel for channel in (TELEGRAM,)}


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody is: a channel's name, and the channel's own name for them."""

    channel: str
    name: str

    @property
    def mark(self) -> str:
        """What tells it from the addresses of all channels, as rows keep it."""
        return self.name if self.channel == TELEGRAM.name else f"{self.channel}:{self.name}"

    @classmethod
    def of_mark(cls, mark: str) -> Address:
        """Return the address of a mark."""
        channel, colon, name = mark.partition(":")
        return cls(channel, name) if colon else in_chat(mark)


def in_chat(number: int | str) -> Address:
    """Return the address of a chat of Telegram."""
    return Address(TELEGRAM.name, str(number))
