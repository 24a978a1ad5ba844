"""Lets `python -m bot` do the same as `netzbote`."""

from bot.cli import main

main()
