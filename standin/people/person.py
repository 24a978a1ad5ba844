"""People with a phone: what they do reaches the bot, what they read is what it sent."""

from __future__ import annotations

import base64
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from standin.api.markup import parse
from standin.api.sending import photo
from standin.people.views import transcript
from standin.world.chats import Chat, Json, Kind, Post, Query, Standing
from standin.world.entities import utf16
from standin.world.files import UploadedFile
from standin.world.updates import MESSAGE_LIVES, PRESS_LIVES
from standin.world.world import World

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)

#: What the link to a bot can carry.
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
#: Presses of a person do not wait for the messages of that person, nor the other way round.
PRESS_QUEUE = 3 << 33


@dataclass(frozen=True, slots=True)
class Message:
    """A message as a person sees it."""

    message_id: int
    text: str
    html: str
    buttons: list[list[str]]
    styles: list[list[str]]
    document: UploadedFile | None
    edited: bool
    photo: UploadedFile | None = None

    @property
    def labels(self) -> list[str]:
        """Return what is on the buttons, without the rows."""
        return [label for row in self.buttons for label in row]


class Surroundings(Protocol):
    """What people need around them.

    `world` is another one after everything was forgotten, `settled` is awaited after each thing
    they do, `zone` is where a chat is read.
    """

    world: World
    settled: Callable[[], Awaitable[None]] | None
    zone: tzinfo


