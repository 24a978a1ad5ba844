"""How updates come in: polled by the leader, or sent by Telegram to all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

import structlog
from telegram import Bot as Api
from telegram.error import BadRequest, Conflict, EndPointNotFound, InvalidToken, TelegramError

from bot.telegram import updates
from bot.telegram.updates import ALLOWED_UPDATES, WebhookInPlace
from domain.problem import Problem
from scheduler.lead import OwnLead
from scheduler.line import FIRST_WAIT, LONGEST_WAIT

#: How long to leave the updates to whoever else polls, in seconds.
ASIDE = 30.0
#: How many calls Telegram may have under way to a webhook.
CONNECTIONS = 20

Accept = Callable[[list[dict[str, Any]]], Awaitable[None]]

_log = structlog.get_logger(__name__)


class TokenRefused(Problem):
    """Telegram does not know this token; the message says what to do."""


class Declined(Problem):
    """Telegram will never do what is asked; the message is one line and says why."""


def _may_heal(error: BadRequest) -> bool:
    """Return whether it is about a name that may be known to Telegram's resolver later."""
    return "resolve host" in error.message.lower()


async def reached(what: Callable[[], Awaitable[object]], sleep: Any = asyncio.sleep) -> None:
    """Call Telegram until it answers as it should; say once that it is waited for.

    Only what may heal is tried again. Raises TokenRefused, and Declined for what never will.
    """
    wait = FIRST_WAIT
    while True:
        try:
            await what()
        except (InvalidToken, EndPointNotFound):
            # Not chained: the library's message holds the token.
            raise TokenRefused(
                "Telegram refuses the bot token; check NETZBOTE_BOT_TOKEN with @BotFather"
            ) from None
        except Exception as error:  # noqa: BLE001 - the library stumbles over odd answers
            if isinstance(error, BadRequest) and not _may_heal(error):
                raise Declined(f"Telegram declines: {error.message}") from None
            if wait == FIRST_WAIT:
                said = error.message if isinstance(error, TelegramError) else repr(error)
                _log.warning("Telegram does not answer, waiting for it", error=said)
            await sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)
        else:
            if wait > FIRST_WAIT:
                _log.info("Telegram answers")
            return


async def receive(api: Api, url: str, secret: str) -> None:
    """Ask Telegram to send updates to our webhook; every replica may. Raises Declined."""
    try:
        await reached(
            lambda: api.set_webhook(
                url,
                secret_token=secret,
                allowed_updates=list(ALLOWED_UPDATES),
                max_connections=CONNECTIONS,
            )
        )
    except Declined as declined:
        raise Declined(f"{declined}; check NETZBOTE_WEBHOOK_URL") from None
    _log.info("webhook set")


class Polling:
    """Polls while this process leads, and steps down for another poller.

    `heard` is called after each answer, `failed` with one line for what stands in the way.
    """

    def __init__(
        self,
        api: Api,
        accept: Accept,
        lead: OwnLead,
        *,
        take_over: bool,
        heard: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        self._api = api
        self._accept = accept
        self._lead = lead
        self._take_over = take_over
        self._heard = heard
        self._failed = failed
        self._begun = False

    async def run(self) -> NoReturn:
        """Poll until cancelled. Raises WebhookInPlace if a webhook is in place at the start."""
        while True:
            await self._lead.until(held=True)
            try:
                await self._while_leading()
            except (Conflict, InvalidToken) as error:
                problem = "another process polls" if isinstance(error, Conflict) else "bad token"
                await self._stands_aside(problem)
            except WebhookInPlace:
                if not self._begun:
                    raise
                await self._stands_aside("a webhook was set for this bot")

    async def _stands_aside(self, problem: str) -> None:
        _log.error("polling rests", reason=problem, seconds=ASIDE)
        self._failed(problem)
        await asyncio.sleep(ASIDE)

    async def _while_leading(self) -> None:
        polling = asyncio.create_task(self._poll())
        lost = asyncio.create_task(self._lead.until(held=False))
        try:
            await asyncio.wait([polling, lost], return_when=asyncio.FIRST_COMPLETED)
            if polling.done():
                polling.result()
        finally:
            polling.cancel()
            lost.cancel()
            await asyncio.gather(polling, lost, return_exceptions=True)

    async def _poll(self) -> None:
        take_over, self._take_over = self._take_over, False
        await updates.poll(
            self._api,
            self._accept,
            take_over=take_over,
            step_down=lambda: self._lead.step_down(ASIDE),
            heard=self._note,
        )

    def _note(self) -> None:
        self._begun = True
        self._heard()
