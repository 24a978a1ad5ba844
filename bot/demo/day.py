"""A day of 380 seats, from draft to certificate, as seven people of two towns live it."""

from __future__ import annotations

from datetime import datetime

from bot.demo import day_series
from bot.demo.day_cast import (
    ANNA,
    BEN,
    CAST,
    DORMAGEN,
    KAARST,
    NEUSS,
    POLICE,
    SCHOOL,
    SPECIALISTS,
    crowd_checks_in,
    crowd_joins,
    crowd_registers,
    network,
)  # fmt: skip
from bot.demo.day_scene import certificate, check_in, file, hand_over, number_of, proved, rows_of
from bot.demo.scene import NotAsTold, Scene, does, minutes_pass, see
from bot.demo.stage import Stage
from bot.demo.tale import Tale

TITLE = "Fachtag Kinderschutz"
SEATS = 380
#: Booked for institutions, nobody named.
POLICE_SEATS, SCHOOL_SEATS = 30, 16
#: Who came in on the phone and has a seat at the start, and all the others.
PLAYED = 3
CROWD = SEATS - POLICE_SEATS - SCHOOL_SEATS - PLAYED
#: So many of the crowd open the code at the door.
AT_THE_DOOR = 320
#: One of them had gone in for somebody else and is taken back; block seats count as full.
CAME = AT_THE_DOOR + PLAYED - 1 + POLICE_SEATS + SCHOOL_SEATS


async def join(stage: Stage) -> None:
    """Let the seven come in by invitations of their own, the two who coordinate first."""
    for who in (KAARST, NEUSS, *SPECIALISTS):
        person = stage.person(who)
        await person.opens(await stage.invitation(who))
        await stage.settled()
        await does(stage, who, "Einverstanden", "Ohne Namen weiter")


async def _join(stage: Stage) -> None:
    await join(stage)
    await crowd_joins(stage, CROWD)


async def _draft(stage: Stage) -> None:
    person = await does(
        stage, KAARST, "/neu", f"„{TITLE}“", "Zusammenarbeit und Praxis",
        "Interdisziplinäre Zusammenarbeit", "Fachtag", "„Stadthalle Kaarst“", "„12.3.27 9-16“",
        "Plätze", f"„{SEATS}“", "Gemeinsam mit", "Jugendamt der Stadt Neuss", "Weiter",
        "Als Entwurf behalten",
    )  # fmt: skip
    see(person, "Als Entwurf behalten.", TITLE)


async def _publish(stage: Stage) -> None:
    await does(
        stage, KAARST, "/verwalten", "Entwürfe", "1. …", "Weiter bearbeiten",
        "Veröffentlichen und ankündigen", "Alle im Netzwerk", "Jetzt senden", "Ja, an alle senden?",
    )  # fmt: skip
    await minutes_pass(stage)
    for who in (NEUSS, *SPECIALISTS):
        see(stage.person(who), TITLE)


async def _register(stage: Stage) -> None:
    await crowd_registers(stage, await number_of(stage, TITLE), CROWD)
    await _books(stage, KAARST, "Polizei, kreisweit", POLICE_SEATS)
    await _books(stage, NEUSS, "Schule und Ganztag, kreisweit", SCHOOL_SEATS)
    for who in (ANNA, DORMAGEN, POLICE):
        see(await does(stage, who, "Anmelden"), "Ihr Platz ist bestätigt")
    see(await does(stage, SCHOOL, "/termine", "1. …", "Auf die Warteliste"), "Warteliste, Platz 1")


async def _books(stage: Stage, who: int, place: str, n: int) -> None:
    person = await does(
        stage, who, "/verwalten", "1. …", "Sammelplätze", "Institution wählen", "kreisweit",
        place, f"„{n}“", "So buchen",
    )  # fmt: skip
    see(person, f"{place}: {n}")


async def _substitute(stage: Stage) -> None:
    await hand_over(stage, ANNA, BEN)


async def _offer(stage: Stage) -> None:
    await stage.moves_to(_at(stage, 8, 10))
    await does(stage, DORMAGEN, "/meine", "1. …", "Abmelden", "Ja, abmelden")
    await stage.settled()
    see(stage.person(SCHOOL), "Ein Platz ist für Sie frei")
    see(await does(stage, SCHOOL, "Platz annehmen"), "Ihr Platz ist bestätigt")


def _at(stage: Stage, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=stage.network.zone)


async def _list(stage: Stage) -> None:
    await stage.moves_to(_at(stage, 11, 10))
    await does(stage, NEUSS, "/verwalten", "1. …", "Drucken", "Liste für die Tür")
    await stage.settled()
    file(stage.person(NEUSS), "teilnahmeliste.pdf")
    await does(stage, NEUSS, "Liste als Tabelle")
    await stage.settled()
    rows = rows_of(file(stage.person(NEUSS), "teilnahmeliste.xlsx").content)
    if len(rows) != SEATS:
        raise NotAsTold(f"the list has {len(rows)} rows")


async def _door(stage: Stage) -> None:
    await does(stage, KAARST, "/verwalten", "1. …", "Drucken", "Code für die Tür")
    await stage.settled()
    file(stage.person(KAARST), "code.pdf")
    await stage.moves_to(_at(stage, 12, 8, 20))
    code = await check_in(stage, TITLE, _at(stage, 12, 9).date(), BEN, POLICE, SCHOOL)
    await crowd_checks_in(stage, code, AT_THE_DOOR)
    person = await does(
        stage, NEUSS, "/verwalten", "1. …", "Wer angemeldet ist", "Wer da ist", "Nummer 01",
    )  # fmt: skip
    see(person, f"Da: {AT_THE_DOOR + PLAYED - 1} · Fehlen: 1")


async def _close(stage: Stage) -> None:
    await stage.moves_to(_at(stage, 12, 16, 30))
    person = await does(stage, KAARST, "Abschließen")
    see(person, f"Zusammen: {CAME} Personen")
    see(await does(stage, KAARST, "So abschließen"), "Abgeschlossen: ")


async def _feedback(stage: Stage) -> None:
    await stage.moves_to(_at(stage, 13, 18))
    for who in (BEN, POLICE, SCHOOL):
        see(stage.person(who), "Rückmeldung")
    if "Rückmeldung" in stage.person(DORMAGEN).reads():
        raise NotAsTold("who was not there is asked")


async def _certificate(stage: Stage) -> None:
    code = await certificate(stage, KAARST, TITLE)
    await proved(stage, ANNA, code, TITLE, "12. März 2027")
    await does(
        stage, KAARST, "/verwalten", "Vergangene", "1. …", "Drucken", "Bescheinigungen für alle"
    )
    await stage.settled()
    file(stage.person(KAARST), "bescheinigungen.pdf")


SCENES = (
    Scene("day-join", KAARST, _join),
    Scene("day-draft", KAARST, _draft),
    Scene("day-publish", SCHOOL, _publish),
    Scene("day-register", SCHOOL, _register),
    Scene("day-substitute", BEN, _substitute),
    Scene("day-offer", SCHOOL, _offer),
    Scene("day-list", NEUSS, _list),
    Scene("day-door", POLICE, _door),
    Scene("day-close", KAARST, _close),
    Scene("day-feedback", BEN, _feedback),
    Scene("day-certificate", ANNA, _certificate),
)
DAY = Tale((*SCENES, *day_series.SCENES), network, CAST)
