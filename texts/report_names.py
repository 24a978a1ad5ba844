"""What the report is called, and who drew it up, in the language it is read in."""

from __future__ import annotations

from domain.network import Network
from texts.catalogue import GERMAN, Texts


def title(texts: Texts, network: Network) -> str:
    """Return the report's title; where the network has none in this language, a plain one."""
    rules = network.report
    return (
        rules.title if texts.language == GERMAN else rules.title_en or texts.plain("report-title")
    )


def author(texts: Texts, network: Network) -> str:
    """Return who drew it up; a body without a name in this language keeps its own."""
    rules = network.report
    return rules.author if texts.language == GERMAN else rules.author_en or rules.author
