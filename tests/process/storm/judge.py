"""Judges what people read: from the chats as Telegram holds them, the database, and the presses.

Nothing here knows the bot. What a message says is read as a person reads it, by its sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Says(StrEnum):
    """What a message says of its reader's own standing in a training."""

    SEAT = "seat"
    LINE = "line"
    NEITHER = "neither"
    OFF = "off"


#: By which sentences a reader knows; the first that is there counts.
SENTENCES = {
    "Veranstaltung ist abgesagt": Says.OFF,
    "Sie sind angemeldet.": Says.SEAT,
    "Ihr Platz ist bestätigt": Says.SEAT,
    "haben einen Platz": Says.SEAT,
    "Möchten Sie sich abmelden?": Says.SEAT,
    "Sie stehen auf der Warteliste": Says.LINE,
    "Möchten Sie die Warteliste verlassen?": Says.LINE,
    "Sie sind abgemeldet.": Says.NEITHER,
    "Sie stehen nicht mehr auf der Warteliste": Says.NEITHER,
    "abgemeldet. ": Says.NEITHER,
    "Alle Plätze sind vergeben": Says.NEITHER,
    "Plätze frei": Says.NEITHER,
    "Platz frei. Anmeldung bis": Says.NEITHER,
}
MARK = "Vielleicht haben Sie diese Nachricht schon erhalten"
TOO_MUCH = "Eine halbe Minute lang kommt jetzt nichts an"
NUMBERED = re.compile(r"Nr\. (\d)-(\d+)$", re.MULTILINE)
ENTRY = re.compile(r"^\d+\. ")


@dataclass(frozen=True)
class Shown:
    """A message, or a change of one, as Telegram accepted it; `at` in seconds."""

    number: int
    at: float
    chat: int
    message: int
    text: str
    edit: bool = False

    @property
    def marked(self) -> bool:
        """Whether it says that it may be a repetition."""
        return MARK in self.text


@dataclass(frozen=True)
class Press:
    """A press that changes a standing: in (True) or out, in the order in which they were made.

    One that was `refused` had no answer, in a chat that was told that nothing is taken for a
    while: nobody knows whether it was still taken.
    """

    chat: int
    training: str
    into: bool
    refused: bool = False


@dataclass(frozen=True)
class Row:
    """A message in the database's order: one with a lower `place` was put first.

    What was `doubted` once held nobody meanwhile: it may come at any moment, or once more.
    """

    message: int
    priority: int
    place: int
    doubted: bool = False


@dataclass(frozen=True)
class Truth:
    """What the database says at the end; who is not named stands nowhere.

    `history` is how standings changed: seconds from which on each was so.
    """

    standings: Mapping[tuple[int, str], Says]
    called_off: Collection[str] = ()
    history: Mapping[tuple[int, str], Sequence[tuple[float, Says]]] = ()  # type: ignore[assignment]


def said(text: str) -> Says | None:
    """Return what a text says of the reader's standing, None if nothing."""
    return next((says for words, says in SENTENCES.items() if words in text), None)


def readings(text: str, titles: Collection[str]) -> dict[str, Says]:
    """Return what a text says of each training it names: a card of one, a list of several."""
    parts = [part for part in text.split("\n\n") if ENTRY.match(part)] or [text]
    found = {}
    for part in parts:
        named = [title for title in titles if title in part]
        says = said(part)
        if len(named) == 1 and says is not None:
            found[named[0]] = says
    return found


def understood(
    shown: Sequence[Shown], titles: Collection[str]
) -> Iterator[tuple[Shown, dict[str, Says]]]:
    """Yield each message with what it says; one that names no training is about what it was."""
    about: dict[int, str] = {}
    for each in shown:
        found = readings(each.text, titles)
        named = [title for title in titles if title in each.text]
        if len(named) == 1:
            about[each.message] = named[0]
        elif not named and each.message in about and (says := said(each.text)):
            found = {about[each.message]: says}
        yield each, found


def newest(
    shown: Sequence[Shown], titles: Collection[str]
) -> dict[tuple[int, str], tuple[Shown, Says]]:
    """Return the newest message that each person has of each training, and what it says."""
    last = {each.message: (each, found) for each, found in understood(shown, titles)}
    said_last = {}
    for each, found in sorted(last.values(), key=lambda one: one[0].number):
        for title, says in found.items():
            said_last[each.chat, title] = each, says
    return said_last


