"""Keyboards that Telegram refuses are refused in its words."""

from __future__ import annotations

from typing import Any

import pytest

from standin.people.person import Person
from standin.telegram import Telegram
from tests.standin.support import ANNA, ask

TYPELESS = "Bad Request: can't parse inline keyboard button: "
KEY = "Bad Request: can't parse keyboard button: "
NO_ROWS = "must be an Array of Arrays"


def inline(*row: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(row)]}


def button(**fields: Any) -> dict[str, Any]:
    return inline({"text": "Ja", **fields})


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        ("{", "Bad Request: can't parse reply keyboard markup JSON object"),
        ([], "Bad Request: object expected as reply markup"),
        ({}, "Bad Request: REPLY_MARKUP_INVALID"),
        ({"inline_keyboard": []}, "Bad Request: REPLY_MARKUP_INVALID"),
        ({"inline_keyboard": [[]]}, "Bad Request: REPLY_MARKUP_INVALID"),
        ({"keyboard": [[]]}, "Bad Request: REPLY_MARKUP_INVALID"),
        ({"keyboard": ["a"]}, 'Bad Request: field "keyboard" must be an Array of Arrays'),
        (
            {"inline_keyboard": [{}]},
            f'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup {NO_ROWS}',
        ),
        (inline("Ja"), TYPELESS + "InlineKeyboardButton must be an Object"),
        (inline({"callback_data": "x"}), TYPELESS + 'Can\'t find field "text"'),
        (inline({"text": 1}), TYPELESS + 'Field "text" must be of type String'),
        (button(), TYPELESS + "Text buttons are unallowed in the inline keyboard"),
        (button(callback_data=""), TYPELESS + "Text buttons are unallowed in the inline keyboard"),
        (button(callback_data=7), TYPELESS + 'Field "callback_data" must be of type String'),
        (button(callback_data="x" * 65), "Bad Request: BUTTON_DATA_INVALID"),
        (button(callback_data="ü" * 33), "Bad Request: BUTTON_DATA_INVALID"),
        (button(callback_data="x", style="red"), TYPELESS + "invalid button style specified"),
        (
            inline({"text": " ", "callback_data": "x"}),
            "Bad Request: inline keyboard button text must be non-empty",
        ),
        (
            button(url="http://localhost"),
            "Bad Request: inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (button(copy_text="x"), TYPELESS + 'Field "copy_text" must be of type Object'),
        (button(copy_text={}), TYPELESS + 'Can\'t find field "text"'),
        (button(copy_text={"text": 7}), TYPELESS + 'Field "text" must be of type String'),
        (button(copy_text={"text": ""}), "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        (button(copy_text={"text": "ä" * 257}), "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101},
            "Bad Request: reply markup is too long",
        ),
        (
            {"keyboard": [[1]]},
            KEY + "KeyboardButton must be a String or an Object",
        ),
    ],
)
async def test_a_bad_keyboard_is_refused(
    telegram: Telegram, anna: Person, markup: object, description: str
) -> None:
    answer = await ask(telegram, "sendMessage", chat_id=ANNA, text="x", reply_markup=markup)

    assert (answer.status, answer.body["description"]) == (400, description)


@pytest.mark.parametrize(
    "markup",
    [
        button(callback_data="x" * 64, style="danger"),
        button(callback_data="x", style="success"),
        button(url="https://example.org/a?b=c", style="primary"),
        button(copy_text={"text": "ä" * 256}),
        {"keyboard": [["Ja", {"text": "Nein"}]]},
        {"remove_keyboard": True},
        {"force_reply": True, "input_field_placeholder": "Titel"},
    ],
)
async def test_a_good_keyboard_is_taken(
    telegram: Telegram, anna: Person, markup: dict[str, Any]
) -> None:
    answer = await ask(telegram, "sendMessage", chat_id=ANNA, text="x", reply_markup=markup)

    assert answer.ok
    # Only what stands below a message comes back with it.
    assert ("reply_markup" in answer.body["result"]) == ("inline_keyboard" in markup)


async def test_what_a_button_copies_stays_on_the_phone(telegram: Telegram, anna: Person) -> None:
    await anna.says("Guten Tag")
    telegram.take_updates()
    markup = button(copy_text={"text": "Zum Mitnehmen"})
    await ask(telegram, "sendMessage", chat_id=ANNA, text="x", reply_markup=markup)
    await anna.taps("Ja")

    assert anna.copied == "Zum Mitnehmen"
    assert telegram.take_updates() == []
