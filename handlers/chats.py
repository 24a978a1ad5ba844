"""What handlers ask of a channel beside its messages; nothing depends on whether it works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.channel import Address
from handlers.events import Crowd, Tap, Typed

#: A command's word, and what it does.
Listed = tuple[str, str]


class Chats(Protocol):
    """What can be done in the chats of a channel; what is refused there is passed over."""

    async def answer(self, tap: Tap, text: str, *, alert: bool) -> None:
        """End the waiting of who pressed, and say something on the button."""

    async def take_out(self, said: Typed) -> None:
        """Take a text out of the chat."""

    async def list_commands(self, address: Address, listed: Sequence[Listed]) -> None:
        """Show in a chat what may be typed."""

    async def unlist_commands(self, address: Address) -> None:
        """Show in a chat what strangers may type."""

    async def leave(self, crowd: Crowd, goodbye: str) -> None:
        """Say goodbye to a chat of several people and leave it."""
