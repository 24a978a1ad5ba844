"""Keeps it: one method, one query; returns domain objects, never rows."""
