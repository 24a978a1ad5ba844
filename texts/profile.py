"""What people read while they set topics, name and language."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from domain.message import Button, Message, Rows
from domain.network import Network
from domain.person import LONGEST_NAME, Person
from domain.profile import PAGES, topics_on, turned
from domain.vocabulary import Announced, Topic
from talk.daily import SetDaily
from talk.form import Question, Setting
from talk.privacy import ShowData
from talk.profile import (
    NAME,
    AskAnnounced,
    AskLanguage,
    AskName,
    Follow,
    SetAnnounced,
    SetLanguage,
    SetNudged,
    Topics,
)
from texts.cards import menu_row
from texts.catalogue import Texts, languages
from texts.faces import Face, Page
from texts.institutions import institution

_CHOSEN = "✓ "


def everything(texts: Texts, network: Network, person: Person, *, named: bool) -> Message:
    """Show what somebody can set, and where they belong."""
    none = texts.plain("join-done-without-name")
    text = texts(
        "profile",
        institution=institution(texts, network, person.office, person.sector),
        name=person.name or none,
        language=texts.plain("language-own-name"),
    )
    actions = [("menu-topics", Topics(0).pack()), ("profile-language", AskLanguage().pack())]
    if named:
        actions.insert(1, ("profile-name", AskName().pack()))
    actions.insert(1, ("profile-announced-button", AskAnnounced().pack()))
    nudging = ("nudge-off", SetNudged(0)) if person.nudged else ("nudge-on", SetNudged(1))
    actions.insert(2, (nudging[0], nudging[1].pack()))
    if person.coordinates:
        daily = ("daily-off", SetDaily(0)) if person.daily else ("daily-on", SetDaily(1))
        actions.append((daily[0], daily[1].pack()))
    actions.append(("privacy-show", ShowData().pack()))
    rows = [(Button(texts.plain(label), action),) for label, action in actions]
    return Message(text, (*rows, menu_row(texts)))


def nudged(texts: Texts, *, on: bool) -> Message:
    """Say whether somebody is asked before a deadline, and how to change that."""
    other = Button(texts.plain("nudge-off" if on else "nudge-on"), SetNudged(int(not on)).pack())
    return Message(texts("nudge-is-on" if on else "nudge-is-off"), ((other,), menu_row(texts)))


def announced(texts: Texts, now: Announced) -> Message:
    """Ask which announcements somebody wants; the one that holds is marked."""
    rows = tuple(
        (
            Button(
                (_CHOSEN if each is now else "") + texts.label("announced", each),
                SetAnnounced(each).pack(),
            ),
        )
        for each in Announced
    )
    return Message(texts("profile-announced"), (*rows, menu_row(texts)))


def topics(texts: Texts, chosen: Collection[Topic], page: int) -> Message:
    """Return a page of topics, each a switch; the text says in words which are on."""
    page = turned(page)
    rows = [(_switch(texts, topic, page, on=topic in chosen),) for topic in topics_on(page)]
    names = ", ".join(texts.label("topic", topic) for topic in Topic if topic in chosen)
    now = texts("topics-chosen", topics=names) if chosen else texts("topics-none")
    text = f"{texts('topics', page=page + 1, pages=PAGES)}\n\n{now}"
    return Message(text, (*rows, _turn(texts, page), menu_row(texts)))


def _switch(texts: Texts, topic: Topic, page: int, *, on: bool) -> Button:
    label = (_CHOSEN if on else "") + texts.label("topic", topic)
    return Button(label, Follow(page, int(not on), topic).pack())


def _turn(texts: Texts, page: int) -> tuple[Button, ...]:
    ways = [("topics-before", page - 1), ("topics-next", page + 1)]
    return tuple(
        Button(texts.plain(label), Topics(to).pack()) for label, to in ways if turned(to) == to
    )


class Naming(Face):
    """How the form reads: who comes in is welcomed, who has a name sees it."""

    def ask(self, page: Page) -> str:
        """Ask for a name, or for another one."""
        texts, person = page.texts, page.at.asker
        if person is not None and page.at.answers["joining"]:
            named = institution(texts, page.at.network, person.office, person.sector)
            return texts("join-name", institution=named)
        known = known_name(page.at)
        return texts("name-change", name=known) if known else Face.ask(self, page)

    def label(self, texts: Texts, at: Setting, _question: Question, _value: Any) -> str:
        """Return how going on without a name is called; it is as easy."""
        return texts.plain("name-delete" if known_name(at) else "join-without-name")

    def refused(self, page: Page, text_id: str) -> str:
        """Return why a text cannot be a name."""
        return page.texts(text_id, most=LONGEST_NAME)

    def ways(self, page: Page) -> Rows:
        """Return the way to the menu where something is there to be kept."""
        return (menu_row(page.texts),) if known_name(page.at) else ()


def known_name(at: Setting) -> str | None:
    """Return the name that is kept so far."""
    return at.asker.name if at.asker is not None else None


FACE = Naming(NAME)


def name_never(texts: Texts) -> Message:
    """Say that this network keeps no names."""
    return Message(texts("name-never"), (menu_row(texts),))


def name_kept(texts: Texts, name: str | None) -> Message:
    """Say what is kept now."""
    said = texts("name-kept", name=name) if name else texts("name-deleted")
    return Message(said, (menu_row(texts),))


def language(texts: Texts) -> Message:
    """Ask for the language."""
    rows = [
        (Button(texts.in_language(each).plain("language-own-name"), SetLanguage(each).pack()),)
        for each in languages()
    ]
    return Message(texts("language-ask"), tuple(rows))


def language_set(texts: Texts) -> Message:
    """Say in which language it goes on."""
    return Message(texts("language-set"), (menu_row(texts),))
