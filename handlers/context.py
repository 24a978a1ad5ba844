"""What every feature gets: a router for its doors, and each event as a visit with its answers."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import Any

from domain.channel import CHANNELS, Address, Channel
from domain.deeds import Logged
from domain.delivery import Kind, Letter, Priority, question_key
from domain.draft import OFFER, Draft, begun_over, bounded, brought_up, dropped, ended
from domain.flood import Flood
from domain.languages import reading_in
from domain.localtime import local_day
from domain.message import Message
from domain.network import Network
from domain.person import Person
from domain.rights import Act, may
from domain.splitting import split
from domain.training import Training
from domain.view import View
from handlers.chats import Chats
from handlers.courtesies import Courtesies
from storage.database import Database
from storage.store import Store
from talk.action import Action
from talk.form import Answers, Setting
from talk.start import Opening
from texts.catalogue import Texts, as_html
from texts.dialogues import too_many
from texts.faces import Face, Page
from texts.labels import short

#: What is read on a pressed button at most, in characters; more follows as a message.
LONGEST_TOAST = 200


class Who(Enum):
    """Who may use a door.

    Behind one for anyone nothing is kept of a stranger, except by agreeing itself. Who agreed
    and is no member yet has a dialogue of `WAYS_IN`: only through that one it goes on.
    """

    ANYONE = "anyone"
    AGREED = "agreed"
    MEMBERS = "members"
    COORDINATORS = "coordinators"


@dataclass(frozen=True, slots=True)
class Door:
    """What is done with an action or a command, who may, and which deed it is."""

    handle: Callable[[Visit, Any], Awaitable[None]]
    who: Who
    deed: Logged | None = None


def _never(_draft: Draft, _now: datetime) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One kind of dialogue.

    `ask` shows the question of its present step. `typed` takes a typed answer and returns False
    if the step asked for none: the text is then answered and taken out of the chat for it.
    `over` says that nobody waits for an answer any more. `left` says what holds once it was given
    up, where «nothing was kept» would not be true.
    """

    ask: Callable[[Visit, Draft], Awaitable[None]]
    typed: Callable[[Visit, Draft, str], Awaitable[bool]] | None = None
    over: Callable[[Draft, datetime], bool] = _never
    coordinators: bool = False
    left: Callable[[Visit, Draft], Awaitable[Message]] | None = None

    def open_to(self, person: Person | None) -> bool:
        """Return whether somebody may still go on with it; an old consent is renewed first."""
        if person is None:
            return not self.coordinators
        return person.consented and (person.coordinates or not self.coordinators)


async def _nothing(_visit: Visit, _answers: Answers) -> Any:
    return ()


async def _no_lines(_visit: Visit, _page: Page, _text: str) -> bool:
    return False


def _no_facts(_at: Setting) -> Answers:
    return {}


def _as_kept(_network: Network, draft: Draft) -> Draft:
    return draft


async def _left(visit: Visit, _at: Setting) -> None:
    visit.text("abort-done")


@dataclass(frozen=True, slots=True)
class Host:
    """Who leads through a form: what it reads, how it looks, what follows.

    `about` reads what the questions depend on, after each answer `anew` if these matter to it; None
    ends the dialogue, and why is said already. `stands` says what holds once it was given up.
    `facts` are kept as they were shown, `lines` takes what is typed beside a list, `as_now` reads a
    draft that an earlier version kept.
    `done` gets all answers, once, and is a `deed`; `left` those of a form that was given up.
    """

    face: Face
    done: Callable[[Visit, Setting], Awaitable[None]]
    left: Callable[[Visit, Setting], Awaitable[None]] = _left
    about: Callable[[Visit, Answers], Awaitable[Any]] = _nothing
    anew: bool = False
    stands: Callable[[Visit, Draft], Awaitable[Message]] | None = None
    facts: Callable[[Setting], Answers] = _no_facts
    lines: Callable[[Visit, Page, str], Awaitable[bool]] = _no_lines
    as_now: Callable[[Network, Draft], Draft] = _as_kept
    deed: Logged | None = None


