"""What the demo gives the stand-in: our bot's name, the title, and whose phones stand there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from standin.http.page import Phone, both
from standin.telegram import Telegram

NAME = "Netzbote"
TITLE = both(NAME)
BERLIN = ZoneInfo("Europe/Berlin")

PHONES = (
    Phone(
        1001,
        {"de": "Koordination Kaarst", "en": "Coordination Kaarst"},
        {"de": "Jugendamt Kaarst", "en": "Youth welfare office, Kaarst"},
        "network",
    ),
    Phone(
        1002,
        {"de": "Fachkraft Neuss", "en": "Specialist in Neuss"},
        {"de": "Jugendamt Neuss", "en": "Youth welfare office, Neuss"},
        "person",
    ),
    Phone(
        1003,
        {"de": "Fachkraft Dormagen", "en": "Specialist in Dormagen"},
        {"de": "Jugendamt Dormagen", "en": "Youth welfare office, Dormagen"},
        "person",
    ),
    Phone(
        1004,
        {"de": "Polizei Neuss", "en": "Police in Neuss"},
        {"de": "Kreispolizeibehörde", "en": "County police"},
        "shield",
    ),
)


def stand_in(now: Callable[[], datetime]) -> Telegram:
    """Return a stand-in with our bot in it, for people in Berlin whose apps are German."""
    return Telegram(
        now, username="netzbote_bot", name=NAME, limits=False, language="de", zone=BERLIN
    )
