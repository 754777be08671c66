"""One module per command: wire the parts together, act, and return an exit code. ``cli`` only parses."""
