"""Plays the whole job without Telegram: a strict stand-in, its people and its server."""
