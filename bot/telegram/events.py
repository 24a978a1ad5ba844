"""What an update of Telegram is for us: an event, or nothing that anybody handles."""

from __future__ import annotations

from telegram import CallbackQuery, ChatMember, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType, MessageEntityType

from bot.telegram import numbers
from domain.channel import in_chat
from handlers.events import Command, Crowd, Event, Presence, Tap, Typed

_AWAY = frozenset({ChatMember.BANNED, ChatMember.LEFT})
_CROWDS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL})


def event_of(update: Update, bot_name: str) -> Event | None:
    """Return what happened; `bot_name` is whom a command may name behind an `@`."""
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query)
    if update.message is not None:
        return _written(update.update_id, update.message, bot_name)
    if update.my_chat_member is not None:
        return _standing(update.update_id, update.my_chat_member)
    return None


def _tap(number: int, query: CallbackQuery) -> Tap:
    """Return a press: who presses does so for nobody else, wherever the button is."""
    action, delivery = numbers.read(query.data or "")
    return Tap(
        number=number,
        address=in_chat(query.from_user.id),
        language=query.from_user.language_code,
        action=action,
        delivery=delivery,
        message_id=_changeable(query),
        pressed=query.id,
    )


def _changeable(query: CallbackQuery) -> str | None:
    """Return the pressed message if it is a text: a file's message cannot become one."""
    pressed = query.message
    if isinstance(pressed, Message) and pressed.text and pressed.chat.id == query.from_user.id:
        return str(pressed.message_id)
    return None


def _written(number: int, message: Message, bot_name: str) -> Event | None:
    room = message.chat
    address = in_chat(room.id)
    language = message.from_user.language_code if message.from_user else None
    if room.type in _CROWDS:
        return Crowd(number=number, address=address, language=language)
    if room.type != ChatType.PRIVATE:
        return None
    place = number, address, language, str(message.message_id)
    word = _command(message, bot_name)
    if message.text is None or word is None:
        return Typed(*place, message.text)
    return Command(*place, message.text, word, rest=" ".join(message.text.split()[1:]))


def _command(message: Message, bot_name: str) -> str | None:
    """Return the command that a text begins with, if it is for this bot."""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != MessageEntityType.BOT_COMMAND or first.offset != 0:
        return None
    word, _, named = (message.text or "")[1 : first.length].partition("@")
    return word if named.lower() in {"", bot_name.lower()} else None


def _standing(number: int, change: ChatMemberUpdated) -> Event | None:
    address, language = in_chat(change.chat.id), change.from_user.language_code
    reachable = change.new_chat_member.status not in _AWAY
    if change.chat.type == ChatType.PRIVATE:
        return Presence(number=number, address=address, language=language, reachable=reachable)
    return Crowd(number=number, address=address, language=language) if reachable else None
