"""Keep the head and the tail of what a student printed, and count all of it."""

from __future__ import annotations

from torchgrade.sandbox.limits import KEPT_OUTPUT_BYTES


class OutputKeeper:
    """One stream's bytes, of which the first and the last KEPT_OUTPUT_BYTES are kept."""

    def __init__(self) -> None:
        self.total = 0
        self._head = bytearray()
        self._tail = bytearray()

    def add(self, chunk: bytes) -> None:
        """Take one chunk as it arrives."""
        self.total += len(chunk)
        room = KEPT_OUTPUT_BYTES - len(self._head)
        if room > 0:
            self._head += chunk[:room]
            chunk = chunk[room:]
        if chunk:
            self._tail += chunk[-KEPT_OUTPUT_BYTES:]
            del self._tail[:-KEPT_OUTPUT_BYTES]

    def text(self) -> str:
        """Return the kept text, with a line that says how much is missing. Undecodable bytes show as escapes."""
        dropped = self.total - len(self._head) - len(self._tail)
        head = self._head.decode("utf-8", "backslashreplace")
        tail = self._tail.decode("utf-8", "backslashreplace")
        return f"{head}\n... {dropped} bytes left out ...\n{tail}" if dropped else head + tail
