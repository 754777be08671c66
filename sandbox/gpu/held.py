"""One GPU of this process: do what its state asks for, with the lock, the driver and the scrubber."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from torchgrade.sandbox.gpu.lock import HostLock, Note, this_holder
from torchgrade.sandbox.gpu.scrub import Scrubber, ScrubFailed
from torchgrade.sandbox.gpu.slot import Event, Need, SlotState, State, next_need, step
from torchgrade.sandbox.gpu.smi import Gpu, GpuSick, Reading, Smi
from torchgrade.sandbox.protocol import Clock

# A GPU that nobody computes on shows this much at most: the driver's own, and a desktop if it has to be.
MOST_IDLE_MIB = 2048
SLACK_MIB = 256  # what the driver keeps or gives back by itself
MEMORY_SECONDS = 30.0  # how long a killed process's memory may take to come back
POLL_SECONDS = 0.25

# What this process scrubbed and nobody has locked since carries this in its lock's note.
_TOKEN = secrets.token_hex(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a held GPU acts on; tests give others."""

    smi: Smi
    scrubber: Scrubber
    clock: Clock
    sleep: Callable[[float], None]
    today: Callable[[], str]  # the wall clock's time, for notes that people read
    token: str = field(default=_TOKEN)


class HeldGpu:
    """A GPU and its slot. One thread at a time; ``GpuPool`` sees to it."""

    def __init__(self, gpu: Gpu, lock: HostLock, surroundings: Surroundings) -> None:
        self.gpu = gpu
        self.slot = SlotState()
        self._lock = lock
        self._around = surroundings
        self._idle_mib: int | None = None
        self._errors: int | None = None

    def take(self) -> bool:
        """Take the host's lock and clean the GPU, which then is CLEAN or QUARANTINED. False where another holds it."""
        note = self._lock.take(holder=this_holder(), since=self._around.today())
        if note is None:
            return False
        as_left = bool(note.scrubbed_by) and note.scrubbed_by == self._around.token
        self._step(Event.LOCKED_AS_LEFT if as_left else Event.LOCKED)
        self._make_clean()
        return True

    def start(self) -> None:
        """Say that a submission begins. Raises WrongOrder unless the GPU is clean."""
        self._step(Event.STARTED)

    def end(self) -> None:
        """Clean up behind a submission, whose processes must be gone, and give the lock back."""
        if self.slot.state is State.BUSY:
            self._step(Event.ENDED)
            self._make_clean()
        self._give_back()

    def check(self) -> None:
        """Look whether the GPU still works while a submission has it. Raises GpuSick, and then it is quarantined."""
        try:
            self._look()
        except GpuSick as error:
            self._step(Event.SICK, str(error))
            raise

    def abandon(self) -> None:
        """Let go of the lock as things are; the next holder scrubs. Twice does no harm."""
        if self.slot.state not in (State.FREE, State.QUARANTINED):
            self._step(Event.ABANDONED)
        self._lock.give_back(quarantine=self.slot.reason)

    def note(self) -> Note:
        """Return what the lock's file says about its holder."""
        return self._lock.note()

    def _make_clean(self) -> None:
        try:
            while (need := next_need(self.slot)) is not Need.NOTHING:
                if need is Need.SETTLE:
                    self._settle()
                else:
                    self._scrub()
        except GpuSick as error:
            self._step(Event.SICK, str(error))
        except BaseException:
            self.abandon()  # Ctrl-C, or a mistake of ours: nobody may wait for this lock
            raise

    def _settle(self) -> None:
        deadline = self._around.clock() + MEMORY_SECONDS
        while True:
            reading = self._look()
            allowed = MOST_IDLE_MIB if self._idle_mib is None else self._idle_mib + SLACK_MIB
            if not reading.processes and reading.used_mib <= allowed:
                self._idle_mib = min(reading.used_mib, allowed if self._idle_mib is None else self._idle_mib)
                self._step(Event.MEMORY_BACK)
                return
            if self._around.clock() >= deadline:
                self._step(Event.MEMORY_STUCK, _why_stuck(reading, allowed))
                return
            self._around.sleep(POLL_SECONDS)

    def _scrub(self) -> None:
        try:
            self._around.scrubber.scrub(self.gpu)
        except ScrubFailed as error:
            self._look()  # a GPU that is broken says so better than a program that stumbled over it
            self._step(Event.SCRUB_FAILED, str(error))
        else:
            self._step(Event.SCRUBBED)

    def _look(self) -> Reading:
        reading = self._around.smi.read(self.gpu)
        if reading.errors is not None:
            if self._errors is None:
                self._errors = reading.errors
            if reading.errors > self._errors:
                raise GpuSick(f"it counts {reading.errors - self._errors} new uncorrected memory errors (ECC)")
        return reading

    def _give_back(self) -> None:
        if self.slot.state is State.CLEAN:
            self._step(Event.RELEASED)
            self._lock.give_back(scrubbed_by=self._around.token)
        else:
            self._lock.give_back(quarantine=self.slot.reason)

    def _step(self, event: Event, reason: str = "") -> None:
        self.slot = step(self.slot, event, reason)


def _why_stuck(reading: Reading, allowed: int) -> str:
    if reading.processes:
        return f"processes that are not ours use it: {', '.join(map(str, sorted(reading.processes)[:8]))}"
    return f"{reading.used_mib} MiB of its memory are in use, at most {allowed} should be, and no process owns them"
