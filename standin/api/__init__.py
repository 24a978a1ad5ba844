"""What a bot calls: the methods of the Bot API, their parameters, and what is refused."""
