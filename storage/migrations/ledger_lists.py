"""What a row of the ledger may name now: the lists of 0007, and what later migrations added.

Each migration that adds to them puts the rule anew with the lists as they were then, so these are
made of parts that stay as they are; a test compares the whole with the domain's lists.
"""

from storage.migrations.v0007 import words

#: Sums that are known before anybody closes, and the mark of those that were written then (0011).
COUNTED_BEFORE = (
    "registration-confirmed",
    "registration-waitlisted",
    "registration-promoted",
    "registration-withdrawn",
    "registration-late-withdrawn",
    "registered-at-start",
    "block-seats",
)
OF_0011 = {**words.DETAILS, **{kind: ["", "unclosed"] for kind in COUNTED_BEFORE}}

DETAILS = OF_0011
