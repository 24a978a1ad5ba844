"""What became of a request: one pure function from an exception to an outcome."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from domain.delivery import Lost, Migrated, NotSent, Outcome, Refused, Scope, Sent

#: How long everything waits when Telegram asks for less without saying for how long.
DEFAULT_PAUSE = timedelta(seconds=5)

#: Put on a CancelledError by whoever knows that the request had not left us yet.
NOT_LEFT = "netzbote: the request had not left us"

#: What Telegram may give back of what was sent to it, in whichever quotation marks.
_QUOTED = re.compile(r"\"[^\"]*\"?|(?<!\w)'[^']*'(?!\w)|«[^»]*»?|„[^“”]*[“”]?|“[^”]*”?")
#: Numbers as long as those of chats.
_NUMBER = re.compile(r"-?\d{7,}")

#: The cause of an httpx failure that happens before the first byte of the request is written.
_BEFORE_SENDING = frozenset(
    {"PoolTimeout", "ConnectTimeout", "ConnectError", "ProxyError", "UnsupportedProtocol"}
)

_NO_CHAT = ("chat not found", "peer_id_invalid")
_NOTHING_TO_CHANGE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "in the message to edit",
)


class NotLeft(Exception):
    """The cause of a failure after which we know: the request never left us."""


class AnswerLost(Exception):
    """The cause of a failure after which nobody knows: it left us, no answer came."""


def classify(error: Exception) -> Outcome:
    """Return what an exception of a Bot API call says about the message; `Lost` when in doubt."""
    match error:
        case RetryAfter():
            return NotSent(_text(error), _seconds(error.retry_after), pause_all=True)
        case ChatMigrated():
            return Migrated(str(error.new_chat_id))
        case Forbidden():
            return Refused(_text(error), Scope.CHAT)
        case InvalidToken() | EndPointNotFound():
            return Refused(_text(error), Scope.BOT)
        case Conflict():
            return NotSent(_text(error))
        case BadRequest():
            return _bad_request(error)
        case NetworkError():
            return _network(error)
        case TimeoutError() if _stayed(error):
            return NotSent(_text(error))
        case _:
            return Lost(_text(error))


def _bad_request(error: BadRequest) -> Outcome:
    reason = error.message.lower()
    if "message is not modified" in reason:
        return Sent()
    return Refused(_text(error), _scope(reason))


def _scope(reason: str) -> Scope:
    if any(words in reason for words in _NO_CHAT):
        return Scope.ADDRESS
    if any(words in reason for words in _NOTHING_TO_CHANGE):
        return Scope.PLACE
    return Scope.MESSAGE


def _network(error: NetworkError) -> Outcome:
    if error.message.startswith("Too Many Requests"):
        return NotSent(_text(error), DEFAULT_PAUSE, pause_all=True)
    if error.message.startswith("Request Entity Too Large"):
        return Refused(_text(error), Scope.MESSAGE)
    cause = error.__cause__
    if isinstance(cause, NotLeft) or type(cause).__name__ in _BEFORE_SENDING:
        return NotSent(_text(error), no_line=True)
    return Lost(_text(error))


def _stayed(error: TimeoutError) -> bool:
    """Whether the cancelled code noted that the request was still with us."""
    cause = error.__cause__
    if not isinstance(cause, asyncio.CancelledError):
        return False
    return NOT_LEFT in getattr(cause, "__notes__", ())


def _seconds(value: timedelta | float) -> timedelta:
    """Normalise what the library gives as seconds or as timedelta, by its setting."""
    return value if isinstance(value, timedelta) else timedelta(seconds=value)


def _text(error: Exception) -> str:
    """Return kind and reason in one short line, fit for a row and a log.

    What Telegram quotes is left out, and numbers of chats: a row tells nobody's words.
    """
    reason = _QUOTED.sub("…", str(error))
    return f"{type(error).__name__}: {_NUMBER.sub('…', reason)}"[:200].rstrip(": ")
