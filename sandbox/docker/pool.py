"""Slots, each with a container that is warm before somebody asks.

Theory of operation. A slot is one submission at a time on one processor. Single-use: while a slot's container works, a
thread starts the slot's next one, so that torch has been imported by the time it is needed. Shared: a slot keeps its
container until something abnormal happens in it or it has served ``max_uses`` submissions, and then starts another.
Where it is known how many submissions are to come, none is started early that they would not need. Whatever is taken
is checked first, and whatever is given back unfit is removed by a thread of its own.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor

from torchgrade.sandbox.docker.container import Container
from torchgrade.sandbox.docker.spec import Place
from torchgrade.sandbox.protocol import SandboxFailed

Start = Callable[[Place], Container]


class Slot:
    """A place, and the container that waits there or is being started."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.waiting: Future[Container] | None = None


class Pool:
    """Hands out slots with containers. Safe to use from several threads."""

    def __init__(
        self,
        start: Start,
        before_retry: Callable[[], None],
        places: tuple[Place, ...],
        *,
        max_uses: int,
        expected: int | None = None,
    ) -> None:
        self._lock = threading.Lock()
        self._to_come = expected
        self._start = start
        self._before_retry = before_retry
        self._max_uses = max_uses
        self._slots = tuple(Slot(place) for place in places)
        # First in, first out: a lone caller with two slots finds the other one's container ready.
        self._free: queue.SimpleQueue[Slot] = queue.SimpleQueue()
        for slot in self._slots:
            self._set_free(slot)
        self._starters = ThreadPoolExecutor(len(places), thread_name_prefix="torchgrade-start")
        self._remover = ThreadPoolExecutor(1, thread_name_prefix="torchgrade-remove")

    def start_early(self) -> None:
        """Start a container in every slot without waiting for them."""
        for slot in self._slots[: self._to_come]:
            self._refill(slot)

    def take_slot(self) -> Slot:
        """Return a slot that nobody uses, waiting for one if need be."""
        return self._free.get()

    def slot_of(self, gpu: str) -> Slot:
        """Return the slot of a GPU that the caller has leased: the lease keeps everybody else away from it."""
        return next(slot for slot in self._slots if slot.place.gpu == gpu)

    def container(self, slot: Slot) -> Container:
        """Return a fit container for a slot that was taken. Raises SandboxFailed when two in a row fail."""
        with self._lock:
            self._to_come = self._to_come and self._to_come - 1
            waiting = self._claim(slot)
        try:
            container = self._fit(waiting)
        except SandboxFailed:
            self._before_retry()
            with self._lock:
                waiting = self._claim(slot)
            container = self._fit(waiting)
        container.uses += 1
        if self._max_uses == 1:
            self._refill_early(slot)
        return container

    def give_back(self, slot: Slot, container: Container | None, *, fit: bool) -> None:
        """Take a slot back, and its container if it may serve another submission."""
        if container is not None:
            if fit and container.uses < self._max_uses and container.is_fit():
                slot.waiting = Future()
                slot.waiting.set_result(container)
            else:
                self.discard(container)
                self._refill_early(slot)
        self._set_free(slot)

    def discard(self, container: Container) -> None:
        """Remove a container without waiting for it."""
        self._remover.submit(container.close)

    def close(self) -> None:
        """Stop starting containers, and remove those that wait."""
        self._starters.shutdown(wait=True, cancel_futures=True)
        for slot in self._slots:
            if slot.waiting is not None:
                with contextlib.suppress(SandboxFailed, CancelledError):  # then it never started
                    slot.waiting.result().close()
                slot.waiting = None
        self._remover.shutdown(wait=True)

    def _set_free(self, slot: Slot) -> None:
        if slot.place.gpu is None:
            self._free.put(slot)

    def _refill(self, slot: Slot) -> None:
        if slot.waiting is None:
            slot.waiting = self._starters.submit(self._start, slot.place)

    def _refill_early(self, slot: Slot) -> None:
        """Start a slot's next container before it is asked for, unless enough are there for those to come."""
        with self._lock:
            there = sum(other.waiting is not None for other in self._slots)
            if self._to_come is None or self._to_come > there:
                self._refill(slot)

    def _claim(self, slot: Slot) -> Future[Container]:
        self._refill(slot)
        assert slot.waiting is not None
        waiting, slot.waiting = slot.waiting, None
        return waiting

    def _fit(self, waiting: Future[Container]) -> Container:
        container = waiting.result()
        if not container.is_fit():
            self.discard(container)
            raise SandboxFailed("a container ended while it waited for a submission")
        return container
