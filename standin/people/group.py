"""Groups that the bot may be added to."""

from __future__ import annotations

from typing import Protocol

from standin.people.person import Person, Surroundings, change_standing, typed
from standin.world.chats import Json, Kind, Standing


class Groups(Surroundings, Protocol):
    """What a group needs around it: that there can be another one."""

    def group(self, group_id: int, title: str, *, kind: Kind) -> Group:
        """Return a group without the bot in it."""


class Group:
    """A group that the bot may be added to."""

    def __init__(self, around: Groups, group_id: int, title: str, kind: Kind) -> None:
        self.around = around
        self.chat = around.world.add_chat(group_id, kind, None, title)
        self.chat.standing = Standing.LEFT

    async def adds_bot(self, person: Person) -> None:
        """Let a person add the bot."""
        self.chat.standing = Standing.MEMBER
        change_standing(self.around.world, self.chat, person.user, "left", "member")
        await self.hears(person, {"new_chat_members": [self.around.world.sender]})

    async def hears(self, person: Person, content: str | Json) -> None:
        """Let a person say something in the group."""
        said = typed(content) if isinstance(content, str) else content
        self.around.world.say(self.chat, person.user, said)
        if self.around.settled:
            await self.around.settled()

    async def kicks_bot(self, person: Person) -> None:
        """Let a person throw the bot out."""
        self.chat.standing = Standing.KICKED
        change_standing(self.around.world, self.chat, person.user, "member", "kicked")
        if self.around.settled:
            await self.around.settled()

    async def upgrades(self, person: Person, new_id: int) -> Group:
        """Turn the group into a supergroup under a new id."""
        new = self.around.group(new_id, self.chat.title, kind=Kind.SUPERGROUP)
        new.chat.standing = Standing.MEMBER
        self.chat.moved_to = new_id
        await self.hears(person, {"migrate_to_chat_id": new_id})
        await new.hears(person, {"migrate_from_chat_id": self.chat.id})
        return new
