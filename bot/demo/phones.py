"""Whose phones stand on the page."""

from __future__ import annotations

from standin.http.page import Phone

PHONES = (
    Phone(
        1001,
        {"de": "Koordination Kaarst", "en": "Coordination Kaarst"},
        {"de": "Jugendamt Kaarst", "en": "Youth welfare office, Kaarst"},
        "coordination",
    ),
    Phone(
        1002,
        {"de": "Fachkraft Neuss", "en": "Specialist in Neuss"},
        {"de": "Jugendamt Neuss", "en": "Youth welfare office, Neuss"},
        "specialist",
    ),
    Phone(
        1003,
        {"de": "Fachkraft Dormagen", "en": "Specialist in Dormagen"},
        {"de": "Jugendamt Dormagen", "en": "Youth welfare office, Dormagen"},
        "specialist",
    ),
    Phone(
        1004,
        {"de": "Polizei Neuss", "en": "Police in Neuss"},
        {"de": "Kreispolizeibehörde", "en": "County police"},
        "police",
    ),
)
