"""Starts the stand-in by itself: `python -m standin --port 8081`."""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, timedelta, tzinfo
from typing import NoReturn, TypeVar
from zoneinfo import ZoneInfo

from standin.http.page import Hooks, Phone, both, hand_out
from standin.http.server import application, serving
from standin.telegram import TOKEN, TOKEN_FORM, Telegram
from standin.world.clock import MovableClock

T = TypeVar("T", int, float)

#: Who stands on the page if nobody is named.
PHONES = ("1001:Anna", "1002:Bert")
LONGEST_NAME = 64
LARGEST_ID = 2**52
LONGEST_LATENCY = 60_000
TOLD = """\
{address}
The page is at this address, the doors at {address}/sim/
Set in your bot:
  token          {token}
  base_url       {address}/bot
  base_file_url  {address}/file/bot
Ctrl+C stops it.
"""


class Parser(argparse.ArgumentParser):
    """Tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """End with the mistake and what helps."""
        self.exit(2, f"{self.prog}: {message}; see --help\n")


def _parser() -> Parser:
    parser = Parser(
        prog="python -m standin",
        description="A strict stand-in for Telegram over HTTP, with a page to play on.",
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on")
    add("--port", type=_port, default=0, help="port to listen on; 0 is a free one")
    add("--token", type=_token, default=TOKEN, help="the only bot token that is accepted")
    add("--username", type=_username, default="standin_bot", help="the bot's username")
    add("--name", type=_name, default="Bot", help="the bot's name")
    add("--title", type=_name, help="what the page is called; else the bot's name")
    add(
        "--phone",
        type=_phone,
        action="append",
        metavar="ID:NAME",
        help=f"somebody on the page, as often as you like; else {' and '.join(PHONES)}",
    )
    add("--language", type=_language, default="en", help="of people's apps and of the page")
    add("--zone", type=_zone, default="UTC", help="where chats are read, as in Europe/Berlin")
    add(
        "--limits",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="answer 429 to more than 30 messages a second, or one a second in a chat",
    )
    add(
        "--local",
        action="store_true",
        help="take webhooks of any address, as a Bot API server of one's own with --local",
    )
    add(
        "--latency", type=_latency, default=0, help="milliseconds that every call takes in addition"
    )
    return parser


def _matching(pattern: str, wanted: str) -> Callable[[str], str]:
    """Return what takes a text of this form, and says what is wanted of any other."""

    def take(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise argparse.ArgumentTypeError(f"{wanted}, not {text!r}")
        return text

    return take


_token = _matching(TOKEN_FORM, "a token looks like 1:abc")
_username = _matching(r"[A-Za-z]\w{3,31}", "a username has 4 to 32 letters, digits and _")
_name = _matching(r"(?s)\s*\S.{0,63}", f"a name has 1 to {LONGEST_NAME} characters")
_language = _matching(r"[a-z]{2,3}(-\w+)?", "a language looks like en or pt-br")


def _within(kind: type[T], least: int, most: int, wanted: str) -> Callable[[str], T]:
    """Return what takes a number within limits, and says what is wanted of any other text."""

    def take(text: str) -> T:
        with suppress(ValueError):
            if least <= kind(text) <= most:
                return kind(text)
        raise argparse.ArgumentTypeError(f"{wanted}, not {text!r}")

    return take


_port = _within(int, 0, 65535, "a port is a number up to 65535")
_person = _within(int, 1, LARGEST_ID, "a phone begins with a person's number")
_latency = _within(float, 0, LONGEST_LATENCY, f"milliseconds are a number up to {LONGEST_LATENCY}")


def _zone(text: str) -> tzinfo:
    if text == "UTC":
        return UTC  # known also where no zones are installed
    try:
        return ZoneInfo(text)
    except (ValueError, OSError, LookupError):
        raise argparse.ArgumentTypeError(f"a zone looks like Europe/Berlin, not {text!r}") from None


def _phone(text: str) -> Phone:
    number, colon, name = text.partition(":")
    if not colon:
        raise argparse.ArgumentTypeError(f"a phone looks like 1001:Anna, not {text!r}")
    return Phone(_person(number), both(_name(name)), both(""))


def arguments_of(given: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; SystemExit with one line on standard error if that cannot be."""
    parser = _parser()
    arguments = parser.parse_args(given)
    arguments.phone = arguments.phone or [_phone(text) for text in PHONES]
    numbers = [phone.id for phone in arguments.phone]
    if len(set(numbers)) < len(numbers):
        parser.error("argument --phone: every phone needs a number of its own")
    return arguments


async def _serve(arguments: argparse.Namespace) -> None:
    clock = MovableClock()
    telegram = Telegram(
        clock.now,
        token=arguments.token,
        username=arguments.username,
        name=arguments.name,
        limits=arguments.limits,
        local=arguments.local,
        language=arguments.language,
        zone=arguments.zone,
    )
    title = both(arguments.title) if arguments.title else None
    hooks = Hooks(title=title, phones=arguments.phone)
    hand_out(telegram, arguments.phone)
    app = application(telegram, clock, timedelta(milliseconds=arguments.latency), hooks)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # not on every system
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with serving(app, arguments.host, arguments.port) as address:
        sys.stdout.write(TOLD.format(address=address, token=arguments.token))
        sys.stdout.flush()
        await stopped.wait()


def main() -> None:
    """Serve until Ctrl+C or SIGTERM; a mistake ends with one line and a code that is not 0."""
    arguments = arguments_of(sys.argv[1:])
    try:
        asyncio.run(_serve(arguments))
    except OSError as error:
        # What asyncio says of a port in use is long; a name that is not known has no such number.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        where = f"{arguments.host} port {arguments.port}"
        sys.exit(f"python -m standin: {where} cannot be used: {reason}; try --host or --port")


if __name__ == "__main__":
    main()
