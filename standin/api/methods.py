"""The methods the stand-in knows, and the parameters each of them has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from standin.api import profile, sending, webhooks
from standin.api.parameters import Parameters
from standin.world.world import World

Method = Callable[[World, Parameters], Any]

#: Answered by waiting; all others are answered at once.
GET_UPDATES = "getUpdates"

_SENT = (
    "business_connection_id chat_id message_thread_id direct_messages_topic_id"
    " disable_notification protect_content allow_paid_broadcast message_effect_id"
    " suggested_post_parameters reply_parameters reply_markup"
)
_EDITED = "business_connection_id chat_id message_id inline_message_id reply_markup"
_CAPTION = "caption parse_mode caption_entities"
_COMMANDS = "scope language_code"
_WEBHOOK = "certificate ip_address max_connections allowed_updates secret_token"

_TABLE: dict[str, tuple[Method | None, str]] = {
    GET_UPDATES: (None, "offset limit timeout allowed_updates"),
    "getMe": (profile.get_me, ""),
    "setWebhook": (webhooks.set_webhook, f"url drop_pending_updates {_WEBHOOK}"),
    "deleteWebhook": (webhooks.delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": (webhooks.webhook_info, ""),
    "sendMessage": (
        sending.send_message,
        f"{_SENT} text parse_mode entities link_preview_options",
    ),
    "sendDocument": (
        sending.send_document,
        f"{_SENT} {_CAPTION} document thumbnail disable_content_type_detection",
    ),
    "sendPhoto": (
        sending.send_photo,
        f"{_SENT} {_CAPTION} photo show_caption_above_media has_spoiler",
    ),
    "editMessageText": (
        sending.edit_text,
        f"{_EDITED} text parse_mode entities link_preview_options",
    ),
    "editMessageCaption": (sending.edit_caption, f"{_EDITED} {_CAPTION} show_caption_above_media"),
    "editMessageMedia": (sending.edit_media, f"{_EDITED} media"),
    "editMessageReplyMarkup": (sending.edit_markup, _EDITED),
    "deleteMessage": (sending.delete, "chat_id message_id"),
    "deleteMessages": (sending.delete_many, "chat_id message_ids"),
    "pinChatMessage": (
        sending.pin,
        "business_connection_id chat_id message_id disable_notification",
    ),
    "unpinChatMessage": (sending.unpin, "business_connection_id chat_id message_id"),
    "unpinAllChatMessages": (sending.unpin_all, "chat_id"),
    "answerCallbackQuery": (
        profile.answer_press,
        "callback_query_id text show_alert url cache_time",
    ),
    "sendChatAction": (
        profile.send_action,
        "business_connection_id chat_id message_thread_id action",
    ),
    "setMyCommands": (profile.set_commands, f"commands {_COMMANDS}"),
    "getMyCommands": (profile.get_commands, _COMMANDS),
    "deleteMyCommands": (profile.delete_commands, _COMMANDS),
    "setMyName": (partial(profile.set_text, name="name", longest=64), "name language_code"),
    "getMyName": (partial(profile.get_text, name="name"), "language_code"),
    "setMyDescription": (
        partial(profile.set_text, name="description", longest=512),
        "description language_code",
    ),
    "getMyDescription": (partial(profile.get_text, name="description"), "language_code"),
    "setMyShortDescription": (
        partial(profile.set_text, name="short_description", longest=120),
        "short_description language_code",
    ),
    "getMyShortDescription": (
        partial(profile.get_text, name="short_description"),
        "language_code",
    ),
    "setChatMenuButton": (profile.set_menu_button, "chat_id menu_button"),
    "getChatMenuButton": (profile.get_menu_button, "chat_id"),
    "getChat": (profile.get_chat, "chat_id"),
    "leaveChat": (profile.leave_chat, "chat_id"),
    "getFile": (profile.get_file, "file_id"),
}

METHODS = {name: method for name, (method, _) in _TABLE.items()}
PARAMETERS = {name: frozenset(names.split()) for name, (_, names) in _TABLE.items()}
_BY_LOWER = {name.lower(): name for name in _TABLE}


def proper_name(method: str) -> str | None:
    """Return a method's name as it is documented, whatever the case; None if it is unknown."""
    return _BY_LOWER.get(method.lower())
