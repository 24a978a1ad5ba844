"""Updates with odd, missing and huge parts: read or refused at the door, and nothing in between."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import example, given
from telegram import Update

from bot.telegram.door import LARGEST_ID, LONGEST_TEXT, LONGEST_WORD, chat_of, stripped
from bot.telegram.events import event_of
from handlers.events import Command, Event, Tap, Typed
from tests.chat.forging import actions, packed
from tests.fixtures.spoiling import spoiled_objects, spoiled_texts
from tests.telegram.test_events import GROUP, PRIVATE, pressed, standing, written

UPDATES: dict[str, dict[str, Any]] = {
    "text": {"update_id": 1, "message": written("/start i-abc def", 6)},
    "file": {
        "update_id": 1,
        "message": written(None, document={
            "file_id": "x", "file_unique_id": "y", "file_size": 7, "mime_type": "text/csv",
        }),
    },
    "forwarded": {"update_id": 1, "message": written("x", forward_origin={"type": "user"})},
    "moved": {"update_id": 1, "message": written(None, chat=GROUP, migrate_to_chat_id=-8)},
    "press": {"update_id": 1, "callback_query": pressed("yes:1~en~1f")},
    "standing": {"update_id": 1, "my_chat_member": standing("kicked", PRIVATE)},
}  # fmt: skip
#: What a door raises for a shape that nobody knows; whoever takes updates in counts these.
REFUSED = (KeyError, TypeError, ValueError, AttributeError)
ACTIONS = actions()


def whole(update: dict[str, Any]) -> Event | None:
    """Take an update in as the bot does, and return what is heard of it."""
    kept = json.loads(json.dumps(stripped(update)).encode())
    chat = chat_of(kept)
    assert chat is None or abs(chat) <= LARGEST_ID
    found = Update.de_json(kept)
    assert found is not None
    return event_of(found, "Netz_bot")


@pytest.mark.parametrize("kind", list(UPDATES))
def test_what_is_spoiled_was_good_before(kind: str) -> None:
    assert whole(UPDATES[kind]) is not None


@pytest.mark.parametrize("kind", list(UPDATES))
def test_an_odd_update_is_heard_or_refused(kind: str) -> None:
    @given(update=spoiled_objects(UPDATES[kind]))
    @example(update={"update_id": 1, "message": {**written("x"), "entities": None}})
    @example(update={"update_id": 1, "message": {**written("x"), "entities": {"type": 1}}})
    @example(update={"update_id": 1, "callback_query": {**pressed("x"), "message": [None]}})
    def odd(update: dict[str, Any]) -> None:
        found = None
        with contextlib.suppress(*REFUSED):
            found = whole(update)
        if found is None:
            return
        assert abs(int(found.address.name)) <= LARGEST_ID
        if isinstance(found, Typed) and found.text is not None:
            assert len(found.text) <= LONGEST_TEXT
            assert "\0" not in found.text
            found.text.encode()
        if isinstance(found, Command):
            found.word.encode()
        if isinstance(found, Tap):
            assert len(found.action) <= LONGEST_WORD
            found.action.encode()

    odd()


@given(data=spoiled_texts(*(packed(action, {}) for action in ACTIONS)))
@example(data="reg:\u0661")
@example(data="reg:1\n")
@example(data="reg:1:")
@example(data="reg:" + "9" * 40)
def test_no_spoiled_button_is_read_as_another_than_it_says(data: str) -> None:
    [*codes] = {action.CODE for action in ACTIONS}
    read = []
    for action in ACTIONS:
        with contextlib.suppress(ValueError):
            read.append(action.unpack(data))

    assert len(read) <= 1
    for each in read:
        assert each.pack() == data
        assert data.partition(":")[0] in codes
