"""A strict stand-in for Telegram: for tests in the same process, over HTTP, and on a page."""
