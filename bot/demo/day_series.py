"""A series of three dates, one of which moves: planned in Neuss, from draft to certificate."""

from __future__ import annotations

from datetime import date, datetime

from bot.demo.day_cast import ANNA, BEN, DORMAGEN, KAARST, NEUSS, POLICE, SCHOOL
from bot.demo.day_scene import (
    certificate,
    check_in,
    file,
    hand_over,
    proved,
    rows_of,
)  # fmt: skip
from bot.demo.scene import NotAsTold, Scene, does, minutes_pass, see
from bot.demo.stage import Stage

TITLE = "Frühe Hilfen vor Ort"
SEATS = 3


def _at(stage: Stage, day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=stage.network.zone)


#: The second was to be a day earlier.
FIRST, INSTEAD, THIRD = (date(2027, 4, day) for day in (15, 23, 29))


async def _plan(stage: Stage) -> None:
    await stage.moves_to(_at(stage, date(2027, 3, 15), 9))
    await does(
        stage, NEUSS, "/neu", f"„{TITLE}“", "Arbeitsfelder und Justiz",
        "Kinderschutz in Kita und Kindertagespflege", "Fortbildungsreihe", "„Romaneum Neuss“",
        "„15.4.27 9-12:30“", "Plätze", f"„{SEATS}“", "Weitere Termine", "Auch am …", "Auch am …",
        "Weiter", "Gemeinsam mit", "Jugendamt der Stadt Kaarst", "Weiter", "Als Entwurf behalten",
    )  # fmt: skip
    await does(
        stage, NEUSS, "/verwalten", "Entwürfe", "1. …", "Weiter bearbeiten",
        "Veröffentlichen und ankündigen", "Nach Bezirk und Handlungsfeld", "Weiter",
        "Jugendamt", "Schule und Ganztag", "Polizei", "Weiter", "Jetzt senden",
    )  # fmt: skip
    await minutes_pass(stage)
    for who in (KAARST, ANNA, BEN, DORMAGEN, POLICE, SCHOOL):
        see(stage.person(who), TITLE)


async def _register(stage: Stage) -> None:
    for who in (ANNA, POLICE, SCHOOL):
        see(await does(stage, who, "Anmelden"), "Ihr Platz ist bestätigt")
    see(
        await does(stage, DORMAGEN, "/termine", "1. …", "Auf die Warteliste"), "Warteliste, Platz 1"
    )


async def _move(stage: Stage) -> None:
    await does(
        stage, NEUSS, "/verwalten", "1. …", "Termine", "2. …", "Verschieben",
        "„23.4.27 9-12:30“", "Ja, verschieben",
    )  # fmt: skip
    await stage.settled()
    for who in (ANNA, POLICE, SCHOOL, DORMAGEN):
        see(stage.person(who), "Statt Do., 22.04.2027, 09:00–12:30 Uhr: Fr., 23.04.2027")


async def _change_hands(stage: Stage) -> None:
    await hand_over(stage, ANNA, BEN)
    await stage.moves_to(_at(stage, date(2027, 4, 12), 10))
    await does(stage, SCHOOL, "/meine", "1. …", "Abmelden", "Ja, abmelden")
    await stage.settled()
    see(await does(stage, DORMAGEN, "Platz annehmen"), "Ihr Platz ist bestätigt")


async def _door(stage: Stage) -> None:
    await stage.moves_to(_at(stage, FIRST, 8))
    await does(stage, KAARST, "/verwalten", "1. …", "Drucken", "Liste für die Tür")
    await stage.settled()
    file(stage.person(KAARST), "teilnahmeliste.pdf")
    await does(stage, KAARST, "Liste als Tabelle")
    await stage.settled()
    rows = rows_of(file(stage.person(KAARST), "teilnahmeliste.xlsx").content)
    if len(rows) != SEATS:
        raise NotAsTold(f"the list has {len(rows)} rows")
    await does(stage, KAARST, "Code für die Tür")
    await stage.settled()
    for day in (FIRST, INSTEAD, THIRD):
        await stage.moves_to(_at(stage, day, 8, 30))
        await check_in(stage, TITLE, day, BEN, POLICE, DORMAGEN)


async def _close(stage: Stage) -> None:
    await stage.moves_to(_at(stage, THIRD, 13))
    await does(stage, NEUSS, "Abschließen")
    see(await does(stage, NEUSS, "Weiter", "So abschließen"), "Abgeschlossen: ")


async def _certificate(stage: Stage) -> None:
    await stage.moves_to(_at(stage, date(2027, 4, 30), 18))
    for who in (BEN, POLICE, DORMAGEN):
        see(stage.person(who), "Rückmeldung")
    code = await certificate(stage, NEUSS, TITLE)
    await proved(stage, DORMAGEN, code, TITLE, "15. April 2027 bis 29. April 2027")


SCENES = (
    Scene("day-series-plan", NEUSS, _plan),
    Scene("day-series-register", DORMAGEN, _register),
    Scene("day-series-move", POLICE, _move),
    Scene("day-series-change", DORMAGEN, _change_hands),
    Scene("day-series-door", BEN, _door),
    Scene("day-series-close", NEUSS, _close),
    Scene("day-series-certificate", DORMAGEN, _certificate),
)
