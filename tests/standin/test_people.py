"""People write, tap and read; the bot is the real library."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from standin.inprocess import InProcessRequest
from standin.people.person import Person
from standin.telegram import TOKEN, Telegram
from standin.world.clock import MovableClock
from tests.standin.support import ANNA, Clock, ask, buttons


async def greet(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    row = [
        InlineKeyboardButton("Anmelden", callback_data="1", api_kwargs={"style": "success"}),
        InlineKeyboardButton("Karte", url="https://t.me/robot_bot?start=karte"),
    ]
    await update.message.reply_html(
        f"<b>Willkommen</b> &lt;{' '.join(context.args or [])}&gt;",
        reply_markup=InlineKeyboardMarkup([row]),
    )


async def register(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.answer("Sie sind angemeldet.")
    await update.callback_query.edit_message_text("Angemeldet")
    await context.bot.send_document(ANNA, b"BEGIN:VCALENDAR", filename="termin.ics", caption="Neu")


async def other(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message:
        await update.message.reply_text("Das lese ich nicht.")


@pytest.fixture
async def program(telegram: Telegram) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    """A small bot that answers everything at once."""
    request = InProcessRequest(telegram)
    builder = ApplicationBuilder().token(TOKEN).request(request).get_updates_request(request)
    program = builder.updater(None).job_queue(None).build()
    program.add_handlers(
        [
            CommandHandler("start", greet),
            CallbackQueryHandler(register),
            MessageHandler(filters.ALL, other),
        ]
    )

    async def work() -> None:
        for update in telegram.take_updates():
            await program.process_update(Update.de_json(update, program.bot))

    telegram.settled = work
    async with program:
        yield program


async def test_a_story_is_told_and_read(telegram: Telegram, program: object, clock: Clock) -> None:
    anna = telegram.person(ANNA, "Anna")
    await anna.opens("abc")
    assert anna.last.text == "Willkommen <abc>"
    assert anna.last.html == "<b>Willkommen</b> &lt;abc&gt;"
    assert anna.last.buttons == [["Anmelden", "Karte"]]
    assert anna.last.styles == [["success", "plain"]]

    clock.move(minutes=1)
    await anna.taps("Anmelden")
    assert anna.toast == "Sie sind angemeldet."
    assert anna.messages[0].text == "Angemeldet"
    assert anna.last.document
    assert anna.last.document.name == "termin.ics"
    assert anna.last.document.content == b"BEGIN:VCALENDAR"

    assert anna.reads() == (
        "12.03.2027 10:00 Anna: /start abc\n"
        "12.03.2027 10:00 Robot (edited): Angemeldet\n"
        "12.03.2027 10:01 Anna taps [Anmelden]: Sie sind angemeldet.\n"
        "12.03.2027 10:01 Robot: <termin.ics> Neu"
    )
    assert not telegram.unknown


async def test_the_ledger_tells_what_was_sent_and_changed(
    telegram: Telegram, program: object, clock: Clock
) -> None:
    anna = telegram.person(ANNA, "Anna")
    await anna.opens("abc")
    await anna.taps("Anmelden")

    told = [(e.number, e.method, e.chat_id, e.text, e.document, e.edit) for e in telegram.ledger]
    assert told == [
        (1, "sendMessage", ANNA, "Willkommen <abc>", None, False),
        (2, "editMessageText", ANNA, "Angemeldet", None, True),
        (3, "sendDocument", ANNA, "Neu", "termin.ics", False),
    ]
    assert telegram.ledger[0].buttons == (("Anmelden", "Karte"),)
    assert telegram.ledger[0].at == clock.now()
    assert [entry.number for entry in telegram.sent] == [1, 3]


async def test_a_button_that_is_not_there_names_those_that_are(
    telegram: Telegram, program: object
) -> None:
    anna = telegram.person(ANNA, "Anna")
    await anna.opens()

    with pytest.raises(AssertionError, match=r"no button 'Abmelden'; there are \['Anmelden', 'K"):
        await anna.taps("Abmelden")


async def test_the_newest_button_with_a_label_is_pressed(telegram: Telegram, anna: Person) -> None:
    for _ in range(2):
        await ask(telegram, "sendMessage", chat_id=ANNA, text="x", reply_markup=buttons("Ja"))
    await anna.taps("Ja")
    (update,) = telegram.take_updates()

    assert update["callback_query"]["message"]["message_id"] == anna.last.message_id
    assert update["callback_query"]["data"] == "do Ja"


async def test_a_link_to_the_bot_opens_it(telegram: Telegram, program: object) -> None:
    anna = telegram.person(ANNA, "Anna")
    await anna.opens()
    await anna.taps("Karte")

    assert anna.last.text == "Willkommen <karte>"


@pytest.mark.parametrize("payload", ["mit Leerzeichen", "ü", "x" * 65])
async def test_a_link_carries_no_more_than_telegram_allows(anna: Person, payload: str) -> None:
    with pytest.raises(AssertionError, match="No link can carry"):
        await anna.opens(payload)


async def test_a_key_of_the_keyboard_writes_its_label(telegram: Telegram, anna: Person) -> None:
    markup = {"keyboard": [["Weiter", {"text": "Abbrechen"}]]}
    await ask(telegram, "sendMessage", chat_id=ANNA, text="x", reply_markup=markup)
    assert anna.keyboard == ["Weiter", "Abbrechen"]
    await anna.taps("Abbrechen")
    await ask(
        telegram, "sendMessage", chat_id=ANNA, text="x", reply_markup={"remove_keyboard": True}
    )

    assert telegram.take_updates()[0]["message"]["text"] == "Abbrechen"
    assert anna.keyboard == []


async def test_everything_a_phone_can_send_arrives(telegram: Telegram, anna: Person) -> None:
    await anna.uploads("liste.csv", b"a;b", "Anbei")
    await anna.sends_photo()
    await anna.sends_voice()
    await anna.sends_location()
    await anna.sends_contact()
    await anna.forwards("weitergeleitet")
    messages = [Update.de_json(update, None).message for update in telegram.take_updates()]

    assert all(messages)
    document, photo, voice, location, contact, forwarded = [m for m in messages if m]
    assert document.document
    assert (document.document.file_name, document.caption) == ("liste.csv", "Anbei")
    assert photo.photo
    assert voice.voice
    assert location.location
    assert contact.contact
    assert forwarded.forward_origin
    assert "<liste.csv> Anbei" in anna.reads()


async def test_the_bot_downloads_what_was_uploaded(
    telegram: Telegram, anna: Person, bot: Bot
) -> None:
    await anna.uploads("liste.csv", b"a;b")
    (update,) = telegram.take_updates()

    file = await bot.get_file(update["message"]["document"]["file_id"])

    assert bytes(await file.download_as_bytearray()) == b"a;b"


async def test_a_document_is_replaced_in_place(telegram: Telegram, anna: Person, bot: Bot) -> None:
    sent = await bot.send_document(ANNA, b"alt", filename="alt.ics")
    media = InputMediaDocument(b"neu", filename="neu.ics", caption="Neu")
    await bot.edit_message_media(media, ANNA, sent.message_id)

    assert anna.last.document
    assert (anna.last.document.name, anna.last.document.content) == ("neu.ics", b"neu")
    assert anna.last.text == "Neu"


async def test_blocking_and_coming_back_is_told(telegram: Telegram, anna: Person) -> None:
    await anna.blocks()
    with pytest.raises(AssertionError, match="blocked"):
        await anna.says("x")
    await anna.returns()
    changes = [Update.de_json(u, None).my_chat_member for u in telegram.take_updates()]

    assert [c.new_chat_member.status for c in changes if c] == ["kicked", "member"]


async def test_a_command_is_marked_as_one(telegram: Telegram, anna: Person) -> None:
    await anna.says("/hilfe bitte")
    (update,) = telegram.take_updates()

    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_group_tells_who_added_the_bot(telegram: Telegram, anna: Person) -> None:
    group = telegram.group(-7, "Netz <Neuss>")
    await group.adds_bot(anna)
    await group.hears(anna, "/hilfe")
    standing, joined, said = [Update.de_json(u, None) for u in telegram.take_updates()]

    assert standing.my_chat_member
    assert standing.my_chat_member.chat.title == "Netz <Neuss>"
    assert joined.message
    assert joined.message.new_chat_members[0].id == 1
    assert said.effective_chat
    assert said.effective_chat.type == "group"


async def test_pinned_and_deleted_messages_are_seen_so(
    telegram: Telegram, anna: Person, bot: Bot
) -> None:
    first = await bot.send_message(ANNA, "eins")
    second = await bot.send_message(ANNA, "zwei")
    await bot.pin_chat_message(ANNA, first.message_id)
    chat = await bot.get_chat(ANNA)
    assert chat.pinned_message
    assert chat.pinned_message.text == "eins"
    await bot.unpin_chat_message(ANNA)
    await bot.delete_message(ANNA, second.message_id)

    assert (await bot.get_chat(ANNA)).pinned_message is None
    assert anna.last.text == "eins"
    assert "Robot (deleted): zwei" in anna.reads()


async def test_what_the_bot_says_of_itself_is_kept(telegram: Telegram, bot: Bot) -> None:
    await bot.set_my_name("Robot Neuss")
    await bot.set_my_description("Für Fachkräfte", language_code="de")
    await bot.set_my_short_description("Kurz")
    await bot.set_my_commands([("hilfe", "Hilfe")])
    await bot.set_chat_menu_button()

    assert (await bot.get_my_name()).name == "Robot Neuss"
    assert (await bot.get_my_description("de")).description == "Für Fachkräfte"
    assert (await bot.get_my_short_description("en")).short_description == "Kurz"
    assert [c.command for c in await bot.get_my_commands()] == ["hilfe"]
    assert (await bot.get_chat_menu_button()).type == "default"
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()


def test_a_moved_clock_runs_on() -> None:
    start = datetime(2027, 3, 12, 9, 0, tzinfo=UTC)
    clock = MovableClock(start)

    moved = clock.move(timedelta(days=1))

    assert timedelta() <= moved - start - timedelta(days=1) < timedelta(seconds=5)
    assert clock.now() >= moved
    assert clock.move_to(start) - start < timedelta(seconds=5)
    clock.move(timedelta(days=3))
    clock.reset()
    assert clock.now() - start < timedelta(seconds=5)
