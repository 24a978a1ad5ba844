"""How a chat looks to the person who holds the phone: as JSON for a page, as text to read."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

from standin.world.chats import Chat, Json, Post, Query

#: Attachments of which a chat shows only that they are there.
MARKS = ("photo", "voice", "location", "contact")


def transcript(chat: Chat, zone: tzinfo) -> str:
    """Return everything said and pressed in a chat, as lines of text."""
    lines: list[str] = []
    for entry in chat.history:
        lines += _post(entry, zone) if isinstance(entry, Post) else [_press(entry, chat, zone)]
    return "\n".join(lines)


def _clock(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%d.%m.%Y %H:%M")


def _who(post: Post) -> str:
    name: str = post.body["from"]["first_name"]
    return name


def _post(post: Post, zone: tzinfo) -> list[str]:
    state = " (deleted)" if post.deleted else " (edited)" if post.edited else ""
    said = " ".join(part for part in (*_attachments(post.body), post.text) if part)
    head = f"{_clock(post.at, zone)} {_who(post)}{state}: "
    lines = said.split("\n")
    indented = [f"    {line}" for line in lines[1:]]
    buttons = ["    " + " ".join(f"[{label}]" for label in row) for row in post.labels]
    return [head + lines[0], *indented, *([] if post.deleted else buttons)]


def _attachments(body: Json) -> list[str]:
    document = body.get("document")
    marks = [f"<{name}>" for name in MARKS if name in body]
    return [f"<{document['file_name']}>", *marks] if document else marks


def _press(query: Query, chat: Chat, zone: tzinfo) -> str:
    name = chat.posts[query.message_id].body["chat"].get("first_name", "Somebody")
    answer = f": {query.text}" if query.text else "" if query.answered else " - NOT ANSWERED"
    return f"{_clock(query.at, zone)} {name} taps [{query.label}]{answer}"


def chat_view(chat: Chat) -> Json:
    """Return a chat for the page: messages in order, the keyboard, how the bot stands."""
    return {
        "chat": chat.body,
        "standing": chat.standing.value,
        "messages": [post_view(entry) for entry in chat.history if isinstance(entry, Post)],
        "presses": [press_view(entry) for entry in chat.history if isinstance(entry, Query)],
        "keyboard": [[_key(key) for key in row] for row in chat.keyboard],
        "pinned": chat.pinned,
    }


def post_view(post: Post) -> Json:
    """Return one message; `html` is safe to show, `buttons` are rows of label, kind and style."""
    return {
        "message_id": post.id,
        "from": "bot" if post.by_bot else "person",
        "name": _who(post),
        "at": post.at.isoformat(),
        "text": post.text,
        "html": post.html,
        "entities": post.body.get("entities") or post.body.get("caption_entities") or [],
        "reply_to": (post.body.get("reply_to_message") or {}).get("message_id"),
        "force_reply": bool((post.markup or {}).get("force_reply")),
        "buttons": [[_button(button) for button in row] for row in post.rows],
        "document": _file(post.body.get("document")),
        "photo": _file((post.body.get("photo") or [None])[-1]),
        "marks": [name for name in MARKS if name in post.body],
        "placeholder": _placeholder(post),
        "edited": post.edited,
        "deleted": post.deleted,
    }


def press_view(query: Query) -> Json:
    """Return one press and its answer."""
    return {
        "id": query.id,
        "message_id": query.message_id,
        "label": query.label,
        "at": query.at.isoformat(),
        "answered": query.answered,
        "text": query.text,
        "alert": query.alert,
    }


def _button(button: Json) -> Json:
    copied = (button.get("copy_text") or {}).get("text", "")
    kind = "url" if button.get("url") else "copy" if copied else "action"
    style = button.get("style") or "default"
    shown = {"label": button["text"], "kind": kind, "url": button.get("url", ""), "style": style}
    return {**shown, "copy": copied} if copied else shown


def _key(key: Any) -> Json:
    return {"label": key, "style": "default"} if isinstance(key, str) else _button(key)


def _file(file: Json | None) -> Json | None:
    if not file:
        return None
    return {
        "name": file.get("file_name", ""),
        "size": file["file_size"],
        "media_type": file.get("mime_type", "image/png"),
        "url": f"/sim/files/{file['file_id']}",
    }


def _placeholder(post: Post) -> str:
    markup = post.markup or {}
    asked = markup.get("force_reply") or "keyboard" in markup
    return str(markup.get("input_field_placeholder") or "") if asked else ""
