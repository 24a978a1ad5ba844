"""Turns the passing of time into domain calls and outgoing messages; keeps no state of its own."""
