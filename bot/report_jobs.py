"""What the process is asked for in which reports are made, by names that the bot can carry.

Putting a report together takes some 25 modules, its files 25 MiB of libraries. The bot's own
process only knows what is called; the functions load it where they run.
"""

from __future__ import annotations

from bot.report_values import Begun, Failed, Gathered, ReportPage, Unusable
from domain.disclosure.cells import Publication
from domain.message import Document, Message
from domain.network import Network
from domain.report_order import Wanted
from texts.report_year import Reader


def page(
    network: Network, gathered: Gathered, wanted: Wanted, language: str, reader: Reader
) -> ReportPage:
    """Return a page of the chat."""
    from bot import report_maker  # memory: as above

    return report_maker.page(network, gathered, wanted, language, reader)


def drawn(
    network: Network, gathered: Gathered, wanted: Wanted, language: str
) -> tuple[list[Message], Publication | None]:
    """Return the charts of a year that are shown in chat, and what is to be remembered of them."""
    from bot import report_maker  # memory: as above

    return report_maker.drawn(network, gathered, wanted, language)


def begin(network: Network, gathered: Gathered, wanted: Wanted, language: str) -> Begun:
    """Put the report together; the files are asked for one by one."""
    from bot import report_maker  # memory: as above

    return report_maker.begin(network, gathered, wanted, language)


def finished(form: str) -> Document | Unusable | Failed:
    """Return the report that was begun, in one form."""
    from bot import report_maker  # memory: as above

    return report_maker.finished(form)
