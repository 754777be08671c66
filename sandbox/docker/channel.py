"""The byte stream of an attached container: Docker's stream header keeps the protocol and complaints apart."""

from __future__ import annotations

import select
import socket
import struct
from typing import Any

from torchgrade.sandbox.protocol import SandboxFailed

STREAM_HEADER = struct.Struct(">B3sI")
STDOUT, STDERR = 1, 2
MAX_CHUNK_BYTES = 16 * 1024 * 1024  # Docker sends 32 KiB at a time
READ_BYTES = 1024 * 1024
KEPT_WORDS_BYTES = 16 * 1024


class Demultiplexer:
    """Split an attach stream into stdout, which is the protocol, and stderr, of which the end is kept."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._words = bytearray()

    def feed(self, chunk: bytes) -> bytes:
        """Take bytes as they arrive; return what is stdout. Raises SandboxFailed for what is no stream of Docker's."""
        self._buffer += chunk
        stdout = bytearray()
        position = 0
        while len(self._buffer) - position >= STREAM_HEADER.size:
            stream, padding, length = STREAM_HEADER.unpack_from(self._buffer, position)
            if stream not in (STDOUT, STDERR) or padding != b"\0\0\0" or length > MAX_CHUNK_BYTES:
                raise SandboxFailed("the Docker engine sent bytes that are no attach stream")
            begin, end = position + STREAM_HEADER.size, position + STREAM_HEADER.size + length
            if len(self._buffer) < end:
                break
            if stream == STDOUT:
                stdout += self._buffer[begin:end]
            else:
                self._words += self._buffer[begin:end]
                del self._words[:-KEPT_WORDS_BYTES]
            position = end
        del self._buffer[:position]
        return bytes(stdout)

    def last_words(self) -> str:
        """Return the last line of stderr: what the supervisor, or the runtime that could not start it, had to say."""
        lines = self._words.decode("utf-8", "backslashreplace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "nothing")


class AttachChannel:
    """A Channel over the socket that ``attach_socket`` returned. Owns the socket."""

    def __init__(self, attached: Any) -> None:
        # docker-py hands out a file-like wrapper around the socket, or the socket itself where TLS is in play.
        self._attached = attached
        self._socket: socket.socket = getattr(attached, "_sock", attached)
        self._socket.setblocking(False)
        self._streams = Demultiplexer()
        self._ended = False

    def write(self, data: memoryview) -> int:
        """Write some of ``data``; 0 when the engine takes no more for now."""
        try:
            return self._socket.send(data[:READ_BYTES])
        except BlockingIOError:
            return 0
        except OSError as error:
            raise SandboxFailed(f"the connection to the container is gone ({error})") from error

    def read(self) -> bytes | None:
        """Return what the supervisor sent; None at the end."""
        if self._ended:
            return None
        try:
            chunk = self._socket.recv(READ_BYTES)
        except BlockingIOError:
            return b""
        except OSError:
            chunk = b""  # a connection that breaks off has ended, whatever the reason
        if not chunk:
            self._ended = True
            return None
        return self._streams.feed(chunk)

    def wait(self, *, to_write: bool, seconds: float) -> None:
        """Wait for either direction."""
        poller = select.poll()
        poller.register(self._socket, select.POLLIN | (select.POLLOUT if to_write else 0))
        poller.poll(max(0, int(seconds * 1000)) + 1)

    def last_words(self) -> str:
        """Return the last line that the container wrote on stderr."""
        return self._streams.last_words()

    def close(self) -> None:
        """Close the connection; twice does no harm."""
        self._ended = True
        response = getattr(self._attached, "_response", None)
        if response is not None:
            response.close()
        self._attached.close()
        self._socket.close()
