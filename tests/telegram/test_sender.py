"""A message becomes exactly one call of the Bot API, and the call one outcome."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot
from telegram.ext import Defaults, ExtBot

from bot.telegram.limiter import Limiter
from bot.telegram.sender import Sender, cut, without_markup
from bot.telegram.transport import Transport
from domain.delivery import Lost, NotSent, Outcome, Refused, Scope, Sent
from domain.message import Button, Document, Message, Style
from tests.telegram.conftest import TOKEN, Serve, bot_at

CHAT = 4711
CARD = Message(
    "<b>Gespräche &lt;führen&gt;</b>",
    (
        (Button("Anmelden", "r:12", style=Style.SUCCESS), Button("Details", "d:12")),
        (Button("Kalender öffnen", url="https://example.org/?a=1&b=<2>"),),
    ),
)


class Telegram:
    """Notes each call and answers it."""

    def __init__(self, description: str = "", status: int = 200) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.description, self.status = description, status

    async def answer(self, request: web.Request) -> web.StreamResponse:
        form = dict(await request.post())
        for name, value in form.items():
            if isinstance(value, web.FileField):
                file = (value.filename, value.content_type, value.file.read())
                form[name] = file  # type: ignore[assignment] # a note for the assertion only
        self.calls.append((request.path.rpartition("/")[2], form))
        if self.status != 200:
            body = {"ok": False, "description": self.description}
            return web.json_response(body, status=self.status)
        message = {"message_id": 81, "date": 0, "chat": {"id": CHAT, "type": "private"}}
        return web.json_response({"ok": True, "result": message})


async def deliver(serve: Serve, telegram: Telegram, message: Message, **how: Any) -> Outcome:
    async with serve(telegram.answer) as url, bot_at(url, rate_limiter=Limiter(28.0)) as bot:
        return await Sender(bot).send(CHAT, message, how.pop("suffix", "~2s"), **how)


async def test_a_card_arrives_with_its_buttons(serve: Serve) -> None:
    telegram = Telegram()
    outcome = await deliver(serve, telegram, CARD)
    [(method, form)] = telegram.calls

    assert outcome == Sent("81")
    assert method == "sendMessage"
    assert form["text"] == CARD.text
    assert form["parse_mode"] == "HTML"
    assert json.loads(form["link_preview_options"]) == {"is_disabled": True}
    assert json.loads(form["reply_markup"])["inline_keyboard"] == [
        [
            {"text": "Anmelden", "callback_data": "r:12~2s", "style": "success"},
            {"text": "Details", "callback_data": "d:12~2s"},
        ],
        [{"text": "Kalender öffnen", "url": "https://example.org/?a=1&b=<2>"}],
    ]


async def test_a_card_changes_in_place(serve: Serve) -> None:
    telegram = Telegram()
    outcome = await deliver(serve, telegram, CARD.changing("80"))
    [(method, form)] = telegram.calls

    assert outcome == Sent(None)
    assert (method, form["message_id"]) == ("editMessageText", "80")


async def test_a_change_that_changes_nothing_is_done(serve: Serve) -> None:
    telegram = Telegram("Bad Request: message is not modified: it is the same", 400)

    assert await deliver(serve, telegram, CARD.changing("80")) == Sent()


@pytest.mark.parametrize(
    ("media_type", "name", "method", "field"),
    [
        ("text/calendar", "Fortbildung März.ics", "sendDocument", "document"),
        ("image/svg+xml", "Bild.svg", "sendDocument", "document"),
        ("image/png", "Bild.png", "sendPhoto", "photo"),
    ],
)
async def test_a_file_arrives(
    media_type: str, name: str, method: str, field: str, serve: Serve
) -> None:
    telegram = Telegram()
    message = Message("Für Sie <&amp;>", CARD.buttons, Document(name, b"\x00\xff", media_type))
    outcome = await deliver(serve, telegram, message)
    [(called, form)] = telegram.calls

    assert outcome == Sent("81")
    assert called == method
    assert form[field] == (name, media_type, b"\x00\xff")
    assert form["caption"] == "Für Sie <&amp;>"
    assert form["parse_mode"] == "HTML"
    assert "inline_keyboard" in form["reply_markup"]


async def test_the_text_below_a_file_changes(serve: Serve) -> None:
    telegram = Telegram()
    file = Document("a.ics", b"x", "text/calendar")
    outcome = await deliver(serve, telegram, Message("neu", (), file, replaces="80"))
    [(method, form)] = telegram.calls

    assert outcome == Sent(None)
    assert (method, form["message_id"], form["caption"]) == ("editMessageCaption", "80", "neu")


async def test_a_question_opens_the_keyboard(serve: Serve) -> None:
    telegram = Telegram()
    await deliver(serve, telegram, Message("Wie heißt sie?", force_reply="Titel " * 20))
    [(_, form)] = telegram.calls
    markup = json.loads(form["reply_markup"])

    assert markup["force_reply"] is True
    assert len(markup["input_field_placeholder"]) == 64


async def test_plain_has_no_markup_at_all(serve: Serve) -> None:
    telegram = Telegram()
    await deliver(serve, telegram, CARD, plain=True)
    [(_, form)] = telegram.calls

    assert form["text"] == "Gespräche <führen>"
    assert "parse_mode" not in form
    assert "inline_keyboard" in form["reply_markup"]


async def test_plain_stays_plain_whatever_the_bots_defaults(serve: Serve) -> None:
    telegram = Telegram()
    async with serve(telegram.answer) as url, Transport() as transport:
        bot: ExtBot[None] = ExtBot(
            TOKEN, url, request=transport, defaults=Defaults(parse_mode="HTML")
        )
        await Sender(bot).send(CHAT, CARD, "", plain=True)
    [(_, form)] = telegram.calls

    assert "parse_mode" not in form


async def test_a_bot_without_a_limiter_will_do(serve: Serve) -> None:
    telegram = Telegram()
    async with serve(telegram.answer) as url, Transport() as transport:
        outcome = await Sender(Bot(TOKEN, url, request=transport)).send(CHAT, CARD, "")

    assert outcome == Sent("81")


async def test_too_long_a_button_never_leaves(serve: Serve) -> None:
    telegram = Telegram()
    button = Button("Ja", "ä" * 31)
    outcome = await deliver(serve, telegram, Message("x", ((button,),)), suffix="~zz")

    assert outcome == Refused("callback data of 65 bytes", Scope.MESSAGE)
    assert telegram.calls == []


async def test_sixty_four_bytes_are_enough(serve: Serve) -> None:
    button = Button("Ja", "ä" * 31)

    assert await deliver(serve, Telegram(), Message("x", ((button,),)), suffix="~z") == Sent("81")


async def test_after_the_deadline_nothing_leaves(serve: Serve) -> None:
    telegram = Telegram()
    outcome = await deliver(serve, telegram, CARD, deadline=time.monotonic())

    assert outcome == NotSent("deadline")
    assert telegram.calls == []


async def test_before_the_deadline_it_leaves(serve: Serve) -> None:
    assert await deliver(serve, Telegram(), CARD, deadline=time.monotonic() + 30) == Sent("81")


async def test_a_blocked_bot_is_told_so(serve: Serve) -> None:
    telegram = Telegram("Forbidden: bot was blocked by the user", 403)
    outcome = await deliver(serve, telegram, CARD)

    assert isinstance(outcome, Refused)
    assert outcome.scope is Scope.CHAT


async def test_the_whole_has_an_end(serve: Serve) -> None:
    async def hang(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        return web.Response()

    async with serve(hang) as url, bot_at(url) as bot:
        outcome = await Sender(bot, total_timeout=0.1).send(CHAT, CARD, "")

    assert isinstance(outcome, Lost)


async def test_a_stop_is_no_outcome(serve: Serve) -> None:
    async def hang(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        return web.Response()

    async with serve(hang) as url, bot_at(url) as bot:
        sending = asyncio.create_task(Sender(bot).send(CHAT, CARD, ""))
        await asyncio.sleep(0.05)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a <b>b</b> <i>c</i> &amp; &lt;d&gt;", "a b c & <d>"),
        ('<a href="https://a.de/?x=1&amp;y">hier</a>', "hier (https://a.de/?x=1&y)"),
        ("<blockquote expandable>x</blockquote>", "x"),
        ("2 < 3 und 4 > 1", "2 < 3 und 4 > 1"),
        ("<b>offen", "offen"),
    ],
)
def test_markup_goes_and_meaning_stays(text: str, plain: str) -> None:
    assert without_markup(text) == plain


@given(st.text(max_size=30), st.integers(2, 20))
def test_a_cut_text_fits(text: str, limit: int) -> None:
    short = cut(text, limit)

    assert len(short.encode("utf-16-le")) <= 2 * limit
    assert short == text or short.endswith("…")
