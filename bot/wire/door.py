"""What is left of an update at the door: no names, no pictures, nothing that is not needed."""

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


def stripped(update: Json) -> Json:
    """Return the update without user names, first names, pictures, files and forwarded texts.

    What a person sent beside a text is replaced by an empty text, so that it is answered like
    any text nobody asked for.
    """
    kept: Json = {"update_id": update["update_id"]}
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
    kept = {"id": user["id"], "is_bot": user.get("is_bot", False), "first_name": "-"}
    if "language_code" in user:
        kept["language_code"] = user["language_code"]
    return kept


def _chat(chat: Json) -> Json:
    return {"id": chat["id"], "type": chat["type"]}


def _message(message: Json) -> Json:
    kept = {
        "message_id": message["message_id"],
        "date": message["date"],
        "chat": _chat(message["chat"]),
    }
    if "from" in message:
        kept["from"] = _user(message["from"])
    for moved in ("migrate_to_chat_id", "migrate_from_chat_id"):
        if moved in message:
            kept[moved] = message[moved]
    foreign = "forward_origin" in message or any(kind in message for kind in _KINDS)
    if "text" in message and not foreign:
        kept["text"] = message["text"][:LONGEST_TEXT]
        commands = [e for e in message.get("entities", ()) if e.get("type") == "bot_command"]
        kept["entities"] = [e for e in commands if e["offset"] + e["length"] <= LONGEST_TEXT]
    elif "document" in message and not foreign:
        kept["document"] = _document(message["document"])
    return kept


def _document(document: Json) -> Json:
    """Keep what is needed to fetch a file that a coordinator may send for an import."""
    wanted = ("file_id", "file_unique_id", "file_size", "mime_type")
    return {key: document[key] for key in wanted if key in document}


def _query(query: Json) -> Json:
    kept = {
        "id": query["id"],
        "from": _user(query["from"]),
        "chat_instance": query.get("chat_instance", ""),
    }
    if "data" in query:
        kept["data"] = query["data"]
    if "message" in query:
        pressed = query["message"]
        kept["message"] = {
            "message_id": pressed["message_id"],
            "date": pressed["date"],
            "chat": _chat(pressed["chat"]),
        }
        if "text" in pressed:
            kept["message"]["text"] = "-"  # it is a text, so it can be changed in place
    return kept


def _member(member: Json) -> Json:
    return {
        "chat": _chat(member["chat"]),
        "from": _user(member["from"]),
        "date": member["date"],
        "old_chat_member": _standing(member["old_chat_member"]),
        "new_chat_member": _standing(member["new_chat_member"]),
    }


def _standing(standing: Json) -> Json:
    return {**standing, "user": _user(standing["user"])}
