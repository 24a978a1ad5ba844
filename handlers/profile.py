"""What people set for themselves: topics, name and language."""

from __future__ import annotations

from dataclasses import replace

from domain.network import Names
from domain.vocabulary import Announced, Topic
from handlers import forms
from handlers.commands import list_commands
from handlers.context import Router, Visit
from handlers.doors import on_command, on_tap
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
from texts import profile
from texts.catalogue import languages


async def everything(visit: Visit, _: object) -> None:
    """Answer /profil."""
    named = visit.network.names is not Names.NEVER
    visit.show(profile.everything(visit.texts, visit.network, visit.person, named=named))


async def first_topics(visit: Visit, _: object) -> None:
    """Answer /themen."""
    await topics(visit, Topics(0))


async def topics(visit: Visit, action: Topics) -> None:
    """Show a page of topics."""
    chosen = await visit.store.persons.topics(visit.person.id)
    visit.show(profile.topics(visit.texts, chosen, action.page))


async def follow(visit: Visit, action: Follow) -> None:
    """Take up or drop a topic."""
    topic = next((t for t in Topic if t == action.topic), None)
    if topic is None:
        visit.notice("stale-button", alert=True)
        return
    await visit.store.persons.subscribe(visit.person.id, topic, on=bool(action.on))
    said = "topics-on" if action.on else "topics-off"
    visit.notice(said, topic=visit.texts.label("topic", topic))
    await topics(visit, Topics(action.page))


async def name(visit: Visit, _: object) -> None:
    """Answer /name."""
    if visit.network.names is Names.NEVER:
        visit.show(profile.name_never(visit.texts))
        return
    await forms.begin(visit, NAME, {"joining": False})


async def announced(visit: Visit, _: object) -> None:
    """Show which announcements somebody gets."""
    visit.show(profile.announced(visit.texts, visit.person.announced))


async def set_announced(visit: Visit, action: SetAnnounced) -> None:
    """Change which announcements come; what one registered for is told of all the same."""
    which = Announced(action.which)
    await visit.store.persons.set_announced(visit.person.id, which)
    visit.notice("profile-announced-set")
    visit.show(profile.announced(visit.texts, which))


async def set_nudged(visit: Visit, action: SetNudged) -> None:
    """Change whether somebody is asked before a deadline."""
    on = bool(action.on)
    await visit.store.persons.set_nudged(visit.person.id, on=on)
    visit.show(profile.nudged(visit.texts, on=on))


async def language(visit: Visit, _: object) -> None:
    """Answer /sprache."""
    visit.show(profile.language(visit.texts))


async def set_language(visit: Visit, action: SetLanguage) -> None:
    """Go on in another language."""
    if action.language not in languages():
        visit.notice("stale-button", alert=True)
        return
    await visit.store.persons.set_language(visit.person.id, action.language)
    visit.known = replace(visit.person, language=action.language)
    visit.texts = visit.texts.in_language(action.language)
    list_commands(visit, visit.known)
    visit.show(profile.language_set(visit.texts))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "profil", everything)
    on_command(router, "themen", first_topics)
    on_command(router, "name", name)
    on_tap(router, AskAnnounced, announced)
    on_tap(router, SetAnnounced, set_announced)
    on_tap(router, SetNudged, set_nudged)
    on_command(router, "sprache", language)
    on_tap(router, Topics, topics)
    on_tap(router, Follow, follow)
    on_tap(router, AskName, name)
    on_tap(router, AskLanguage, language)
    on_tap(router, SetLanguage, set_language)
