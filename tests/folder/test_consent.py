"""The consent texts are archived by version, and today's is what the bot shows, word for word."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from domain.network import Network
from domain.person import current_consent
from texts.catalogue import Texts
from texts.join import consent

FOLDER = Path(__file__).parents[2] / "docs" / "datenschutz" / "einwilligung"
#: What stands in the archive for the name of a network.
ANY_NETWORK = "[Name des Netzwerks]"
LANGUAGES = {"de": "Deutsch", "en": "English"}
_TAG = re.compile(r"<[^>]*>")


def archived(version: int, heading: str) -> list[str]:
    """Return the quoted lines of a version in a language."""
    text = (FOLDER / f"fassung-{version}.md").read_text(encoding="utf-8")
    part = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [line[2:] for line in part.splitlines() if line.startswith(">")]


def shown(network: Network, language: str) -> list[str]:
    """Return the lines that somebody reads, and behind them the buttons."""
    message = consent(Texts(language), replace(network, name=ANY_NETWORK), "")
    text = html.unescape(_TAG.sub("", message.text))
    labels = [f"[{button.label}]" for button in chain.from_iterable(message.buttons)]
    return [*text.split("\n"), "", " ".join(labels)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_todays_text_is_what_the_bot_shows(network: Network, language: str) -> None:
    """If this fails: does the text mean something else? Then raise CONSENT_VERSION, add a file."""
    assert archived(current_consent(), LANGUAGES[language]) == shown(network, language)


def test_each_version_is_there_and_none_to_come() -> None:
    kept = {path.name for path in FOLDER.glob("fassung-*.md")}
    listed = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert kept == {f"fassung-{number}.md" for number in range(1, current_consent() + 1)}
    assert all(name in listed for name in kept)
    assert f"| {current_consent()} | [fassung-{current_consent()}.md]" in listed
