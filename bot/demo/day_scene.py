"""What the day and the series share: a seat that changes hands, the door, a certificate."""

from __future__ import annotations

import io
import re
from datetime import date

import openpyxl

from bot.demo.scene import NotAsTold, does, see
from bot.demo.stage import Stage
from domain.paper_certificate import Certificate
from domain.paper_certificate import code_of as certificate_code
from domain.presence_door import code_of
from standin.people.person import Person
from standin.world.files import UploadedFile

#: Printed on the one certificate, and kept nowhere.
NAME = "Eibe Ocker"


async def number_of(stage: Stage, title: str) -> int:
    """Return the number of the training that is called so. Raises NotAsTold if there is none."""
    async with stage.database.reading() as store:
        found = await store.trainings.many(range(1, 9))
    numbers = [number for number, each in found.items() if each.title == title]
    if not numbers:
        raise NotAsTold(f"there is no {title!r}")
    return numbers[-1]


async def hand_over(stage: Stage, who: int, to: int) -> None:
    """Let somebody send a link for the seat, and the colleague take it: two taps each."""
    person = await does(stage, who, "/meine", "1. …", "Ersatz schicken", "Link erstellen")
    await stage.person(to).opens(_link(person.last.text, "s"))
    await stage.settled()
    see(await does(stage, to, "Platz übernehmen"), "Ihr Platz ist bestätigt")
    see(person, "Ihr Platz ist übergeben")


def _link(text: str, kind: str) -> str:
    """Return what a link in a text opens; Raises NotAsTold if there is none."""
    found = re.search(rf"start=({kind}-[\w-]+)", text)
    if found is None:
        raise NotAsTold(f"there is no link in {text!r}")
    return found[1]


def file(person: Person, name: str) -> UploadedFile:
    """Return the newest file of this name on a phone. Raises NotAsTold."""
    found = [m.document for m in person.messages if m.document and m.document.name == name]
    if not found:
        raise NotAsTold(f"{name} did not come")
    return found[-1]


def rows_of(content: bytes) -> list[tuple[str, ...]]:
    """Return the people of a spreadsheet: the rows beneath its header."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True)]
    return [row for row in cells if row[0].isdigit() or "Sammelplatz" in " ".join(row)]


async def door_code(stage: Stage, training_id: int, day: date) -> str:
    """Return the code that is printed for a day, as somebody scans it from the paper."""
    async with stage.database.reading() as store:
        key = await store.proofs.check_in_if_any()
    if key is None:
        raise NotAsTold("there is no code at the door")
    return code_of(key, stage.network.slug, training_id, day)


async def check_in(stage: Stage, title: str, day: date, *people: int) -> str:
    """Let people open the code at the door; return it."""
    code = await door_code(stage, await number_of(stage, title), day)
    for who in people:
        await stage.person(who).opens(f"c-{code}")
        await stage.settled()
        see(stage.person(who), "eingecheckt")
    return code


async def certificate(stage: Stage, who: int, title: str) -> str:
    """Let a coordinator print one certificate for a name; return the code on it."""
    training_id = await number_of(stage, title)
    async with stage.database.reading() as store:
        training = await store.trainings.get(training_id)
    if training is None:
        raise NotAsTold(f"there is no {title!r}")
    units = training.plan.units
    await does(
        stage, who, "/verwalten", "Vergangene", f"1. {title}", "Drucken",
        "Einzelne Bescheinigung", f"„{NAME}“", f"{units} UE?",
    )  # fmt: skip
    await stage.settled()
    file(stage.person(who), "bescheinigung.pdf")
    async with stage.database.reading() as store:
        key = await store.proofs.certificates_if_any()
    if key is None:
        raise NotAsTold("nothing proves a certificate")
    first, last = training.days(stage.network.zone)
    said = Certificate(stage.network.slug, training_id, first, last, units, NAME)
    return certificate_code(key, said)


async def proved(stage: Stage, who: int, code: str, *said: str) -> None:
    """Let somebody check a certificate, and the same with one letter altered."""
    see(await does(stage, who, f"/pruefen {code}"), "Die Bescheinigung ist echt.", *said)
    altered = code[:-1] + ("A" if code[-1] != "A" else "B")
    see(await does(stage, who, f"/pruefen {altered}"), "gehört zu keiner Bescheinigung")
