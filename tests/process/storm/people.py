"""People who read their chats and press what they see, sometimes something old."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from standin.people.person import Person
from standin.world.chats import Post, Query
from tests.process.storm.judge import TOO_MUCH, Press
from tests.process.storm.line import Line
from tests.process.storm.plan import Act, Intent, Plan

FIRST_CHAT = 10_000
#: What a crowd does: so many presses and commands of one chat at once.
CROWD, SPOKEN = 100, 5
#: Who has so many presses unanswered, and lately, waits before the next.
PATIENCE, LATELY = 4, timedelta(seconds=10)
#: What a button begins with that changes a standing, and whether it leads in or out.
_CHANGING = {"regi": True, "leav": False}
_WORTH = {"regi": 8, "leav": 8, "ask": 8, "card": 3, "det": 1}


class People:
    """Plays the acts of a plan in the line's thread; notes the presses that change a standing.

    `titles` are the trainings' by their numbers.
    """

    def __init__(self, line: Line, plan: Plan, titles: dict[int, str]) -> None:
        self._line = line
        self._plan = plan
        self._titles = titles
        self._presses: list[tuple[Query, Press]] = []
        self._people = [
            line.telegram.person(FIRST_CHAT + n, f"P{n}") for n in range(plan.size.people)
        ]

    async def begin(self) -> None:
        """Let everybody have pressed Start, and nothing wait for the bot."""
        for person in self._people:
            await person.says("/start")
        self._line.telegram.take_updates()

    async def live(self, since: float) -> None:
        """Act until the plan ends; `since` is the line's second at which it begins."""
        wavering = list[asyncio.Task[None]]()
        crowd = Act(self._plan.crowd_at, 0, Intent.QUICK, self._plan.seed)
        for act in sorted([*self._plan.acts, crowd], key=lambda each: each.at):
            await asyncio.sleep(max(0.0, since + act.at - self._line.seconds()))
            if act is crowd:
                await self._crowds(self._people[0], random.Random(act.draw))
            elif self._waits(self._people[act.who]):
                continue
            elif act.intent is Intent.QUICK:
                wavering.append(asyncio.create_task(self._wavers(self._people[act.who], act)))
            else:
                await self._acts(self._people[act.who], act)
        await asyncio.gather(*wavering)

    def _waits(self, person: Person) -> bool:
        """Whether somebody is still waiting for the bot, so that a slow machine is not flooded."""
        since = self._line.clock.now() - LATELY
        mine = [q for q in person.chat.history[-50:] if isinstance(q, Query) and q.at > since]
        return sum(not query.answered for query in mine) >= PATIENCE

    async def _acts(self, person: Person, act: Act) -> None:
        draw = random.Random(act.draw)
        match act.intent:
            case Intent.NEWEST:
                await self._presses_one(person, _posts(person)[-2:], draw)
            case Intent.STALE:
                await self._presses_one(person, _posts(person), draw)
            case _:
                await person.says(act.intent.value)

    async def _wavers(self, person: Person, act: Act) -> None:
        """Register and leave beneath one card, again and again, without waiting to be answered."""
        draw = random.Random(act.draw)
        cards = [post for post in _posts(person)[-4:] if _changing(post)]
        if cards:
            card = draw.choice(cards)
            for _ in range(draw.randint(3, 6)):
                await self._presses_one(person, [card], draw)
                await asyncio.sleep(draw.uniform(0.1, 1.0))

    async def _crowds(self, person: Person, draw: random.Random) -> None:
        for n in range(CROWD):
            if n % (CROWD // SPOKEN) == 0:
                await person.says("/termine")
            else:
                await self._presses_one(person, _posts(person), draw)

    async def _presses_one(
        self, person: Person, posts: Sequence[Post], draw: random.Random
    ) -> None:
        places = [
            (post.id, row, column, button["callback_data"])
            for post in posts
            for row, buttons in enumerate(post.rows)
            for column, button in enumerate(buttons)
            if button.get("callback_data", "").partition(":")[0] in _WORTH
        ]
        if not places:
            return
        weights = [_WORTH[data.partition(":")[0]] for *_, data in places]
        post, row, column, data = draw.choices(places, weights)[0]
        await person.presses(post, row, column)
        self._notes(person, data)

    def _notes(self, person: Person, data: str) -> None:
        code, _, rest = data.partition(":")
        if code in _CHANGING and person.query is not None:
            title = self._titles[int(rest.partition(":")[0])]
            press = Press(person.id, title, _CHANGING[code])
            self._presses.append((person.query, press))

    def presses(self) -> list[Press]:
        """Return the presses that Telegram did not drop."""
        dropped = {
            str(each.content.get("id")) for each in self._line.telegram.world.updates.dropped
        }
        told = {each.chat for each in self._line.shown() if TOO_MUCH in each.text}
        return [
            replace(press, refused=press.chat in told and not query.answered)
            for query, press in self._presses
            if query.id not in dropped
        ]


def _changing(post: Post) -> bool:
    """Whether there is a button that changes a standing, or leads to one."""
    codes = {b.get("callback_data", "").partition(":")[0] for row in post.rows for b in row}
    return bool(codes & {"regi", "leav", "ask"})


def _posts(person: Person) -> list[Post]:
    return [post for post in person.chat.shown() if post.by_bot and post.rows]
