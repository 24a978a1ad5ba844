"""What there is and what happened: chats, files, updates, faults, the clock."""
