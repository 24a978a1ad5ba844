"""What an update of Telegram is for the house: one event, or nothing that anybody handles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.telegram import numbers
from bot.telegram.door import stripped
from bot.telegram.events import event_of
from domain.channel import in_chat
from handlers.events import Command, Crowd, Event, Presence, Tap, Typed

USER = {"id": 101, "is_bot": False, "first_name": "x", "language_code": "en"}
PRIVATE, GROUP = {"id": 101, "type": "private"}, {"id": -7, "type": "supergroup"}
WHENCE: dict[str, Any] = {"number": 1, "address": in_chat(101), "language": "en"}
IN_GROUP = Crowd(number=1, address=in_chat(-7), language="en")


def heard(**update: Any) -> Event | None:
    """Return what is heard of an update, as it is kept."""
    return event_of(Update.de_json(stripped({"update_id": 1, **update})), "Netz_bot")


def written(text: str | None, command: int = 0, **more: Any) -> dict[str, Any]:
    """Return a message that begins with a command of so many letters."""
    message = {"message_id": 5, "date": 0, "chat": PRIVATE, "from": USER, **more}
    if text is not None:
        message["text"] = text
    if command:
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": command}]
    return message


def pressed(data: str, **changed: Any) -> dict[str, Any]:
    shown = {"message_id": 5, "date": 0, "chat": PRIVATE, "text": "?", **changed}
    return {"id": "77", "from": USER, "chat_instance": "1", "data": data, "message": shown}


def typed(text: str | None) -> Typed:
    return Typed(**WHENCE, message_id="5", text=text)


def test_a_text_is_typed() -> None:
    assert heard(message=written("Guten Tag")) == typed("Guten Tag")


@pytest.mark.parametrize("beside", ["photo", "voice", "sticker", "location", "forward_origin"])
def test_what_is_no_text_of_theirs_is_typed_without_one(beside: str) -> None:
    for text in (None, "weitergeleitet"):
        assert heard(message={**written(text), beside: {}}) == typed(None)


def test_a_command_has_its_word_and_what_stands_behind_it() -> None:
    said = heard(message=written("/Start  abc\nd", 6))

    assert said == Command(
        **WHENCE, message_id="5", text="/Start  abc\nd", word="Start", rest="abc d"
    )


def test_a_command_may_name_this_bot_and_no_other() -> None:
    ours = heard(message=written("/hilfe@netz_BOT", 15))

    assert isinstance(ours, Command)
    assert (ours.word, ours.rest) == ("hilfe", "")
    assert heard(message=written("/hilfe@other_bot", 16)) == typed("/hilfe@other_bot")


def test_what_telegram_does_not_show_as_a_command_is_typed() -> None:
    assert heard(message=written("/löschen")) == typed("/löschen")
    later = written("ja /hilfe", entities=[{"type": "bot_command", "offset": 3, "length": 6}])
    assert heard(message=later) == typed("ja /hilfe")


def test_a_press_names_its_action_its_delivery_and_its_message() -> None:
    assert heard(callback_query=pressed("yes:1~en~1f")) == Tap(
        **WHENCE, action="yes:1~en", delivery=51, message_id="5", pressed="77"
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"text": None},  # a file
        {"chat": GROUP},
        {"chat": {"id": 102, "type": "private"}},
    ],
)
def test_only_a_text_of_ones_own_chat_can_be_changed(changed: dict[str, Any]) -> None:
    query = pressed("yes~1", **changed)
    if changed.get("text", "") is None:
        del query["message"]["text"]
    found = heard(callback_query=query)

    assert isinstance(found, Tap)
    assert (found.address, found.message_id) == (in_chat(101), None)


def test_a_press_on_what_came_from_elsewhere_is_one_too() -> None:
    query = {"id": "77", "from": USER, "inline_message_id": "x"}
    found = heard(callback_query=query)

    assert found == Tap(**WHENCE, action="", delivery=None, message_id=None, pressed="77")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_a_chat_of_several_people_is_a_crowd(kind: str) -> None:
    chat = {"id": -7, "type": kind}

    assert heard(message=written("/start", 6, chat=chat)) == IN_GROUP
    assert heard(my_chat_member=standing("member", chat)) == IN_GROUP
    assert heard(my_chat_member=standing("left", chat)) is None


def standing(status: str, chat: dict[str, Any]) -> dict[str, Any]:
    member = {"user": USER, "status": "left", "until_date": 0, "is_anonymous": False}
    new = {**member, "status": status}
    return {
        "chat": chat,
        "from": USER,
        "date": 0,
        "old_chat_member": member,
        "new_chat_member": new,
    }


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
def test_who_blocks_the_bot_or_comes_back_is_heard(status: str, reachable: bool) -> None:
    found = heard(my_chat_member=standing(status, PRIVATE))

    assert found == Presence(**WHENCE, reachable=reachable)


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"poll": {"id": "1"}},
        {"edited_message": written("anders")},
        {"channel_post": written("x", chat={"id": -7, "type": "channel"})},
        {"message": written("x", chat={"id": 101, "type": "unheard-of"})},
    ],
)
def test_nothing_else_is_heard(update: dict[str, Any]) -> None:
    assert heard(**update) is None


def test_who_is_not_named_speaks_no_language() -> None:
    message = written("Hallo")
    del message["from"]
    found = heard(message=message)

    assert found == Typed(1, in_chat(101), None, "5", "Hallo")


@given(st.integers(1, 2**63 - 1), st.sampled_from(["yes", "yes:1", "yes:1~en"]))
def test_the_number_of_a_delivery_comes_back_with_its_button(number: int, action: str) -> None:
    assert numbers.read(action + numbers.suffix(number)) == (action, number)


@pytest.mark.parametrize("written", ["", "0", "01", "A", "ä", "z" * 14, "zzzzzzzzzzzzz", "-1"])
def test_a_number_that_no_delivery_has_is_none(written: str) -> None:
    assert numbers.read(f"yes:1~{written}") == ("yes:1", None)


def test_a_button_without_a_number_is_read() -> None:
    assert numbers.read("yes:1") == ("yes:1", None)