@dataclass(frozen=True, slots=True)
class Router:
    """Which feature handles what: each adds its own at the start.

    `actions` are the buttons by the code they begin with; `commands` stand by their name in
    `texts.words`, and `spoken` has that name for each word that may be typed; `words` lead on
    where a text matches as a whole; `dialogues` stand by the kind that their drafts carry, and who
    leads through a form by its name.
    """

    actions: dict[str, type[Action]] = field(default_factory=dict)
    taps: dict[type[Action], Door] = field(default_factory=dict)
    commands: dict[str, Door] = field(default_factory=dict)
    spoken: dict[str, str] = field(default_factory=dict)
    words: dict[re.Pattern[str], Door] = field(default_factory=dict)
    dialogues: dict[str, Dialogue] = field(default_factory=dict)
    hosts: dict[str, Host] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tools:
    """The handlers' few dependencies, built once in bot.app.

    `bot_name` is what the bot is called in chats; `link` returns the address that opens one there.
    `rate` is messages a second. `pressed` is told which deliveries' buttons were pressed, and the
    chat: it proves arrival. `wanted` is told that somebody waits for a report. `courtesies` wait
    for nobody. `router` knows what each feature handles, `flood` what each chat asked for lately.
    """

    database: Database
    texts: Texts
    network: Network
    now: Callable[[], datetime]
    bot_name: Callable[[], str]
    link: Callable[[Opening], str]
    rate: float = 28.0
    pressed: Callable[[int, Address], None] = lambda _delivery, _chat: None
    wanted: Callable[[], None] = lambda: None
    courtesies: Courtesies = field(default_factory=Courtesies)
    router: Router = field(default_factory=Router)
    flood: Flood = field(default_factory=Flood)


