"""The story of the main job, scene by scene: what happens, and how to tell that it came out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.demo.page import Words
from bot.demo.people import Person
from bot.demo.stage import COORDINATOR, DORMAGEN, NEUSS, POLICE, Stage
from texts.catalogue import Texts

TITLE = "Gespräche mit Kindern & Eltern führen"


class NotAsTold(AssertionError):
    """The story did not come out; the message says where."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One step of the story; `name` finds its words, `person_id` the phone to look at."""

    name: str
    person_id: int
    action: Callable[[Stage], Awaitable[None]] = field(repr=False)

    @property
    def title(self) -> Words:
        """The heading, in both languages."""
        return _words(f"story-{self.name}-title")

    @property
    def text(self) -> Words:
        """One to three sentences, in both languages."""
        return _words(f"story-{self.name}-text")

    async def play(self, stage: Stage) -> None:
        """Play it. Raises NotAsTold if it does not come out."""
        try:
            await self.action(stage)
            await stage.settled()
        except NotAsTold as error:
            raise NotAsTold(f"{self.name}: {error}") from error
        except AssertionError as error:
            raise NotAsTold(f"{self.name}: {error}") from error


def _words(text_id: str) -> Words:
    return {language: Texts(language).plain(text_id) for language in ("de", "en")}


def _see(person: Person, *wanted: str) -> None:
    """Look for texts in the newest messages on a phone. Raises NotAsTold."""
    seen = "\n".join(message.text for message in person.messages[-4:])
    for text in wanted:
        if text not in seen:
            raise NotAsTold(f"{text!r} is not to be read; there is {seen!r}")


async def _tap(stage: Stage, person: Person, text_id: str, **values: str | int) -> None:
    await person.taps(stage.label(text_id, **values))
    await stage.settled()


async def _say(stage: Stage, person: Person, text: str) -> None:
    await person.says(text)
    await stage.settled()


async def _invite(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await person.opens(await stage.invitation(COORDINATOR))
    await stage.settled()
    _see(person, stage.network.name)
    async with stage.bot.database.reading() as store:
        if await store.persons.count():
            raise NotAsTold("somebody is stored before consent")


async def _join(stage: Stage) -> None:
    person = stage.person(COORDINATOR)
    await _tap(stage, person, "join-agree")
    await _tap(stage, person, "join-without-name")
    _see(person, stage.label("offer-none"))


async def _others(stage: Stage) -> None:
    for person_id in (NEUSS, DORMAGEN, POLICE):
        person = stage.person(person_id)
        await person.opens(await stage.invitation(person_id))
        await stage.settled()
        await _tap(stage, person, "join-agree")
        if person_id == POLICE:
            await _tap(stage, person, "join-county-wide")
        await _tap(stage, person, "join-without-name")


SCENES: tuple[Scene, ...] = (
    Scene("invite", COORDINATOR, _invite),
    Scene("join", COORDINATOR, _join),
    Scene("others", POLICE, _others),
)
