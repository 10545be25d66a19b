"""What a device must refuse, and why, section by section of docs/protocol.md. Pure; nothing of `sync/` or `web/` is used."""
