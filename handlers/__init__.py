"""Turns one update into one domain call in one transaction and one answer."""
