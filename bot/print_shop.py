"""Makes papers into files as they are sent, in a process of its own: the bot stays quick."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import structlog

from bot.report_process import ReportProcess
from domain.message import Document, Message
from domain.paper import PaperSheet

#: How long a paper may take, in seconds; a list of 400 people takes about one.
LONGEST = 30.0
#: How long the process waits for the next paper, in seconds.
NEXT = 60.0

_log = structlog.get_logger(__name__)


def made(sheet: PaperSheet) -> Document:
    """Return the file of a sheet; called in the process that makes them."""
    from texts.documents.sheet import document  # memory: the bot itself needs no typesetting

    return document(sheet)


class PrintShop:
    """Makes one paper after the other."""

    def __init__(self) -> None:
        self._process = ReportProcess(NEXT)
        self._one = asyncio.Lock()

    async def printed(self, message: Message) -> Message:
        """Return a message with its paper as a file; says so instead where that fails."""
        sheet = message.sheet
        if sheet is None:
            return message
        try:
            async with self._one, asyncio.timeout(LONGEST):
                file = await self._process.run(made, sheet)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must be told
            _log.warning("paper not made", error=error)
            return replace(message, text=sheet.sorry, sheet=None)
        finally:
            self._process.rest()
        return replace(message, document=file, sheet=None)

    def end(self) -> None:
        """End the process."""
        self._process.end()
