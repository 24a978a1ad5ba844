"""The methods about the bot itself, its chats, files and the presses it answers."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

from standin.api.parameters import Parameters
from standin.world.chats import Chat, Json, Standing, not_found
from standin.world.refusals import QUERY_TOO_OLD, bad_request
from standin.world.world import World

ANSWER_WITHIN = timedelta(seconds=150)
LONGEST_ANSWER = 200
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
MENU_BUTTONS = frozenset({"default", "commands", "web_app"})
COMMAND = re.compile(r"[a-z0-9_]+")
#: What Telegram takes for a language, beside none.
LANGUAGE = re.compile(r"[a-z]{2}")


def get_me(world: World, _: Parameters) -> Json:
    """Answer getMe."""
    return world.bot


def answer_press(world: World, parameters: Parameters) -> bool:
    """Answer answerCallbackQuery: once, and within its time."""
    query = world.queries.get(parameters.text("callback_query_id"))
    if query is None or query.answered or world.now() - query.at > ANSWER_WITHIN:
        raise bad_request(QUERY_TOO_OLD)
    if len(parameters.text("text")) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered = True
    query.text = parameters.text("text")
    query.alert = parameters.flag("show_alert")
    world.journal.add("answered", chat_id=query.chat_id, text=query.text, alert=query.alert)
    return True


def send_action(world: World, parameters: Parameters) -> bool:
    """Answer sendChatAction."""
    if parameters.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.chat(parameters.chat_id())
    world.journal.add("action", chat_id=chat.id, action=parameters.text("action"))
    return True


def set_commands(world: World, parameters: Parameters) -> bool:
    """Answer setMyCommands."""
    commands = parameters.json("commands", "commands")
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad_request("expected an Array of BotCommand")
    world.profile[_scope(world, parameters)] = [_command(command) for command in commands]
    return True


def get_commands(world: World, parameters: Parameters) -> list[Json]:
    """Answer getMyCommands."""
    commands: list[Json] = world.profile.get(_scope(world, parameters), [])
    return commands


def menu_of(world: World, chat_id: int, language: str) -> list[Json]:
    """Return the commands that a person's private chat offers: the narrowest scope wins."""
    scopes: list[Json] = [{"type": "chat", "chat_id": chat_id}]
    scopes += [{"type": "all_private_chats"}, {"type": "default"}]
    names = [_commands(scope, code) for scope in scopes for code in (primary(language), "")]
    return next((world.profile[name] for name in names if world.profile.get(name)), [])


def primary(tag: str) -> str:
    """Return the language of a tag like `en`, `en-GB` or `EN_us`."""
    return re.split(r"[-_]", tag.strip(), maxsplit=1)[0].lower()


def delete_commands(world: World, parameters: Parameters) -> bool:
    """Answer deleteMyCommands."""
    world.profile.pop(_scope(world, parameters), None)
    return True


def _scope(world: World, parameters: Parameters) -> str:
    scope = parameters.json("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    if scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    for name in SCOPES[scope["type"]]:
        if not scope.get(name):
            raise bad_request(f"can't parse BotCommandScope: Empty {name} specified")
    if "chat_id" in SCOPES[scope["type"]] and int(scope["chat_id"]) not in world.chats:
        raise not_found()
    return _commands(scope, _language(parameters))


def _language(parameters: Parameters) -> str:
    """Return the language that texts are for; a tag like `en-GB` is none."""
    code = parameters.text("language_code")
    if code and not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _commands(scope: Json, language: str) -> str:
    if "chat_id" in scope:
        scope = scope | {"chat_id": int(scope["chat_id"])}
    return f"commands {json.dumps(scope, sort_keys=True)} {language}"


def _command(command: Any) -> Json:
    if not isinstance(command, dict) or not isinstance(command.get("command"), str):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = command["command"].strip().removeprefix("/")
    description = str(command.get("description") or "").strip()
    refusal = _command_refusal(name, description)
    if refusal:
        raise bad_request(refusal)
    return {"command": name, "description": description}


def _command_refusal(name: str, description: str) -> str:
    if not name:
        return "command must be non-empty"
    if len(name) > 32:
        return "command length must not exceed 32"
    if not description:
        return "command description must be non-empty"
    if len(description) > 256:
        return "command description length must not exceed 256"
    return "" if COMMAND.fullmatch(name) else "BOT_COMMAND_INVALID"


def set_text(world: World, parameters: Parameters, name: str, longest: int) -> bool:
    """Answer setMyName, setMyDescription and setMyShortDescription."""
    text = parameters.text(name)
    if len(text) > longest:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    world.profile[f"{name} {_language(parameters)}"] = text
    return True


def get_text(world: World, parameters: Parameters, name: str) -> Json:
    """Answer getMyName, getMyDescription and getMyShortDescription."""
    default = world.bot["first_name"] if name == "name" else ""
    text = world.profile.get(f"{name} {_language(parameters)}")
    return {name: text or world.profile.get(f"{name} ") or default}


def set_menu_button(world: World, parameters: Parameters) -> bool:
    """Answer setChatMenuButton."""
    button = parameters.json("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in MENU_BUTTONS:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    world.profile[f"menu {parameters.text('chat_id')}"] = button
    return True


def get_menu_button(world: World, parameters: Parameters) -> Json:
    """Answer getChatMenuButton."""
    button: Json = world.profile.get(f"menu {parameters.text('chat_id')}", {"type": "default"})
    return button


def get_chat(world: World, parameters: Parameters) -> Json:
    """Answer getChat."""
    chat = world.chat(parameters.chat_id())
    return {**chat.body, "accent_color_id": 0, "max_reaction_count": 11, **_full(chat)}


def _full(chat: Chat) -> Json:
    gifts = ("unlimited", "limited", "unique")
    accepted: Json = {f"{kind}_gifts": False for kind in gifts}
    accepted |= {"premium_subscription": False, "gifts_from_channels": False}
    pinned = {"pinned_message": chat.posts[chat.pinned[-1]].body} if chat.pinned else {}
    return {"accepted_gift_types": accepted, **pinned}


def leave_chat(world: World, parameters: Parameters) -> bool:
    """Answer leaveChat."""
    chat = world.chat(parameters.chat_id())
    if chat.user is not None:
        raise bad_request("chat member status can't be changed in private chats")
    chat.standing = Standing.LEFT
    world.journal.add("left", chat_id=chat.id)
    return True


def get_file(world: World, parameters: Parameters) -> Json:
    """Answer getFile."""
    kept = world.files.find(parameters.text("file_id"))
    return {**kept.body, "file_path": kept.path}
