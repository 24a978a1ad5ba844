"""What people press and are asked, in which order: as data, for every channel."""
