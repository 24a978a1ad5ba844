"""The stand-in over HTTP: the Bot API, the doors under `/sim/`, webhooks, the page."""
