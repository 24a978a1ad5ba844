"""The coordinators' assessment of a played year: sentences that are true of what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from bot.demo.year_scene import YearScene
from domain.assessment import not_kept
from domain.report.summary import alike
from domain.typed import several_lines
from domain.vocabulary import EventFormat, GoalStatus, Sector
from storage.store import Store
from texts.typed_words import maybe_names, sounds_like_a_case

_Events = Sequence[Mapping[str, Any]]

#: What is said of the sector that youth offices spoke with most.
_MOST = {
    Sector.SCHOOL: "Besonders eng war der Austausch zwischen Jugendämtern und Schulen.",
    Sector.HEALTH: "Besonders eng war der Austausch mit dem Gesundheitswesen.",
    Sector.DAYCARE: "Besonders eng war der Austausch mit der Kindertagesbetreuung.",
}
_WIDE = "Der Austausch war auf viele Stellen verteilt."
_MORE = "Die Zahl der Teilnahmen ist gegenüber dem Vorjahr gestiegen."
_FEWER = "Die Zahl der Teilnahmen ist gegenüber dem Vorjahr gesunken."
_ALIKE = "Die Zahl der Teilnahmen ist ähnlich hoch wie im Vorjahr."
_FIRST = "Für alle beteiligten Jugendämter gab es gemeinsame Fortbildungen."
_FULL = "Einzelne Termine waren ausgebucht, bei anderen blieben Plätze frei."
_DAY = "Der Fachtag hat sehr viele Fachkräfte an einem Ort zusammengebracht."
_ROOM = "Für alle Anmeldungen gab es genug Plätze."
_MET = "Unsere Jahresziele haben wir erreicht."
_SOME = (
    "Ein Teil der Jahresziele ist erreicht, an den übrigen arbeiten wir weiter.",
    "Nicht alle Jahresziele sind erreicht, wir führen sie im kommenden Jahr fort.",
)
_NONE = "Unsere Jahresziele bleiben Aufgabe für das kommende Jahr."


async def assess(scene: YearScene, store: Store) -> None:
    """Keep an assessment as the chat does. Raises TypeError if the rules refuse it."""
    words = several_lines("\n\n".join(_paragraphs(scene)))
    if not_kept(words) or sounds_like_a_case(words) or maybe_names(words):
        raise TypeError(f"this cannot be an assessment: {words}")
    await store.reports.set_assessment(scene.year, words)
    scene.tell("assessment", words=words)


def _paragraphs(scene: YearScene) -> Iterator[str]:
    """Return two paragraphs of two sentences each."""
    year = scene.told()
    yield f"{_reach(year, scene)} {_seats(year)}"
    yield f"{_exchange(year)} {_goals(year, scene)}"


def _reach(events: _Events, scene: YearScene) -> str:
    before = [each for each in scene.before() if each["year"] == scene.year - 1]
    if not before:
        return _FIRST
    now, then = _came(events), _came(before)
    if alike(Fraction(now), Fraction(then)):
        return _ALIKE
    return _MORE if now > then else _FEWER


def _came(events: _Events) -> int:
    return sum(each["n"] for each in events if each["what"] == "came")


def _seats(events: _Events) -> str:
    closed = {each["training"] for each in events if each["what"] == "at-start"}
    held = [each for each in events if each["what"] == "event" and each["training"] in closed]
    if any(each["format"] == EventFormat.SPECIALIST_DAY for each in held):
        return _DAY
    return _FULL if any(each["what"] == "waitlisted" for each in events) else _ROOM


def _exchange(events: _Events) -> str:
    pairs = (each["pair"] for each in events if each["what"] == "contact")
    met = Counter(
        one.removeprefix("sector:")
        for pair in pairs
        if any(each.startswith("office:") for each in pair)
        for one in pair
        if one.startswith("sector:")
    )
    most = [Sector(slug) for slug, _ in met.most_common(1)]
    return _MOST.get(most[0], _WIDE) if most else _WIDE


def _goals(events: _Events, scene: YearScene) -> str:
    results = [each["status"] for each in events if each["what"] == "goal"]
    met = results.count(GoalStatus.MET)
    if met == len(results):
        return _MET
    return scene.chance.choice(_SOME) if met else _NONE