def wrong_cards(
    shown: Sequence[Shown], truth: Truth, titles: Collection[str], but: Collection[int] = ()
) -> dict[tuple[int, str], str]:
    """Return whose newest message of which training says another standing than the database.

    `but` are messages that are not judged yet.
    """
    told = newest(shown, titles)
    wrong = {
        (chat, title): f"{chat}, {title}: reads nothing, is {standing}"
        for (chat, title), standing in truth.standings.items()
        if (chat, title) not in told
    }
    for (chat, title), (each, says) in told.items():
        standing = truth.standings.get((chat, title), Says.NEITHER)
        true = {standing}
        if title in truth.called_off:
            # Who had nothing is told nothing: both are so.
            true = {Says.OFF} if standing is not Says.NEITHER else {Says.OFF, Says.NEITHER}
        if says not in true and each.message not in but:
            wrong[chat, title] = f"{chat}, {title}: reads {says}, is {standing}"
    return wrong


def older_after_newer(
    shown: Sequence[Shown],
    truth: Truth,
    titles: Collection[str],
    but: Collection[int] = (),
    slack: float = 0.5,
) -> list[str]:
    """Return the changes of a message that tell of an earlier time than the one they replace.

    Each is taken for as fresh as it can be; the history is known up to `slack` seconds. `but` are
    messages whose changes the line itself put out of order.
    """
    found, latest = [], dict[tuple[int, str], int]()
    for each, said_now in understood(shown, titles):
        if each.message in but:
            continue
        for title, says in said_now.items():
            history = dict(truth.history).get((each.chat, title), [])
            index = _as_of(history, says, each.at + slack)
            if index is None:
                continue
            if index < latest.get((each.message, title), -1):
                found.append(f"{each.chat}, {title}: {each.number} says {says} of before")
            if (sure := _as_of(history, says, each.at)) is not None:
                latest[each.message, title] = sure
    return found


def _as_of(history: Sequence[tuple[float, Says]], says: Says, at: float) -> int | None:
    """Return the place in a history of the last time that something was so, as of a moment."""
    so = [n for n, (since, was) in enumerate(history) if was is says and since <= at]
    return so[-1] if so else None


def inversions(shown: Sequence[Shown], rows: Sequence[Row]) -> list[str]:
    """Return the messages that came after later ones of their chat and priority.

    What was in doubt once, or comes as a marked repetition, has no place any more.
    """
    places = {row.message: row for row in rows if not row.doubted}
    found, furthest = [], dict[tuple[int, int], int]()
    for each in shown:
        row = places.get(each.message)
        if each.edit or row is None:
            continue
        before = furthest.get((each.chat, row.priority), row.place)
        if row.place < before:
            found.append(f"{each.chat}: message {each.message} of {row.place} after {before}")
        furthest[each.chat, row.priority] = max(before, row.place)
    return found


def numbered(shown: Sequence[Shown]) -> Iterator[tuple[Shown, int, int]]:
    """Yield the messages that carry their priority and number in themselves."""
    for each in shown:
        if not each.edit and (found := NUMBERED.search(each.text)):
            yield each, int(found[1]), int(found[2])


def numbers_inverted(shown: Sequence[Shown]) -> list[str]:
    """Return the numbered messages that came after a higher number; repetitions stand aside."""
    found, highest = [], dict[tuple[int, int], int]()
    for each, priority, number in numbered(shown):
        if each.marked:
            continue
        before = highest.get((each.chat, priority), number)
        if number < before:
            found.append(f"{each.chat}: {priority}-{number} after {before}")
        highest[each.chat, priority] = max(before, number)
    return found


def silent_repeats(shown: Sequence[Shown]) -> list[str]:
    """Return the numbered messages that came more than once without saying so."""
    plain = [(e.chat, p, n) for e, p, n in numbered(shown) if not e.marked]
    return [f"{one}: {times} times" for one, times in Counter(plain).items() if times > 1]


def strangers(shown: Sequence[Shown], rows: Sequence[Row], in_doubt: int) -> int:
    """Return how many unmarked new messages no row explains, beyond those in doubt."""
    known = {row.message for row in rows}
    unmarked = sum(
        not each.edit and not each.marked and each.message not in known for each in shown
    )
    return max(0, unmarked - in_doubt)


def wrong_presses(presses: Sequence[Press], truth: Truth) -> list[str]:
    """Return whose registration is not what they pressed last; called off trainings apart."""
    last: dict[tuple[int, str], set[bool]] = {}
    for press in presses:
        wished = last.setdefault((press.chat, press.training), {False})
        if not press.refused:
            wished.clear()
        wished.add(press.into)
    return [
        f"{chat}, {title}: pressed {'in' if wished == {True} else 'out'} last"
        for (chat, title), wished in last.items()
        if title not in truth.called_off
        and (truth.standings.get((chat, title), Says.NEITHER) is not Says.NEITHER) not in wished
    ]
