"""Turns settings into a running process, and a demo of it."""
