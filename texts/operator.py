"""What whoever runs a bot is told: one line, without a name or a word of anybody."""

from __future__ import annotations

from collections.abc import Sequence

from domain.network import Network
from texts.catalogue import Texts


def line(texts: Texts, network: Network, wrong: Sequence[str]) -> str:
    """Say which checks of `netzbote status` are not well; nothing wrong means it is over."""
    if not wrong:
        return texts.plain("operator-over", network=network.name)
    return texts.plain("operator-trouble", network=network.name, checks=", ".join(wrong))
