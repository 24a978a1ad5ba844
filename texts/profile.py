"""What people read while they set topics, name and language."""

from __future__ import annotations

from collections.abc import Collection

from domain.message import Button, Message
from domain.network import Network
from domain.person import Person
from domain.profile import PAGES, topics_on, turned
from domain.vocabulary import Topic
from talk.join import WithoutName
from talk.privacy import ShowData
from talk.profile import AskLanguage, AskName, Follow, SetLanguage, Topics
from texts.cards import menu_row
from texts.catalogue import Texts, languages
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
    actions.append(("privacy-show", ShowData().pack()))
    rows = [(Button(texts.plain(label), action),) for label, action in actions]
    return Message(text, (*rows, menu_row(texts)))


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


def ask_name(texts: Texts, name: str | None) -> Message:
    """Ask for a name, or for another one; keeping none is as easy."""
    if name is None:
        keep_none = Button(texts.plain("join-without-name"), WithoutName().pack())
        return Message(texts("name-ask"), ((keep_none,),))
    delete = Button(texts.plain("name-delete"), WithoutName().pack())
    return Message(texts("name-change", name=name), ((delete,), menu_row(texts)))


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
