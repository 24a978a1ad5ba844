"""The words people call the bot by: commands in both languages, and what is typed in their stead.

Everybody may use the words of either language. What is typed is read without regard to case,
punctuation, the emoji below and the spelling of umlauts. It is understood only if the whole text
consists of these words: anything else may be about a child.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from domain.typed import one_line
from texts.catalogue import Texts, languages

#: A longer text is none of these words: the longest command, and politeness around it.
MOST_WORDS = 12
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


@dataclass(frozen=True, slots=True)
class CommandWords:
    """What leads to one door.

    `de` and `en` stand in lists and texts. `more` are understood too: single words, separated by
    spaces, also as a command. `phrases` are typed, separated by commas. `labels` are buttons that
    may be typed. `rest` matches what may stand behind the command.
    """

    de: str
    en: str
    more: str = ""
    phrases: str = ""
    labels: tuple[str, ...] = ()
    rest: str = ""

    @property
    def commands(self) -> tuple[str, ...]:
        """Return each word that is a command, once."""
        return tuple(dict.fromkeys(filter(_COMMAND.fullmatch, self._single)))

    @property
    def _single(self) -> list[str]:
        return [self.de, self.en, *self.more.split()]

    def typed(self) -> Iterator[str]:
        """Yield everything that may be typed."""
        yield from self._single
        yield from filter(None, self.phrases.split(","))
        for language in languages():
            yield from map(Texts(language).plain, self.labels)


#: Each door by its German command.
WORDS: dict[str, CommandWords] = {
    "start": CommandWords(
        "start", "start", "beginnen begin anfang anfangen los zugang access",
        "zugang anfragen", ("join-request",), rest=r"[\w-]{1,64}",
    ),
    "menu": CommandWords(
        "menu", "menu", "menue hauptmenue uebersicht zurueck back home",
        "zum menü, main menu", ("button-menu",),
    ),
    "mehr": CommandWords("mehr", "more", "weitere", "", ("menu-more",)),
    "termine": CommandWords(
        "termine", "dates",
        "termin angebot angebote fortbildung fortbildungen veranstaltung veranstaltungen kurs "
        "kurse programm training trainings course courses event events offers anmelden anmeldung "
        "register signup",
        "nächste termine, neue termine, alle termine, sign up, ich möchte mich anmelden, "
        "ich will mich anmelden, next dates, new dates",
        ("menu-offered",),
    ),
    "meine": CommandWords(
        "meine", "my",
        "mine anmeldungen registrations abmelden abmeldung absagen stornieren unregister withdraw",
        "meine anmeldung, meine termine, meine fortbildungen, my dates, my trainings, my seats, "
        "ich möchte mich abmelden, ich will mich abmelden, sign off",
        ("menu-mine",),
    ),
    "austausch": CommandWords("austausch", "exchange", "", "", ("menu-exchange",)),
    "bedarf": CommandWords("bedarf", "needs", "need fortbildungsbedarf", "", ("menu-needs",)),
    "themen": CommandWords("themen", "topics", "thema topic", "meine themen", ("menu-topics",)),
    "profil": CommandWords(
        "profil", "profile", "einstellungen settings konto account", "mein profil"
    ),
    "name": CommandWords("name", "name", "namen names", "name ändern, namen ändern, change name"),
    "sprache": CommandWords(
        "sprache", "language", "sprachen languages english englisch deutsch german",
        "change language, sprache ändern, sprache wechseln",
    ),
    "datenschutz": CommandWords(
        "datenschutz", "privacy", "datenschutzhinweise dsgvo gdpr", "", ("menu-privacy",)
    ),
    "auskunft": CommandWords(
        "auskunft", "data", "daten mydata", "meine daten, my data", ("privacy-show",)
    ),
    "korrigieren": CommandWords(
        "korrigieren", "correct", "berichtigen berichtigung korrektur rectify", "angaben ändern"
    ),
    "einschraenken": CommandWords(
        "einschraenken", "restrict", "einschraenkung restriction", "daten einschränken"
    ),
    "loeschen": CommandWords(
        "loeschen", "delete", "erase stop stopp unsubscribe kuendigen widerruf widerrufen",
        "alles löschen, konto löschen, delete everything", ("privacy-erase",),
    ),
    "hilfe": CommandWords(
        "hilfe", "help", "anleitung info faq",
        "wie geht das, wie funktioniert das, was kannst du, was können sie, how does this work",
    ),
    "abbrechen": CommandWords("abbrechen", "cancel", "abbruch abort"),
    "neu": CommandWords("neu", "new", "anlegen create", "neue fortbildung", ("menu-new",)),
    "verwalten": CommandWords("verwalten", "manage", "verwaltung", "", ("menu-manage",)),
    "einladen": CommandWords("einladen", "invite", "einladung invitation", "", ("menu-invite",)),
    "mitglieder": CommandWords("mitglieder", "members", "mitglied member", "", ("menu-people",)),
    "zustellung": CommandWords("zustellung", "deliveries", "zustellungen delivery"),
    "protokoll": CommandWords("protokoll", "log", "minutes protocol", "", ("menu-protocol",)),
    "massnahmen": CommandWords(
        "massnahmen", "measures", "massnahme measure", "", ("menu-measures",)
    ),
    "absprachen": CommandWords(
        "absprachen", "agreements", "absprache vereinbarungen agreement", "", ("menu-agreements",)
    ),
    "bericht": CommandWords(
        "bericht", "report",
        "zahlen figures jahresbericht taetigkeitsbericht statistik statistics",
        "", ("menu-report",), rest=r"(?=.*\d)\S{1,8}",
    ),
    "zugriffe": CommandWords(
        "zugriffe", "accesslog", "zugriff zugriffsprotokoll"
    ),
    "kontakte": CommandWords(
        "kontakte", "contacts", "kontakt contact jugendaemter jugendamt offices",
        "zuständiges jugendamt, alle jugendämter", ("menu-contacts", "safety-offices"),
    ),
    "pruefen": CommandWords(
        "pruefen", "check", "pruefe verify", "", (),
        rest=r"(?=.{15,45}$)[0-9A-Za-z]+(?:[-– ][0-9A-Za-z]{1,8})*",
    ),
    "chatnummer": CommandWords("chatnummer", "chatnumber"),
}  # fmt: skip


class Talk(StrEnum):
    """What is said out of politeness, or to no question; the strongest first."""

    YES_OR_NO = "yes-or-no"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    HELLO = "hello"
    FINE = "fine"


_TALK: dict[Talk, str] = {
    Talk.YES_OR_NO: "ja, nein, jawohl, jo, nö, yes, yep, yeah, no, nope, 👎",
    Talk.THANKS: (
        "danke, danke schön, dankeschön, danke sehr, danke ihnen, vielen dank, vielen lieben dank, "
        "herzlichen dank, ganz herzlichen dank, besten dank, lieben dank, tausend dank, merci, "
        "dank, thanks, thx, thank you, thank you very much, thank you so much, many thanks, "
        "thanks a lot, 🙏, 💐"
    ),
    Talk.GOODBYE: (
        "tschüss, tschüs, auf wiedersehen, wiedersehen, bis bald, bis dann, bis morgen, "
        "schönen tag, schönen tag noch, einen schönen tag, schönen abend, schönes wochenende, "
        "schönen feierabend, gute nacht, viele grüße, liebe grüße, beste grüße, "
        "mit freundlichen grüßen, lg, vg, mfg, gleichfalls, ihnen auch, bye, goodbye, see you, "
        "have a nice day, kind regards, best regards, good night"
    ),
    Talk.HELLO: (
        "hallo, hi, hey, guten morgen, guten tag, schönen guten tag, guten abend, morgen, moin, "
        "moin moin, servus, grüß gott, grüß dich, hello, good morning, good afternoon, "
        "good evening, good day"
    ),
    Talk.FINE: (
        "ok, okay, okey, oki, k, alles klar, alles gut, gut, sehr gut, super, prima, toll, klasse, "
        "perfekt, wunderbar, verstanden, passt, in ordnung, geht klar, erledigt, gerne, gern, "
        "freut mich, cool, top, bestens, bitte, bitte schön, bitteschön, gern geschehen, "
        "great, perfect, good, nice, fine, all right, alright, got it, understood, please, "
        "👍, 👌, ✅, ✔, 😊, 🙂, 😀, 😃, 😄, 😁, 😉, ☺, 👏, 🤝, 💪, 🎉, ❤, 🧡, 💛, 💚, 💙, 💜, 🌷"
    ),
}  # fmt: skip
#: Words that change nothing beside others.
_FILLERS = frozenset({"mal", "sehr", "zusammen", "liebes", "team", "bot", "netzbote"})

Meaning = str | Talk


def said_as(command: str) -> tuple[str, ...]:
    """Return all words that are this command."""
    return WORDS[command].commands


def word(command: str, language: str) -> str:
    """Return the word for a command that lists in this language show."""
    return WORDS[command].en if language == "en" else WORDS[command].de


def takes(command: str, rest: str) -> bool:
    """Return whether this may stand behind a command: nothing, what it asks for, politeness."""
    asked = WORDS[command].rest
    return not rest or (asked != "" and re.fullmatch(asked, rest) is not None) or polite(rest)


def polite(text: str) -> bool:
    """Return whether a text says nothing but «please» and «thank you»."""
    return isinstance(meaning(text), Talk)


def meaning(text: str) -> Meaning | None:
    """Return the command or the kind of talk that a whole text stands for; None if it may be more.

    Two different commands in one text are none.
    """
    found = _split(_tokens(text))
    if not found:
        return None
    commands = {each for each in found if not isinstance(each, Talk)}
    if commands:
        return commands.pop() if len(commands) == 1 else None
    return next(kind for kind in Talk if kind in found)


def _split(tokens: list[str]) -> list[Meaning] | None:
    """Return what the words mean, longest phrases first; None if one of them is not known."""
    found: list[Meaning] = []
    at = 0
    while at < len(tokens):
        for length in range(min(len(tokens) - at, MOST_WORDS), 0, -1):
            meant = _phrases().get(" ".join(tokens[at : at + length]))
            if meant is not None:
                found.append(meant)
                break
        else:
            if tokens[at] not in _FILLERS:
                return None
            length = 1
        at += length
    return found


@cache
def _phrases() -> dict[str, Meaning]:
    """Return what each phrase means, by its folded words."""
    talk = {_folded(each): kind for kind, said in _TALK.items() for each in said.split(",")}
    called = {_folded(each): name for name, words in WORDS.items() for each in words.typed()}
    return {**talk, **called}


def _folded(text: str) -> str:
    return " ".join(_tokens(text))


def _tokens(text: str) -> list[str]:
    """Return the words of a text in the one spelling they are compared in.

    Umlauts may be written ü, ue or u. No words come out of a text that is too long for these.
    """
    if re.fullmatch(r"\s*\?+\s*", text):
        return ["help"]
    spelled = re.sub(r"[:;]-?[)D]", "🙂", one_line(text)).casefold().lstrip("/")
    bare = "".join(map(_plain, unicodedata.normalize("NFD", spelled)))
    words = re.sub(r"([aou])e", r"\1", bare).split()
    return words if len(words) <= MOST_WORDS else ["…"]


def _plain(sign: str) -> str:
    """Return a sign as it is compared: marks and colours of emoji are nothing, an emoji a word."""
    category = unicodedata.category(sign)
    if category in {"Mn", "Cf"} or sign == "\ufe0f" or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return ""
    if category == "So":
        return f" {sign} "
    return sign if sign.isalnum() else " "
