"""What the demo's stories are told with: one step, and what a person does and reads in it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

from bot.demo.stage import Stage
from standin.http.page import Words
from standin.people.person import Person
from texts.catalogue import Texts


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


def see(person: Person, *wanted: str) -> None:
    """Look for texts in the newest messages on a phone. Raises NotAsTold."""
    seen = "\n".join(message.text for message in person.messages[-4:])
    for text in wanted:
        if text not in seen:
            raise NotAsTold(f"{text!r} is not to be read; there is {seen!r}")


async def tap(stage: Stage, person: Person, text_id: str, **values: str | int) -> None:
    """Tap the button with these words."""
    await person.taps(stage.label(text_id, **values))
    await stage.settled()


async def tap_first(stage: Stage, person: Person, beginning: str) -> None:
    """Tap the first button that begins so: its label holds a date."""
    label = next((one for one in person.last.labels if one.startswith(beginning)), beginning)
    await person.taps(label)
    await stage.settled()


async def say(stage: Stage, person: Person, text: str) -> None:
    """Write something."""
    await person.says(text)
    await stage.settled()


async def minutes_pass(stage: Stage) -> None:
    """Let the time pass in which words can be taken back."""
    await stage.moves_to(stage.clock.now() + timedelta(minutes=2))


async def does(stage: Stage, who: int, *steps: str) -> Person:
    """Do what the handbooks tell: `/command`, „text“, or a button; «1. …» begins so.

    A button with `?` behind it is pressed if it is there: only many are asked about twice.
    """
    person = stage.person(who)
    for step in steps:
        if step.startswith("/"):
            await say(stage, person, step)
        elif step.startswith("„"):
            await say(stage, person, step.strip("„“"))
        elif not step.endswith("?") or step[:-1] in person.last.labels:
            await person.taps(_label(person, step.removesuffix("?")))
            await stage.idle()
    return person


def _label(person: Person, told: str) -> str:
    beginning = told.removesuffix("…")
    if beginning == told:
        return told
    return next((label for label in person.labels if label.startswith(beginning)), told)
