"""What Telegram refuses is refused, in Telegram's words."""

from __future__ import annotations

from typing import Any

import pytest

from standin.people.person import PIXEL, Person
from standin.telegram import TOKEN, Telegram
from standin.world.files import UploadedFile
from tests.standin.support import ANNA, BERT, NOBODY, Clock, ask, buttons

SEND, EDIT, MARKUP = "sendMessage", "editMessageText", "editMessageReplyMarkup"
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are"
    " exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


WEBHOOK = "bad webhook: Webhook can be "
PORTS = "ports 80, 88, 443 or 8443"
RESERVED = "bad webhook: IP address {} is reserved"
NO_LANGUAGE = "invalid language code specified"


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n\u200b "}, "Bad Request: text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "ü" * 4097}, "Bad Request: message is too long"),
        ({"text": "x" * 32769}, "Bad Request: text is too long"),
        ({"text": "x", "parse_mode": "HTM"}, "Bad Request: unsupported parse_mode"),
        ({"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ({"text": "x", "chat_id": "Anna"}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": NOBODY}, "Bad Request: chat not found"),
        (
            {"text": "x", "reply_parameters": {"message_id": 404}},
            "Bad Request: message to be replied not found",
        ),
    ],
)
async def test_a_bad_message_is_refused(
    telegram: Telegram, anna: Person, parameters: dict[str, Any], description: str
) -> None:
    answer = await ask(telegram, SEND, **{"chat_id": ANNA, **parameters})

    assert (answer.status, answer.body["description"]) == (400, description)
    assert answer.body == {"ok": False, "error_code": 400, "description": description}
    assert not telegram.ledger


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b>ü</i>",
            'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"',
        ),
        ("ü<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("1 < 2 und", 'Unsupported start tag "" at byte offset 2'),
        ("<3", "Unclosed start tag at byte offset 0"),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=x:y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<b />", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
async def test_broken_html_is_refused_at_its_byte(
    telegram: Telegram, anna: Person, html: str, reason: str
) -> None:
    answer = await ask(telegram, SEND, chat_id=ANNA, text=html, parse_mode="HTML")

    assert answer.body["description"] == f"Bad Request: can't parse entities: {reason}"


async def test_the_longest_text_is_counted_after_parsing(telegram: Telegram, anna: Person) -> None:
    longest = f"<b>{'&lt;' * 4096}</b>"

    assert (await ask(telegram, SEND, chat_id=ANNA, text=longest, parse_mode="HTML")).ok


async def test_who_never_wrote_or_left_cannot_be_written_to(
    telegram: Telegram, anna: Person, bert: Person
) -> None:
    async def refusal(chat_id: int) -> tuple[int, str]:
        answer = await ask(telegram, SEND, chat_id=chat_id, text="x")
        return answer.status, answer.body["description"]

    assert await refusal(BERT) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    await anna.blocks()
    assert await refusal(ANNA) == (403, "Forbidden: bot was blocked by the user")
    await anna.returns()
    assert (await ask(telegram, SEND, chat_id=ANNA, text="x")).ok
    anna.deactivates()
    assert await refusal(ANNA) == (403, "Forbidden: user is deactivated")


async def test_a_group_that_moved_tells_where_it_went(telegram: Telegram, anna: Person) -> None:
    group = telegram.group(-5, "Netz")
    await group.adds_bot(anna)
    await group.upgrades(anna, -1005)

    answer = await ask(telegram, SEND, chat_id=-5, text="x")

    assert answer.status == 400
    assert answer.body["description"] == (
        "Bad Request: group chat was upgraded to a supergroup chat"
    )
    assert answer.body["parameters"] == {"migrate_to_chat_id": -1005}
    assert (await ask(telegram, SEND, chat_id=-1005, text="x")).ok


async def test_outside_a_group_nothing_can_be_said(telegram: Telegram, anna: Person) -> None:
    group = telegram.group(-5, "Netz")
    await group.adds_bot(anna)
    assert (await ask(telegram, "leaveChat", chat_id=-5)).ok
    left = await ask(telegram, SEND, chat_id=-5, text="x")
    await group.adds_bot(anna)
    await group.kicks_bot(anna)
    kicked = await ask(telegram, SEND, chat_id=-5, text="x")

    assert left.body["description"] == "Forbidden: bot is not a member of the group chat"
    assert kicked.body["description"] == "Forbidden: bot was kicked from the group chat"


async def test_an_edit_must_change_something(telegram: Telegram, anna: Person) -> None:
    await ask(telegram, SEND, chat_id=ANNA, text="alt", reply_markup=buttons("Ja"))
    place = {"chat_id": ANNA, "message_id": anna.last.message_id}

    same = await ask(telegram, EDIT, **place, text=" alt ", reply_markup=buttons("Ja"))
    same_markup = await ask(telegram, MARKUP, **place, reply_markup=buttons("Ja"))
    bold = await ask(telegram, EDIT, **place, text="<b>alt</b>", parse_mode="HTML")

    assert same.body["description"] == NOT_MODIFIED
    assert same_markup.body["description"] == NOT_MODIFIED
    # Who edits a text and sends no buttons takes them away.
    assert bold.ok
    assert anna.last.buttons == []
    assert anna.last.edited
    assert (await ask(telegram, MARKUP, **place)).body["description"] == NOT_MODIFIED


async def test_only_own_messages_that_are_there_can_be_edited(
    telegram: Telegram, anna: Person, bert: Person
) -> None:
    async def edited(message_id: int, chat_id: int = ANNA) -> str:
        answer = await ask(telegram, EDIT, chat_id=chat_id, message_id=message_id, text="neu")
        return str(answer.body.get("description"))

    await bert.opens()
    await ask(telegram, SEND, chat_id=BERT, text="für Bert")
    await ask(telegram, SEND, chat_id=ANNA, text="x", reply_markup={"force_reply": True})
    asked = anna.last.message_id
    foreign = bert.last.message_id
    hers = anna.chat.shown()[0].id

    assert await edited(404) == "Bad Request: message to edit not found"
    assert await edited(foreign) == "Bad Request: message to edit not found"
    assert await edited(hers) == "Bad Request: message can't be edited"
    assert await edited(asked) == "Bad Request: message can't be edited"
    assert await edited(0) == "Bad Request: message identifier is not specified"


async def test_text_and_caption_are_not_the_same(telegram: Telegram, anna: Person) -> None:
    await ask(telegram, SEND, chat_id=ANNA, text="x")
    text = {"chat_id": ANNA, "message_id": anna.last.message_id}
    await send_document(telegram, b"x")
    document = {"chat_id": ANNA, "message_id": anna.last.message_id}

    no_caption = await ask(telegram, "editMessageCaption", **text, caption="neu")
    no_text = await ask(telegram, EDIT, **document, text="neu")

    assert no_caption.body["description"] == (
        "Bad Request: there is no caption in the message to edit"
    )
    assert no_text.body["description"] == "Bad Request: there is no text in the message to edit"
    assert (await ask(telegram, "editMessageCaption", **document, caption="neu")).ok
    assert anna.last.text == "neu"


async def test_a_message_is_deleted_once_and_not_after_two_days(
    telegram: Telegram, anna: Person, clock: Clock
) -> None:
    async def deleted(message_id: int) -> str:
        answer = await ask(telegram, "deleteMessage", chat_id=ANNA, message_id=message_id)
        return str(answer.body.get("description", "done"))

    await ask(telegram, SEND, chat_id=ANNA, text="eins")
    first = anna.last.message_id
    await ask(telegram, SEND, chat_id=ANNA, text="zwei")
    second = anna.last.message_id

    assert await deleted(first) == "done"
    assert await deleted(first) == "Bad Request: message to delete not found"
    clock.move(hours=49)
    assert await deleted(second) == "Bad Request: message can't be deleted for everyone"


async def test_a_press_is_answered_once_and_in_time(
    telegram: Telegram, anna: Person, clock: Clock
) -> None:
    async def answered(query_id: str, text: str = "") -> str:
        answer = await ask(telegram, "answerCallbackQuery", callback_query_id=query_id, text=text)
        return str(answer.body.get("description", "done"))

    await ask(telegram, SEND, chat_id=ANNA, text="x", reply_markup=buttons("Ja"))
    await anna.taps("Ja")
    assert anna.query
    first = anna.query.id
    assert await answered(first, "x" * 201) == "Bad Request: MESSAGE_TOO_LONG"
    assert await answered(first, "Gut") == "done"
    assert await answered(first) == TOO_OLD
    assert await answered("7") == TOO_OLD
    await anna.taps("Ja")
    clock.move(seconds=151)

    assert await answered(anna.query.id) == TOO_OLD
    assert "NOT ANSWERED" in anna.reads()


async def send_document(telegram: Telegram, content: bytes, **parameters: str) -> str:
    file = UploadedFile("termin.ics", content, "text/calendar")
    answer = await telegram.call(
        TOKEN, "sendDocument", {"chat_id": str(ANNA), **parameters}, {"document": file}
    )
    return str(answer.body.get("description", "done"))


async def test_a_file_must_be_there_and_not_too_big(telegram: Telegram, anna: Person) -> None:
    missing = await ask(telegram, "sendDocument", chat_id=ANNA)
    wrong = await ask(telegram, "sendDocument", chat_id=ANNA, document="AgAD")
    no_picture = await telegram.call(
        TOKEN, "sendPhoto", {"chat_id": str(ANNA)}, {"photo": UploadedFile("x.png", b"no")}
    )

    assert missing.body["description"] == "Bad Request: there is no document in the request"
    assert wrong.body["description"].startswith("Bad Request: wrong remote file identifier")
    assert no_picture.body["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    assert await send_document(telegram, b"") == "Bad Request: file must be non-empty"
    assert await send_document(telegram, b"x" * (50 * 2**20 + 1)) == "Request Entity Too Large"
    assert await send_document(telegram, b"x", caption="ü" * 1025) == (
        "Bad Request: message caption is too long"
    )
    assert await send_document(telegram, b"x", caption="ü" * 1024) == "done"


async def test_a_known_file_can_be_sent_again(telegram: Telegram, anna: Person) -> None:
    sent = await telegram.call(
        TOKEN, "sendPhoto", {"chat_id": str(ANNA)}, {"photo": UploadedFile("x.png", PIXEL)}
    )
    file_id = sent.body["result"]["photo"][-1]["file_id"]

    assert (await ask(telegram, "sendPhoto", chat_id=ANNA, photo=file_id)).ok


@pytest.mark.parametrize(
    ("method", "parameters", "description"),
    [
        ("sendChatAction", {"action": "sleeping"}, "wrong parameter action in request"),
        ("getFile", {}, "file_id not specified"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
        ("setMyCommands", {"commands": {}}, "expected an Array of BotCommand"),
        (
            "setMyCommands",
            {"commands": [{"command": "", "description": "x"}]},
            "command must be non-empty",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "Hilfe", "description": "x"}]},
            "BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": ""}]},
            "command description must be non-empty",
        ),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "all"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "chat", "chat_id": NOBODY}},
            "chat not found",
        ),
        ("setWebhook", {"url": "ftp://x"}, "invalid webhook URL specified"),
        (
            "setWebhook",
            {"url": "http://example.org"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        ("setWebhook", {"url": "https://x.example:port"}, "invalid webhook URL specified"),
        ("setWebhook", {"url": "https://x.example:8081"}, f"{WEBHOOK}set up only on {PORTS}"),
        ("setWebhook", {"url": "https://10.1.2.3/x"}, f"{RESERVED.format('10.1.2.3')}"),
        ("setWebhook", {"url": "https://[::1]:8443"}, f"{RESERVED.format('::1')}"),
        ("setWebhook", {"url": "https://localhost"}, f"{RESERVED.format('127.0.0.1')}"),
        ("setMyCommands", {"commands": [], "language_code": "en-GB"}, NO_LANGUAGE),
        ("getMyCommands", {"language_code": "EN"}, NO_LANGUAGE),
        ("setMyDescription", {"description": "x", "language_code": "deu"}, NO_LANGUAGE),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        ("deleteMessages", {"message_ids": [1] * 101}, "too many message identifiers specified"),
        ("deleteMessages", {"message_ids": ["1"]}, "message identifier must be a Number"),
        (
            "setWebhook",
            {"url": "https://example.org", "secret_token": "ä"},
            "secret token contains unallowed characters",
        ),
        (
            "editMessageMedia",
            {"message_id": 1, "media": {"type": "poem", "media": "x"}},
            'can\'t parse InputMedia: type "poem" is unsupported',
        ),
    ],
)
async def test_other_methods_refuse_too(
    telegram: Telegram,
    anna: Person,
    method: str,
    parameters: dict[str, Any],
    description: str,
) -> None:
    answer = await ask(telegram, method, **{"chat_id": ANNA, **parameters})

    assert answer.body["description"] == f"Bad Request: {description}"


