"""The figures of the yearly report."""
