"""Telegram as a channel: what it hears, how requests leave, how fast, what became of them."""

import os

# The library then returns waits as timedelta, and does not warn at each 429 that it will.
os.environ.setdefault("PTB_TIMEDELTA", "true")
