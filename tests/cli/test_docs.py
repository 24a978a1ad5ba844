"""What is written about commands and settings is true and complete."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.commands.docs import commands, page
from bot.commands.settings import all_settings, example

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = commands(app)


@pytest.mark.long
@pytest.mark.parametrize("words", [one.words for one in COMMANDS], ids=" ".join)
def test_each_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, [*words, "--help"])

    assert done.exit_code == 0
    assert f"Example: netzbote {' '.join(words)}".strip() in " ".join(done.output.split())


def test_there_are_the_promised_commands() -> None:
    named = {" ".join(one.words) for one in COMMANDS}

    assert named >= {
        *("run", "demo", "doctor", "invite", "report", "settings", "keys new", "keys rotate"),
        *("db upgrade", "db check", "network check", "network show", "network new"),
        *("backup file", "backup verify", "restore"),
        *("trainings list", "trainings announce", "trainings close"),
        *("deliveries list", "deliveries show", "deliveries resend", "deliveries settle"),
    }


def test_the_page_of_commands_is_current() -> None:
    """If this fails: python -m bot.commands.docs > docs/commands.md."""
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == page(app)


def test_the_example_of_settings_is_current() -> None:
    """If this fails: netzbote settings --env > .env.example."""
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == example()


def test_each_setting_has_a_meaning() -> None:
    assert all(one["meaning"] for one in all_settings())
