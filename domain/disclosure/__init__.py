"""What of a count of people may be shown: the only way from a count to a page."""
