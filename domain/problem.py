"""What somebody can put right who reads one line about it."""

from __future__ import annotations


class Problem(Exception):
    """Something stands in the way; the message is one line and says what to do."""
