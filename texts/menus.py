"""The menu, the help and the fixed notices."""

from __future__ import annotations

from collections.abc import Sequence

from domain.message import Button, Message
from domain.network import Network
from talk.action import Action
from talk.menu import Menu, MoreMenu, ShowOffices
from texts.cards import menu_row
from texts.catalogue import Html, Texts
from texts.words import Talk, word

#: A text and what its button does.
Entry = tuple[str, Action]
#: Two short entries share a row: what coordinators have behind «Mehr» fits a small screen so.
ABREAST = ("menu-agreements", "menu-measures")


def menu(texts: Texts, network: Network, first: Sequence[Entry], rest: Sequence[Entry]) -> Message:
    """Return the menu; the rest stands behind a button of its own, if there is any."""
    more = [("menu-more", MoreMenu())] if rest else []
    return Message(texts("menu", network=network.name), _rows(texts, [*first, *more]))


def more(texts: Texts, network: Network, rest: Sequence[Entry]) -> Message:
    """Return the rest of the menu, with the way back."""
    back = (Button(texts.plain("button-back"), Menu().pack()),)
    return Message(texts("menu", network=network.name), (*_rows(texts, rest), back))


def _rows(texts: Texts, entries: Sequence[Entry]) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    before = ""
    for label, action in entries:
        button = Button(texts.plain(label), action.pack())
        if (before, label) == ABREAST:
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
        before = label
    return tuple(rows)


def help_text(texts: Texts, network: Network, commands: Sequence[str]) -> Message:
    """Return the help with the commands of somebody's role."""
    lines = [
        texts(
            "help-line",
            command=word(command, texts.language),
            meaning=texts.plain(f"command-{command}"),
        )
        for command in commands
    ]
    contact = network.contact.mail
    text = texts("help", commands=Html("\n".join(lines)), contact=contact)
    return Message(text, (menu_row(texts),))


def unknown_command(texts: Texts, *, member: bool) -> Message:
    """Say that there is no such command, and where all are."""
    return Message(texts("command-unknown"), (menu_row(texts),) if member else ())


def talk(texts: Texts, kind: Talk, *, member: bool) -> Message:
    """Answer a polite word shortly."""
    return Message(texts(f"talk-{kind}"), (menu_row(texts),) if member else ())


def safety(texts: Texts) -> Message:
    """Return the fixed answer to any free text or file: no case data here."""
    offices = Button(texts.plain("safety-offices"), ShowOffices().pack())
    return Message(
        texts("safety"), ((offices,), (Button(texts.plain("button-menu"), Menu().pack()),))
    )


#: Telegram takes so many letters of a bot's description, and of the short one.
LONGEST_DESCRIPTION, LONGEST_SHORT_DESCRIPTION = 512, 120


def descriptions(texts: Texts, network: Network) -> tuple[str, str]:
    """Return what is shown of the bot before anybody writes to it, at length and in short.

    Where the network's name is too long for it, its short one stands there.
    """
    long = _about(texts, "bot-description", network, LONGEST_DESCRIPTION)
    return long, _about(texts, "bot-short-description", network, LONGEST_SHORT_DESCRIPTION)


def _about(texts: Texts, text_id: str, network: Network, longest: int) -> str:
    said = texts.plain(text_id, network=network.name)
    return said if len(said) <= longest else texts.plain(text_id, network=network.short)
