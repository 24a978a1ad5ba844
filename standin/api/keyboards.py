"""Keyboards below a message: read, checked and refused as Telegram does."""

from __future__ import annotations

from typing import Any

from standin.api.markup import checked_url
from standin.api.parameters import Parameters
from standin.world.refusals import bad_request

Json = dict[str, Any]

STYLES = frozenset({"", "default", "primary", "success", "danger"})
DATA_BYTES = 64
#: What a button copies, in characters.
MOST_COPIED = 256
MOST_BUTTONS = 100
EMPTY = "REPLY_MARKUP_INVALID"
OTHER_ACTIONS = (
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "login_url",
    "web_app",
    "callback_game",
    "pay",
)


def read(parameters: Parameters) -> Json | None:
    """Return the markup of a new message, None if there is none."""
    markup = parameters.json("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    return _checked(markup)


def read_inline(parameters: Parameters) -> Json | None:
    """Return the markup of a changed message: buttons below it, or None to take them away."""
    markup = parameters.json("reply_markup", "reply keyboard markup")
    if not markup or markup == {"inline_keyboard": []}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return _checked(markup)


def _checked(markup: Json) -> Json:
    if "inline_keyboard" in markup:
        what = 'field "inline_keyboard" of the InlineKeyboardMarkup'
        for button in _buttons(markup["inline_keyboard"], what):
            _check_inline(button)
    elif "keyboard" in markup:
        for button in _buttons(markup["keyboard"], 'field "keyboard"'):
            _check_key(button)
    elif not (markup.get("remove_keyboard") is True or markup.get("force_reply") is True):
        raise bad_request(EMPTY)
    return markup


def _buttons(rows: Any, what: str) -> list[Any]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f"{what} must be an Array of Arrays")
    # Stricter than Telegram, which quietly drops empty rows: nobody sends one on purpose.
    if not rows or not all(rows):
        raise bad_request(EMPTY)
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return buttons


def _check_inline(button: Any) -> None:
    if not isinstance(button, dict):
        raise _inline("InlineKeyboardButton must be an Object")
    _check_text(button, _inline)
    url, data = button.get("url") or "", button.get("callback_data") or ""
    copied = button.get("copy_text")
    if not isinstance(url, str) or not isinstance(data, str):
        field = "callback_data" if isinstance(url, str) else "url"
        raise _inline(f'Field "{field}" must be of type String')
    if url:
        _check_url(url)
    elif data:
        _check_data(data)
    elif copied is not None:
        _check_copied(copied)
    elif not any(name in button for name in OTHER_ACTIONS):
        raise _inline("Text buttons are unallowed in the inline keyboard")


def _check_text(button: Json, refusal: Any) -> None:
    text = button.get("text")
    if text is None:
        raise refusal('Can\'t find field "text"')
    if not isinstance(text, str):
        raise refusal('Field "text" must be of type String')
    if str(button.get("style") or "").lower() not in STYLES:
        raise refusal("invalid button style specified")
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")


def _check_url(url: str) -> None:
    if not checked_url(url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_data(data: str) -> None:
    if len(data.encode()) > DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_copied(copied: Any) -> None:
    if not isinstance(copied, dict):
        raise _inline('Field "copy_text" must be of type Object')
    text = copied.get("text")
    if text is None:
        raise _inline('Can\'t find field "text"')
    if not isinstance(text, str):
        raise _inline('Field "text" must be of type String')
    if not 1 <= len(text) <= MOST_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_key(button: Any) -> None:
    if isinstance(button, dict):
        _check_text(button, _key)
    elif not isinstance(button, str):
        raise _key("KeyboardButton must be a String or an Object")
    elif not button.strip():
        raise bad_request("keyboard button text must be non-empty")


def _inline(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _key(reason: str) -> Exception:
    return bad_request(f"can't parse keyboard button: {reason}")
