"""One container: created with everything it needs, attached, started, greeted; in the end killed and removed."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from typing import Any

from torchgrade.sandbox.docker.channel import AttachChannel
from torchgrade.sandbox.docker.counters import Counters, Counts, find_counters
from torchgrade.sandbox.docker.engine import Engine, EngineUnavailable
from torchgrade.sandbox.docker.sweep import remove
from torchgrade.sandbox.protocol import SandboxFailed
from torchgrade.sandbox.session import Session

START_SECONDS = 120.0
END_SECONDS = 5.0  # how long the engine may take to notice that a container has ended


class Container:
    """A started container that has said HELLO and imported what it was told to."""

    session: Session
    facts: dict[str, str]

    def __init__(self, engine: Engine, arguments: Mapping[str, Any], *, modules: Sequence[str], worker: str) -> None:
        """Start it. Raises SandboxFailed, and then nothing is left of it."""
        self.name = str(arguments["name"])
        self.uses = 0
        self._engine = engine
        self._channel: AttachChannel | None = None
        self._counters: Counters | None = None
        self._lock = threading.Lock()
        self._removed = False
        self._warmed: set[str] = set()
        try:
            self._start(arguments)
            assert self._channel is not None
            self.session = Session(self._channel, time.monotonic)
            self.facts = self.session.hello(START_SECONDS, worker=worker)
            self.warm(modules)
        except SandboxFailed as error:
            self.close()
            if isinstance(error, EngineUnavailable):
                raise
            raise SandboxFailed(f"{error}; it wrote: {self.last_words()}") from error
        except BaseException:
            self.close()  # Ctrl-C in the middle of a start
            raise
        self.facts["container"] = self.name

    def _start(self, arguments: Mapping[str, Any]) -> None:
        with self._engine.client() as client:
            container_id = str(client.containers.create(**arguments).id)
            # Attach first: what a container says before anybody listens is lost.
            params = {"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1}
            self._channel = AttachChannel(client.api.attach_socket(container_id, params=params))
            client.api.start(container_id)
            state = client.api.inspect_container(container_id)["State"]
            self._counters = find_counters(int(state["Pid"]), container_id)

    def warm(self, modules: Sequence[str]) -> None:
        """Import what has not been yet, in the supervisor, which runs no student code. Raises SandboxFailed."""
        missing = [name for name in modules if name not in self._warmed]
        if missing:
            self.session.warm(missing, START_SECONDS)
            self._warmed.update(missing)

    def is_fit(self) -> bool:
        """Return whether it can take a submission: greeted, never lost, still there, and nothing unasked was said."""
        if self._removed or self.session.lost:
            return False
        assert self._channel is not None
        try:
            return self._channel.read() == b""
        except SandboxFailed:
            return False

    def last_words(self) -> str:
        """Return the last line that it wrote on stderr, outside the protocol."""
        return self._channel.last_words() if self._channel is not None else "nothing"

    def counts(self) -> Counts | None:
        """Return its cgroup's counters, or None where there are none to read."""
        return self._counters.read() if self._counters is not None else None

    def was_out_of_memory(self) -> bool:
        """Return whether the container has ended and the engine says that memory was the reason."""
        deadline = time.monotonic() + END_SECONDS
        try:
            while True:
                state = self._state()
                if not state["Running"] or time.monotonic() >= deadline:
                    return bool(state["OOMKilled"])
                time.sleep(0.02)
        except SandboxFailed:
            return False  # gone altogether, or the engine is: nobody that we could name

    def _state(self) -> dict[str, Any]:
        with self._engine.client() as client:
            state: dict[str, Any] = client.api.inspect_container(self.name)["State"]
            return state

    def close(self) -> bool:
        """Kill and remove it; twice does no harm. Return False where the engine did not do it: a sweep will."""
        with self._lock:
            if self._removed:
                return True
            try:
                # By name: creating may have succeeded after we had stopped waiting for the answer.
                with self._engine.client() as client:
                    remove(client, self.name)
                self._removed = True
            except SandboxFailed:
                return False
            finally:
                if self._channel is not None:
                    self._channel.close()
        return True