class Person:
    """Somebody with a private chat with the bot."""

    def __init__(
        self, around: Surroundings, person_id: int, first_name: str, language_code: str
    ) -> None:
        self.around = around
        self.id = person_id
        self.user: Json = {
            "id": person_id,
            "is_bot": False,
            "first_name": first_name,
            "last_name": f"Last name of {person_id}",
            "username": f"user_{person_id}",
            "language_code": language_code,
        }
        self.chat: Chat = around.world.add_chat(person_id, Kind.PRIVATE, self.user, "")
        self.query: Query | None = None
        self.copied: str | None = None

    # What they do.

    async def says(self, text: str, *, reply_to: int | None = None) -> None:
        """Write a text or a command."""
        content: Json = typed(text)
        if reply_to is not None:
            content["reply_to_message"] = self.chat.posts[reply_to].body
        await self.sends(content)

    async def opens(self, payload: str = "") -> None:
        """Open the bot by a deep link and press Start; AssertionError if no link can carry it."""
        if not PAYLOAD.fullmatch(payload):
            raise AssertionError(f"No link can carry {payload!r}")
        await self.says(f"/start {payload}".strip())

    async def taps(self, label: str) -> None:
        """Press the button with this label in the newest message that has it."""
        for post in reversed(self.chat.shown()):
            for button in (button for row in post.rows for button in row):
                if button["text"] == label:
                    await self._presses(post, button)
                    return
        if label in self.keyboard:
            await self.says(label)
            return
        raise AssertionError(f"There is no button {label!r}; there are {self.labels}")

    async def presses(self, message_id: int, row: int, column: int) -> None:
        """Press a button by its place; IndexError if there is none."""
        post = self.chat.posts[message_id]
        await self._presses(post, post.rows[row][column])

    async def _presses(self, post: Post, button: Json) -> None:
        if "copy_text" in button:  # nobody but the phone hears of it
            self.copied = button["copy_text"]["text"]
            return
        if "callback_data" not in button:
            await self._follows(str(button.get("url", "")))
            return
        self._check_free()
        world = self.around.world
        number = f"{7_000_000_000 + len(world.queries) + 1}"
        self.query = Query(
            number, self.chat.id, post.id, button["text"], button["callback_data"], world.now()
        )
        world.queries[number] = self.query
        self.chat.history.append(self.query)
        world.journal.add("tapped", chat_id=self.chat.id, message_id=post.id, label=button["text"])
        press = {"id": number, "from": self.user, "message": post.body, "data": self.query.data}
        press["chat_instance"] = str(-self.id)
        world.updates.add("callback_query", press, self.id + PRESS_QUEUE, PRESS_LIVES)
        await self._settled()

    async def _follows(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.path.strip("/").lower() == str(self.around.world.bot["username"]).lower():
            await self.opens(parse_qs(parts.query).get("start", [""])[0])

    async def uploads(self, name: str, content: bytes, caption: str = "") -> None:
        """Send a document."""
        kept = self.around.world.files.keep(UploadedFile(name, content), "documents")
        document = {**kept.body, "file_name": name, "mime_type": kept.file.media_type}
        await self.sends({"document": document, **({"caption": caption} if caption else {})})

    async def sends_photo(self, content: bytes = PIXEL) -> None:
        """Send a photo."""
        file = UploadedFile("photo.png", content, "image/png")
        await self.sends({"photo": photo(self.around.world.files.keep(file, "photos"))})

    async def sends_voice(self) -> None:
        """Send a voice message."""
        kept = self.around.world.files.keep(UploadedFile("voice.oga", b"OggS"), "voice")
        await self.sends({"voice": {**kept.body, "duration": 3, "mime_type": "audio/ogg"}})

    async def sends_location(self) -> None:
        """Send a place (in the middle of nowhere)."""
        await self.sends({"location": {"latitude": 0.0, "longitude": 0.0}})

    async def sends_contact(self) -> None:
        """Send somebody's telephone number (one that cannot exist)."""
        await self.sends({"contact": {"phone_number": "+490000000", "first_name": "Somebody"}})

    async def forwards(self, text: str) -> None:
        """Pass on what somebody else wrote."""
        origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 0}
        await self.sends({**typed(text), "forward_origin": origin})

    async def sends(self, content: Json) -> None:
        """Send a message with any content."""
        self._check_free()
        if self.chat.standing is Standing.NEW:
            self.chat.standing = Standing.MEMBER
        self.around.world.say(self.chat, self.user, content)
        await self._settled()

    def _check_free(self) -> None:
        standing = self.chat.standing
        if standing in {Standing.BLOCKED, Standing.DEACTIVATED}:
            raise AssertionError(f"The bot is {standing.value}: nothing can be sent to it")

    async def blocks(self) -> None:
        """Block the bot."""
        await self._stands(Standing.BLOCKED, "member", "kicked")

    async def returns(self) -> None:
        """Take the block back."""
        await self._stands(Standing.MEMBER, "kicked", "member")

    def deactivates(self) -> None:
        """Delete the account; the bot is not told."""
        self.chat.standing = Standing.DEACTIVATED

    async def _stands(self, standing: Standing, old: str, new: str) -> None:
        self.chat.standing = standing
        change_standing(self.around.world, self.chat, self.user, old, new)
        await self._settled()

    async def _settled(self) -> None:
        if self.around.settled:
            await self.around.settled()

    # What they see.

    @property
    def messages(self) -> list[Message]:
        """Return what the bot wrote and is still there, oldest first."""
        return [self._message(post) for post in self._posts]

    @property
    def last(self) -> Message:
        """Return the bot's newest message; AssertionError if there is none."""
        if not self._posts:
            raise AssertionError("The bot has not written anything")
        return self._message(self._posts[-1])

    @property
    def _posts(self) -> list[Post]:
        return [post for post in self.chat.shown() if post.by_bot]

    def _message(self, post: Post) -> Message:
        document = self._file(post.body.get("document"))
        photo = self._file((post.body.get("photo") or [None])[-1])
        styles = [[str(button.get("style") or "plain") for button in row] for row in post.rows]
        return Message(
            post.id, post.text, post.html, post.labels, styles, document, post.edited, photo
        )

    def _file(self, sent: Json | None) -> UploadedFile | None:
        return self.around.world.files.kept[sent["file_id"]].file if sent else None

    @property
    def labels(self) -> list[str]:
        """Return the labels of all buttons that can be pressed, newest message first."""
        shown = [label for m in reversed(self.messages) for label in m.labels]
        return shown + self.keyboard

    @property
    def keyboard(self) -> list[str]:
        """Return the labels of the keyboard in place of the letters."""
        keys: list[Any] = [key for row in self.chat.keyboard for key in row]
        return [key if isinstance(key, str) else key["text"] for key in keys]

    @property
    def toast(self) -> str:
        """Return what the bot answered to the newest press, empty if nothing."""
        return self.query.text if self.query else ""

    def reads(self) -> str:
        """Return the whole chat as text."""
        return transcript(self.chat, self.around.zone)


def change_standing(world: World, chat: Chat, by: Json, old: str, new: str) -> None:
    """Tell the bot that somebody changed its standing in a chat."""
    change = {
        "chat": chat.body,
        "from": by,
        "date": world.stamp(),
        "old_chat_member": _member(world.sender, old),
        "new_chat_member": _member(world.sender, new),
    }
    world.updates.add("my_chat_member", change, chat.id, MESSAGE_LIVES)
    world.journal.add("standing", chat_id=chat.id, standing=chat.standing.value)


def _member(bot: Json, status: str) -> Json:
    banned = {"until_date": 0} if status == "kicked" else {}
    return {"user": bot, "status": status, **banned}


def typed(text: str) -> Json:
    """Return what a person typed; only what Telegram finds by itself is marked."""
    formatted = parse(text, "")
    assert utf16(formatted.text) <= 4096, "Nobody can send more than 4096 characters"
    return {
        "text": formatted.text,
        **({"entities": formatted.bodies} if formatted.entities else {}),
    }
