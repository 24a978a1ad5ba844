"""The network's own Word file in chat: used, and told what is wrong with it where it is not."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from domain.network import Network
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.test_report import FORMS, a_year, changes, form_of

#: What is asked for is made in a process of its own.
pytestmark = pytest.mark.process


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "vorlage & co.docx"


@pytest.fixture
def network(network: Network, own: Path) -> Network:
    return replace(network, report=replace(network.report, template=own))


def write(path: Path, *lines: str) -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


async def files(world: World, person: Person) -> dict[str, bytes]:
    """Have the report made; return its files by their forms."""
    known = len(person.messages)
    await person.says("/bericht 2027")
    await person.taps("Bericht 2027 als Dateien")
    found = [m.document for m in person.messages[known:] if m.document]
    return {form_of(each.name): each.content for each in found}


async def test_the_report_is_written_on_the_networks_own_template(
    world: World, coordinator: Person, own: Path
) -> None:
    write(own, "Stadtwappen", "{{ content }}")
    await a_year(world, coordinator)
    found = await files(world, coordinator)

    assert Document(io.BytesIO(found["docx"])).paragraphs[0].text == "Stadtwappen"
    assert "(Word), Word, PDF, Excel, CSV und HTML." in changes(world, coordinator)[-1]


async def test_what_is_wrong_with_the_template_is_said_and_the_other_forms_come(
    world: World, coordinator: Person, own: Path
) -> None:
    await a_year(world, coordinator)
    for lines, reason in (
        ([], "Die Datei ist nicht da."),
        (["{{ content }}", "{{ mayor }}", "{{ town }}"], "unbekannte Felder: mayor, town."),
        (["{{ title }}"], "fehlt das Feld {{ content }} für"),
        (["{{ content"], "Mehr als ein einfaches Feld steht darin: {{ content."),
    ):
        if lines:
            write(own, *lines)
        found = await files(world, coordinator)
        told = [m.text for m in coordinator.messages if "Vorlage" in m.text][-1]

        assert found.keys() == FORMS - {"docx"}
        assert told.startswith("Die Word-Datei konnte nicht erstellt werden.")
        assert "Die Vorlage vorlage & co.docx des Netzwerks" in told
        assert reason in told
        assert "CSV und HTML. Word fehlt." in changes(world, coordinator)[-1]

    write(own, "{{ content }}")

    assert (await files(world, coordinator)).keys() == FORMS