@dataclass(slots=True)
class Visit:
    """One event of one chat: who it is, the open transaction, and what will be answered.

    Answers are put into the outbox when the handler is done, in the same transaction as what
    they tell. `message_id` is the card whose button was pressed. What is in `after` is asked of
    the channel once everything is committed; nothing depends on whether it works. A text that is
    `unwanted` is taken out of the chat. `answered` says that an answer was put already. A `chosen`
    language travels in the buttons until there is a consent to keep it with. `asked` says that what
    is answered belongs to the open dialogue, so that its question need not follow; `ended`, that
    one came to its end. `way` leads back to the list from which the pressed card was opened
    (`talk.offer`); `about` is the training of which it was asked what the visitor may do.
    """

    tools: Tools
    store: Store
    update_id: int
    address: Address
    now: datetime
    known: Person | None
    texts: Texts
    language: str
    message_id: str | None = None
    toast: str = ""
    alert: bool = False
    unwanted: bool = False
    chosen: str | None = None
    answered: bool = False
    asked: bool = False
    ended: bool = False
    way: str = ""
    about: int | None = None
    letters: list[Letter] = field(default_factory=list)
    after: list[Callable[[Chats], Awaitable[object]]] = field(default_factory=list)

    @property
    def person(self) -> Person:
        """The member; handlers for members are called for members only."""
        assert self.known is not None
        return self.known

    def may(self, act: Act, of: Any = None) -> bool:
        """Return whether the visitor may; of which training, the access log says."""
        self.about = of.id if isinstance(of, Training) else self.about
        return may(self.person, act, of)

    @property
    def channel(self) -> Channel:
        """By what the visitor came."""
        return CHANNELS[self.address.channel]

    @property
    def network(self) -> Network:
        """The network of this bot."""
        return self.tools.network

    @property
    def router(self) -> Router:
        """What each feature of this bot handles."""
        return self.tools.router

    @property
    def today(self) -> date:
        """The day it is in the network."""
        return local_day(self.now, self.network.zone)

    # Each answer declares itself by how it is given: `say`, `show`, `show_once`, `text` are words,
    # which stay; `ask` is a question, which a newer one overtakes; `draw` is a card, made from the
    # facts of the moment of sending. Only a card says where somebody stands.

    def say(self, message: Message, *, key: str = "", expires_at: datetime | None = None) -> None:
        """Answer with a new message; one with a key of its own can be found by it later.

        What is too long for one message comes in several.
        """
        *before, last = split(message, self.channel)
        for part in before:
            self.letters.append(self._letter(self._next_key, part, expires_at))
        self.letters.append(self._letter(key or self._next_key, last, expires_at))

    @property
    def _next_key(self) -> str:
        return f"answer:{self.update_id}:{len(self.letters)}"

    def _letter(self, key: str, message: Message, expires_at: datetime | None = None) -> Letter:
        if self.chosen and not (self.known and self.known.consented):
            message = reading_in(message, self.chosen)
        return Letter(
            key=key,
            expires_at=expires_at,
            kind=Kind.ANSWER,
            due_at=self.now,
            person_id=self.known.id if self.known else None,
            address=None if self.known else self.address,
            priority=Priority.ANSWER,
            message=message,
            channel=self.channel,
        )

    def draw(
        self,
        view: View,
        training: Training | None = None,
        *,
        anew: bool = False,
        **facts: str | int,
    ) -> None:
        """Answer with what says where the visitor stands: drawn when it is sent, not now.

        It changes the pressed card in place, unless it comes `anew`.
        """
        replaced = None if anew else self.message_id
        way = {"way": self.way} if self.way and training is not None and not anew else {}
        self.letters.append(
            Letter(
                key=self._next_key,
                kind=Kind.CARD,
                due_at=self.now,
                person_id=self.person.id,
                priority=Priority.ANSWER,
                training_id=None if training is None else training.id,
                facts={"view": view.value, "replaces": replaced, **way, **facts},
                channel=self.channel,
            )
        )

    async def show_once(self, key: str, message: Message) -> bool:
        """Change the pressed card, once for this key; False, and nothing, if that was done.

        The key is known as long as deliveries are kept.
        """
        self.answered = True
        letter = self._letter(key, message.changing(self.message_id))
        return await self.store.deliveries.put(letter) == 1

    def show(self, message: Message) -> None:
        """Change the pressed card in place, or say it anew where none was pressed."""
        self.say(message.changing(self.message_id))

    def show_names(self, message: Message, gone_by: datetime, *, anew: bool) -> None:
        """Show names of others: not to be passed on, and out of the chat by that moment.

        They come in a message of their own; its next page changes that one.
        """
        guarded = replace(message, gone_by=gone_by)
        self.say(guarded if anew else guarded.changing(self.message_id))

    def ask(self, dialogue: str, message: Message) -> None:
        """Show the question of a dialogue, in place of the pressed card or anew.

        It ends unsent if a newer question of this dialogue is put before it goes out.
        """
        n = len(self.letters)
        self.say(message.changing(self.message_id), key=question_key(dialogue, self.update_id, n))

    def text(self, text_id: str, **values: str | int) -> None:
        """Answer with a text and nothing else."""
        self.say(Message(self.texts(text_id, **values)))

    @property
    def silent(self) -> bool:
        """Whether nothing was answered so far."""
        return not (self.toast or self.letters or self.answered)

    def notice(self, text_id: str, *, alert: bool = False, **values: str | int) -> None:
        """Say at once, on the pressed button, what happened."""
        self.toast = self.texts.plain(text_id, **values)
        self.alert = alert

    def fit(self) -> None:
        """Let what is too long for the pressed button follow as a message, whole."""
        if len(self.toast) > LONGEST_TOAST:
            self.say(Message(as_html(self.toast)))
            self.toast = short(self.toast, LONGEST_TOAST)

    def aside(self) -> Visit:
        """Return the same visit with answers of its own, to see what would be said."""
        return replace(self, letters=[], after=[], message_id=None)

    async def draft(self, kind: str) -> Draft | None:
        """Return this chat's dialogue if it is of this kind."""
        found = await self.store.drafts.get(self.address)
        return found if found and found.kind == kind else None

    async def reopen(self, kind: str) -> Draft | None:
        """Return this chat's dialogue of this kind, also one that was kept: it is open again."""
        found = await self.store.drafts.get(self.address)
        again = brought_up(found, kind) if found else None
        if again is not None and again != found:
            await self.store.drafts.put(self.address, again, self.now)
        return again

    async def keep(self, draft: Draft, address: Address | None = None) -> None:
        """Keep a step of a dialogue, with another one open there: in this chat, or `address`."""
        chat = self.address if address is None else address
        before = await self.store.drafts.get(chat)
        kept, lost = bounded(begun_over(before, draft))
        await self.store.drafts.put(chat, kept, self.now)
        if lost is not None:
            self.say(too_many(self.texts, lost.kind))
        self.asked = self.asked or chat == self.address

    async def finish(self) -> bool:
        """End this chat's dialogue; False if there was none. What it kept is offered."""
        draft = await self.store.drafts.get(self.address)
        if draft is None or draft.kind == OFFER:
            return False
        await self._open(ended(draft, self.update_id))
        return True

    async def give_up(self) -> bool:
        """End this chat's dialogue, or drop the kept one that is offered; False if neither."""
        draft = await self.store.drafts.get(self.address)
        if draft is None or draft.kind != OFFER:
            return await self.finish()
        await self._open(dropped(draft, self.update_id))
        return True

    async def _open(self, draft: Draft | None) -> None:
        self.ended = True
        if draft is None:
            await self.store.drafts.drop(self.address)
        else:
            await self.store.drafts.put(self.address, draft, self.now)
