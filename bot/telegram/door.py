"""What is left of an update at the door: no names, no pictures, nothing that is not needed.

What comes through has the shape and the size that the rest of the house counts on: numbers that
a database can keep, texts that can be encoded. Anything else is refused here, once.
"""

from __future__ import annotations

from typing import Any

from domain.assessment import LONGEST

Json = dict[str, Any]

#: Longer texts are no answer to anything we ask; they are cut before they are kept at all.
#: The longest answer is an assessment of a year; one letter more shows that it is too long.
LONGEST_TEXT = LONGEST + 1
_KINDS = (
    "photo",
    "video",
    "voice",
    "audio",
    "video_note",
    "animation",
    "sticker",
    "contact",
    "location",
    "venue",
    "poll",
    "dice",
)


#: Telegram counts updates, messages and seconds so far at most.
MOST_COUNTED = 2**31 - 1
#: Chats and people have numbers of at most 52 bits; groups negative ones.
LARGEST_ID = 2**52
#: No name of ours or of Telegram's in an update is longer; texts are.
LONGEST_WORD = 256


def update_number(update: object) -> int | None:
    """Return an update's number; None if it is none that Telegram gives, or no update at all."""
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is int and 0 <= number <= MOST_COUNTED:
        return number
    return None


def _counted(number: object) -> int:
    """Return a number that Telegram counts. Raises ValueError for anything else."""
    if type(number) is not int or not 0 <= number <= MOST_COUNTED:
        raise ValueError("no number that Telegram counts")
    return number


def _id(number: object) -> int:
    """Return the number of a chat or a person. Raises ValueError for anything else."""
    if type(number) is not int or abs(number) > LARGEST_ID:
        raise ValueError("no number of a chat")
    return number


def _text(text: object, longest: int) -> str:
    """Return the beginning of a text that can be encoded and kept. Raises TypeError if none."""
    if not isinstance(text, str):
        raise TypeError("no text")
    whole = text[: 2 * longest].replace("\0", " ").encode("utf-16", "surrogatepass")
    return whole.decode("utf-16", "replace")[:longest]


def _word(word: object) -> str:
    """Return a short text as it is. Raises ValueError for anything else."""
    if not isinstance(word, str) or len(word) > LONGEST_WORD or _text(word, LONGEST_WORD) != word:
        raise ValueError("no word")
    return word


def stripped(update: Json) -> Json:
    """Return the update without user names, first names, pictures, files and forwarded texts.

    What a person sent beside a text is replaced by an empty text, so that it is answered like
    any text nobody asked for. Raises KeyError, TypeError, ValueError or AttributeError for an
    update of a shape that nobody knows.
    """
    kept: Json = {"update_id": _counted(update["update_id"])}
    if isinstance(message := update.get("message"), dict):
        kept["message"] = _message(message)
    if isinstance(query := update.get("callback_query"), dict):
        kept["callback_query"] = _query(query)
    if isinstance(member := update.get("my_chat_member"), dict):
        kept["my_chat_member"] = _member(member)
    return kept


def chat_of(update: Json) -> int | None:
    """Return the chat an update belongs to."""
    message = update.get("message") or update.get("my_chat_member")
    query = update.get("callback_query")
    if message is None and query is not None:
        message = query.get("message")
        if message is None:
            return int(query["from"]["id"])
    return int(message["chat"]["id"]) if message else None


def _user(user: Json) -> Json:
    kept = {"id": _id(user["id"]), "is_bot": user.get("is_bot") is True, "first_name": "-"}
    if "language_code" in user:
        kept["language_code"] = _word(user["language_code"])
    return kept


def _chat(chat: Json) -> Json:
    return {"id": _id(chat["id"]), "type": _word(chat["type"])}


def _message(message: Json) -> Json:
    kept: Json = {
        "message_id": _counted(message["message_id"]),
        "date": _counted(message["date"]),
        "chat": _chat(message["chat"]),
    }
    if "from" in message:
        kept["from"] = _user(message["from"])
    for moved in ("migrate_to_chat_id", "migrate_from_chat_id"):
        if moved in message:
            kept[moved] = _id(message[moved])
    foreign = "forward_origin" in message or any(kind in message for kind in _KINDS)
    if "text" in message and not foreign:
        kept["text"] = _text(message["text"], LONGEST_TEXT)
        commands = [_command(e) for e in message.get("entities", ()) if e["type"] == "bot_command"]
        kept["entities"] = [e for e in commands if e["offset"] + e["length"] <= LONGEST_TEXT]
    elif "document" in message and not foreign:
        kept["document"] = _document(message["document"])
    return kept


def _command(entity: Json) -> Json:
    place = {"offset": _counted(entity["offset"]), "length": _counted(entity["length"])}
    return {"type": "bot_command", **place}


def _document(document: Json) -> Json:
    """Keep what is needed to fetch a file that a coordinator may send for an import."""
    kept: Json = {key: _word(document[key]) for key in ("file_id", "file_unique_id")}
    if "file_size" in document:
        kept["file_size"] = _id(document["file_size"])
    if "mime_type" in document:
        kept["mime_type"] = _word(document["mime_type"])
    return kept


def _query(query: Json) -> Json:
    kept: Json = {
        "id": _word(query["id"]),
        "from": _user(query["from"]),
        "chat_instance": _word(query.get("chat_instance", "")),
    }
    if "data" in query:
        kept["data"] = _text(query["data"], LONGEST_WORD)
    if "message" in query:
        pressed = query["message"]
        kept["message"] = {
            "message_id": _counted(pressed["message_id"]),
            "date": _counted(pressed["date"]),
            "chat": _chat(pressed["chat"]),
        }
        if "text" in pressed:
            kept["message"]["text"] = "-"  # it is a text, so it can be changed in place
    return kept


def _member(member: Json) -> Json:
    return {
        "chat": _chat(member["chat"]),
        "from": _user(member["from"]),
        "date": _counted(member["date"]),
        "old_chat_member": _standing(member["old_chat_member"]),
        "new_chat_member": _standing(member["new_chat_member"]),
    }


def _standing(standing: Json) -> Json:
    """Keep the standing and what may be done with it, which is yes, no or a moment."""
    rights = {key: right for key, right in standing.items() if isinstance(right, bool)}
    kept = {**rights, "status": _word(standing["status"]), "user": _user(standing["user"])}
    if "until_date" in standing:
        kept["until_date"] = _counted(standing["until_date"])
    return kept
