"""The methods that send, change and delete messages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from standin.api import keyboards
from standin.api.markup import parse
from standin.api.parameters import Parameters
from standin.world.chats import Chat, Json, Post
from standin.world.entities import is_empty
from standin.world.files import Kept
from standin.world.refusals import NOT_MODIFIED, bad_request
from standin.world.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
DELETABLE_FOR = timedelta(hours=48)
#: How many messages one call deletes at most.
MOST_DELETED = 100
MEDIA = ("document", "photo")
TEXT = ("text", "entities", "link_preview_options")
CAPTION = ("caption", "caption_entities", "show_caption_above_media")

Method = Callable[[World, Parameters], object]


def send_message(world: World, parameters: Parameters) -> Json:
    """Answer sendMessage."""
    return _send(world, parameters, "sendMessage", _text(parameters))


def send_document(world: World, parameters: Parameters) -> Json:
    """Answer sendDocument."""
    kept = world.files.receive(parameters.file("document"), "document")
    content = {"document": _document(kept), **_caption(parameters)}
    return _send(world, parameters, "sendDocument", content)


def send_photo(world: World, parameters: Parameters) -> Json:
    """Answer sendPhoto."""
    kept = world.files.receive(parameters.file("photo"), "photo")
    return _send(world, parameters, "sendPhoto", {"photo": photo(kept), **_caption(parameters)})


def edit_text(world: World, parameters: Parameters) -> Json:
    """Answer editMessageText."""
    content = _text(parameters)
    markup = keyboards.read_inline(parameters)
    chat, post = _editable(world, parameters)
    if "text" not in post.body:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, "editMessageText", (chat, post), _without(post, *TEXT) | content, markup)


def edit_caption(world: World, parameters: Parameters) -> Json:
    """Answer editMessageCaption."""
    content = _caption(parameters)
    markup = keyboards.read_inline(parameters)
    chat, post = _editable(world, parameters)
    if "text" in post.body:
        raise bad_request("there is no caption in the message to edit")
    body = _without(post, *CAPTION) | content
    return _edit(world, "editMessageCaption", (chat, post), body, markup)


def edit_media(world: World, parameters: Parameters) -> Json:
    """Answer editMessageMedia."""
    content = _media(world, parameters)
    markup = keyboards.read_inline(parameters)
    chat, post = _editable(world, parameters)
    body = _without(post, *TEXT, *CAPTION, *MEDIA) | content
    return _edit(world, "editMessageMedia", (chat, post), body, markup)


def edit_markup(world: World, parameters: Parameters) -> Json:
    """Answer editMessageReplyMarkup."""
    markup = keyboards.read_inline(parameters)
    chat, post = _editable(world, parameters)
    return _edit(world, "editMessageReplyMarkup", (chat, post), dict(post.body), markup)


def delete(world: World, parameters: Parameters) -> bool:
    """Answer deleteMessage."""
    message_id = parameters.message_id()
    chat = world.chat(parameters.chat_id())
    _delete(world, chat, [chat.post(message_id, "to delete")])
    return True


def delete_many(world: World, parameters: Parameters) -> bool:
    """Answer deleteMessages: what is not there is passed over, what is too old refuses all."""
    ids = parameters.json("message_ids", "message identifiers")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    if not all(type(number) is int for number in ids):
        raise bad_request("message identifier must be a Number")
    chat = world.chat(parameters.chat_id())
    posts = (chat.posts.get(number) for number in dict.fromkeys(ids))
    _delete(world, chat, [post for post in posts if post is not None and not post.deleted])
    return True


def _delete(world: World, chat: Chat, posts: list[Post]) -> None:
    if any(world.now() - post.at > DELETABLE_FOR for post in posts):
        raise bad_request("message can't be deleted for everyone")
    for post in posts:
        post.deleted = True
        world.journal.add("deleted", chat_id=chat.id, message_id=post.id)


def pin(world: World, parameters: Parameters) -> bool:
    """Answer pinChatMessage."""
    chat = world.chat(parameters.chat_id())
    post = chat.post(parameters.message_id(), "to pin")
    chat.pinned.append(post.id)
    return True


def unpin(world: World, parameters: Parameters) -> bool:
    """Answer unpinChatMessage: the named message, else the one pinned last."""
    chat = world.chat(parameters.chat_id())
    if "message_id" in parameters:
        post = chat.post(parameters.message_id(), "to unpin")
        chat.pinned = [pinned for pinned in chat.pinned if pinned != post.id]
    else:
        del chat.pinned[-1:]
    return True


def unpin_all(world: World, parameters: Parameters) -> bool:
    """Answer unpinAllChatMessages."""
    world.chat(parameters.chat_id()).pinned.clear()
    return True


def photo(kept: Kept) -> list[Json]:
    """Return a photo as Telegram does: sizes, here only one."""
    return [{**kept.body, "width": 800, "height": 600}]


def _document(kept: Kept) -> Json:
    return {**kept.body, "file_name": kept.file.name, "mime_type": kept.file.media_type}


def _text(parameters: Parameters) -> Json:
    source = parameters.text("text")
    if not source:
        raise bad_request("message text is empty")
    formatted = parse(source, parameters.text("parse_mode"))
    if is_empty(formatted.text):
        raise bad_request("text must be non-empty")
    if len(formatted.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    content: Json = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = formatted.bodies
    preview = parameters.json("link_preview_options", "link preview options")
    return content | ({"link_preview_options": preview} if preview else {})


def _caption(parameters: Parameters) -> Json:
    formatted = parse(parameters.text("caption"), parameters.text("parse_mode"))
    if len(formatted.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if is_empty(formatted.text):
        return {}
    entities = {"caption_entities": formatted.bodies} if formatted.entities else {}
    return {"caption": formatted.text, **entities}


def _media(world: World, parameters: Parameters) -> Json:
    media = parameters.json("media", "input media")
    if not isinstance(media, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = media.get("type")
    if kind not in MEDIA:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    inner = Parameters({k: v for k, v in media.items() if isinstance(v, str)}, parameters.files)
    kept = world.files.receive(inner.file("media"), kind)
    content = _document(kept) if kind == "document" else photo(kept)
    return {kind: content, **_caption(inner)}


def _send(world: World, parameters: Parameters, method: str, content: Json) -> Json:
    markup = keyboards.read(parameters)
    chat = world.chat(parameters.chat_id())
    reply = _reply(parameters, chat)
    world.limits.count(chat.id)
    post = world.put(chat, world.sender, content | reply, markup)
    if markup and ("keyboard" in markup or "remove_keyboard" in markup):
        chat.keyboard = markup.get("keyboard", [])
    world.enter(method, chat, post, edit=False)
    return post.body


def _reply(parameters: Parameters, chat: Chat) -> Json:
    wanted = parameters.json("reply_parameters", "reply parameters")
    if not wanted:
        return {}
    if not isinstance(wanted, dict):
        raise bad_request("object expected as reply parameters")
    post = chat.posts.get(wanted.get("message_id", 0))
    if post and not post.deleted:
        return {"reply_to_message": post.body}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _editable(world: World, parameters: Parameters) -> tuple[Chat, Post]:
    message_id = parameters.message_id()
    chat = world.chat(parameters.chat_id())
    post = chat.post(message_id, "to edit")
    # Only what has no keyboard or one below the message can be changed.
    if not post.by_bot or (post.markup and "inline_keyboard" not in post.markup):
        raise bad_request("message can't be edited")
    return chat, post


def _without(post: Post, *names: str) -> Json:
    return {name: value for name, value in post.body.items() if name not in names}


def _edit(
    world: World, method: str, where: tuple[Chat, Post], body: Json, markup: Json | None
) -> Json:
    chat, post = where
    body.pop("reply_markup", None)
    body |= {"reply_markup": markup} if markup else {}
    if body == post.body:
        raise bad_request(NOT_MODIFIED)
    post.body = body | {"edit_date": world.stamp()}
    post.markup, post.edited = markup, True
    world.journal.add("edited", chat_id=chat.id, message_id=post.id)
    world.enter(method, chat, post, edit=True)
    return post.body
