"""Addresses that open the chat with the bot."""

from __future__ import annotations

from talk.start import Opening


def link(bot_name: str, opening: Opening) -> str:
    """Return the address that leads into the chat, and to what it opens there."""
    return f"https://t.me/{bot_name.removeprefix('@')}?start={opening.written()}"