@pytest.mark.parametrize(
    ("token", "status", "description"),
    [("2:other", 401, "Unauthorized"), ("nonsense", 404, "Not Found")],
)
async def test_a_wrong_token_gets_nowhere(
    telegram: Telegram, token: str, status: int, description: str
) -> None:
    answer = await telegram.call(token, "getMe", {})

    assert (answer.status, answer.body["description"]) == (status, description)


async def test_unknown_methods_and_parameters_are_noted(telegram: Telegram) -> None:
    unknown = await ask(telegram, "sendPoem", text="x")
    ignored = await ask(telegram, "GETME", colour="red")

    assert (unknown.status, unknown.body["description"]) == (404, "Not Found: method not found")
    assert ignored.ok
    assert [(c.method, c.unknown_method, c.unknown_parameters) for c in telegram.unknown] == [
        ("sendPoem", True, ()),
        ("getMe", False, ("colour",)),
    ]


async def test_many_are_deleted_at_once_or_none(
    telegram: Telegram, anna: Person, clock: Clock
) -> None:
    async def says(text: str) -> int:
        answer = await ask(telegram, "sendMessage", chat_id=ANNA, text=text)
        number: int = answer.body["result"]["message_id"]
        return number

    old = await says("alt")
    clock.move(hours=47)
    first = await says("eins")
    await says("zwei")
    clock.move(hours=2)
    refused = await ask(telegram, "deleteMessages", chat_id=ANNA, message_ids=[old, first])
    taken = await ask(telegram, "deleteMessages", chat_id=ANNA, message_ids=[first, first, 4711])

    assert refused.body["description"] == "Bad Request: message can't be deleted for everyone"
    assert taken.body["result"] is True
    assert [message.text for message in anna.messages] == ["alt", "zwei"]


async def test_a_webhook_is_set_once_a_second(telegram: Telegram, clock: Clock) -> None:
    first = await ask(telegram, "setWebhook", url="https://x.example/a")
    second = await ask(telegram, "setWebhook", url="https://x.example/b")
    clock.move(seconds=1)
    third = await ask(telegram, "setWebhook", url="https://x.example:8443/b")

    assert (first.status, second.status, third.status) == (200, 429, 200)
    assert second.body["parameters"] == {"retry_after": 1}
