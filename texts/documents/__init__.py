"""Documents for people: calendar entries, codes to scan, reports."""
