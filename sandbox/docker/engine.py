"""Speak to the Docker engine: every failure of it is a SandboxFailed, and no client is used by two threads at once."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import docker
import requests
from docker.errors import APIError, DockerException, ImageNotFound
from docker.utils import kwargs_from_env

from torchgrade.sandbox.protocol import SandboxFailed

DEFAULT_SOCKET = "unix:///var/run/docker.sock"
SILENCE_SECONDS = 60  # how long a busy engine may take to answer one request; no student code waits for it
RETURN_SECONDS = 60.0  # how long a restarted engine may take to come back
POLL_SECONDS = 0.5


class EngineUnavailable(SandboxFailed):
    """No Docker engine answers; the message says both ways on."""

    def __init__(self, reason: object) -> None:
        super().__init__(
            f"no Docker engine answers ({reason}). Start Docker, or, for code that you trust as your own, "
            "use --runner process"
        )


class Engine:
    """A few clients of one engine, lent to one thread at a time and kept for the next."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[docker.DockerClient] = []
        self._closed = False

    @contextmanager
    def client(self) -> Iterator[docker.DockerClient]:
        """Lend a client. Raises SandboxFailed for whatever the engine answers that is no success."""
        with self._lock:
            client = self._idle.pop() if self._idle else None
        client = client or _connect()
        healthy = False
        try:
            yield client
            healthy = True
        except ImageNotFound as error:
            raise SandboxFailed(f"{_explain(error)}; run: torchgrade image build") from error
        except APIError as error:
            healthy = True  # it answered
            raise SandboxFailed(f"the Docker engine refused: {_explain(error)}") from error
        except (DockerException, requests.RequestException, OSError) as error:
            raise EngineUnavailable(error) from error
        finally:
            with self._lock:
                keep = healthy and not self._closed
                if keep:
                    self._idle.append(client)
            if not keep:
                client.close()

    def ping(self) -> None:
        """Raise EngineUnavailable unless the engine answers."""
        with self.client() as client:
            client.ping()

    def wait_until_back(self, seconds: float = RETURN_SECONDS) -> None:
        """Return as soon as the engine answers. Raises EngineUnavailable when it doesn't within ``seconds``."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                self.ping()
            except EngineUnavailable:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(POLL_SECONDS)
            else:
                return

    def close(self) -> None:
        """Close every client that is not in use; those that are close when they come back."""
        with self._lock:
            clients, self._idle, self._closed = self._idle, [], True
        for client in clients:
            client.close()


def _connect() -> docker.DockerClient:
    environment = kwargs_from_env()
    _refuse_silence(environment.get("base_url") or DEFAULT_SOCKET)
    try:
        return docker.DockerClient(timeout=SILENCE_SECONDS, **environment)
    except DockerException as error:
        raise EngineUnavailable(error) from error


def _refuse_silence(url: str) -> None:
    """Raise EngineUnavailable where nobody listens: the Docker package would leak the socket that it tried with."""
    path = url.partition("://")[2]
    if not url.startswith(("unix://", "http+unix://")):
        return
    try:
        with closing(socket.socket(socket.AF_UNIX)) as probe:
            probe.settimeout(SILENCE_SECONDS)
            probe.connect(path if path.startswith("/") else f"/{path}")
    except OSError as error:
        raise EngineUnavailable(error) from error


def _explain(error: APIError) -> str:
    return str(error.explanation or error)
