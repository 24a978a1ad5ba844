"""Says what is true and what may happen: no chat, no database, no clock."""
