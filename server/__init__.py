"""The world: sockets, files, time."""
