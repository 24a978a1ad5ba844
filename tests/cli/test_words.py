"""What is said of numbers is a whole sentence, right for none, one and two."""

from __future__ import annotations

import ast
import itertools
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.commands.common import words
from bot.network_file import find
from tests.network.test_network_file import SMALLEST
from tests.sources import parsed, walk
from texts.catalogue import Texts, languages

ROOT = Path(__file__).resolve().parents[2]
FILES = ("commands.ftl", "programme.ftl")
COUNTED = ("n", "offices", "sectors")
#: One of several, in both languages.
ONE_OF_MANY = re.compile(
    r"\b1 (?!is\b)(\w+s|people|Zeilen|Zellen|Personen|Einträge|Fortbildungen|Jugendämter)\b"
)
MANY_OF_ONE = re.compile(
    r"\b[02] (row|entry|office|sector|person|update|second|training|cell|Zeile|Zelle|Person)\b"
)


def ids(language: str) -> list[str]:
    sources = [(ROOT / "texts" / language / name).read_text(encoding="utf-8") for name in FILES]
    return [
        found for text in sources for found in re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE)
    ]


def all_said(language: str) -> list[str]:
    """Return every text of these files that counts something, for 0, 1 and 2 of each."""
    texts = Texts(language, strict=True)
    said = []
    for text_id in ids(language):
        wanted = texts.variables(text_id)
        counted = wanted & set(COUNTED)
        for number in (0, 1, 2) if counted else ():
            values = {name: number if name in counted else "x" for name in wanted}
            said.append(texts.plain(text_id, **values))
    return said


@pytest.mark.parametrize("language", languages())
def test_numbers_and_words_agree(language: str) -> None:
    said = all_said(language)

    assert len(said) >= 3 * 15
    assert [text for text in said if ONE_OF_MANY.search(text) or MANY_OF_ONE.search(text)] == []


def test_commands_say_it_of_their_networks(tmp_path: Path) -> None:
    one = tmp_path / "one.toml"
    one.write_text(
        SMALLEST.replace("[contact]", 'sectors = ["youth-office"]\n[contact]', 1), "utf-8"
    )
    lines = [
        CliRunner().invoke(app, ["network", "check", str(file)]).stdout.splitlines()[0]
        for file in (one, find("kreis-steinfurt"))
    ]

    assert lines[0] == "Netzwerk <X> & Co.: 1 office, 1 sector. Fine."
    assert re.search(r": 5 offices, \d+ sectors\. Fine\.$", lines[1])


def test_no_large_number_of_a_training_is_grouped() -> None:
    assert words("closed", number="4711", n=1) == "Training 4711 is closed with 1 person."


#: Words behind a number that are no plurals.
_VERBS = frozenset(
    {"is", "has", "was", "stands", "holds", "begins", "belongs", "reads", "does", "goes"}
)


def test_no_command_counts_in_code() -> None:
    """A number with a noun behind it needs its plurals, which stand in the catalogue."""
    found = []
    for path in sorted((ROOT / "bot" / "commands").glob("*.py")):
        for node in walk(parsed(path)):
            if not isinstance(node, ast.JoinedStr):
                continue
            for value, after in itertools.pairwise(node.values):
                text = after.value if isinstance(after, ast.Constant) else ""
                noun = re.match(r" ([a-z]+s|people|unknown|set)\b", str(text))
                counts = isinstance(value, ast.FormattedValue) and noun and noun[1] not in _VERBS
                if counts and "MOST" not in ast.dump(value):
                    found.append(f"{path.name}:{node.lineno} {ast.unparse(node)}")

    assert found == []
