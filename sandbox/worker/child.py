"""The child: one process that loads one submission and answers its cases. Everything in it is in the student's reach.

Nothing here is trusted by anybody: the child only reports what it saw, and the host judges the values. What a student
could gain by changing this code at run time is to send other values.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import io
import mmap
import os
import select
import signal
import sys
import tempfile
import types

import torch

from torchgrade.problems.kit import Probe, Raised
from torchgrade.problems.values import TensorValue, Value
from torchgrade.sandbox.encode import NotEncodable, encode
from torchgrade.sandbox.wire import COUNT, ChildKind, child_frame, unpack_blobs
from torchgrade.sandbox.worker import cuda, simulated, state
from torchgrade.sandbox.worker.job import Job, Questions, job_from_bytes, questions_from_bytes
from torchgrade.sandbox.worker.loader import Solution, load, located, register_source
from torchgrade.sandbox.worker.prepared import CHECKS_FILE, Prepared
from torchgrade.sandbox.worker.tensors import holds, to_plain

if sys.platform != "win32":
    import resource  # here, so that no child has to load it

_write, _exit, _getpid = os.write, os._exit, os.getpid
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
_is_inference, _inference = torch.is_inference_mode_enabled, torch.inference_mode
MAX_FILES = 1024
SIMULATED = "simulated"


class Channel:
    """The child's end of the evidence pipe."""

    def __init__(self, descriptor: int, nonce: bytes) -> None:
        self._descriptor = descriptor
        self._nonce = nonce
        self._owner = _getpid()

    def say(self, kind: ChildKind, index: int = 0, payload: bytes = b"") -> None:
        """Write one frame, whole. A fork of the child, which came back from student code too, has nothing to say."""
        if _getpid() != self._owner:
            _exit(0)
        view = memoryview(child_frame(self._nonce, kind, index, payload))
        while view:
            view = view[_write(self._descriptor, view) :]


def run(job: Job, prepared: Prepared, *, evidence: int, stdout: int, stderr: int, folder: str) -> None:
    """Be the child, until ``os._exit``. The descriptors are pipes to the supervisor; ``folder`` is the job's own."""
    try:
        _prepare(job, prepared.questions.device, evidence, stdout, stderr, folder)
        channel = Channel(evidence, job.nonce)
        # Not by default: to take the names is to write to 600 pages that were the supervisor's until then.
        before = set(sys.modules) if job.list_modules else set()
        probes = load_probes(prepared)
        solution = _load(job, channel)
        if solution is not None:
            channel.say(ChildKind.LOADED)
            _answer(job.start, channel, prepared, probes, solution)
            if job.list_modules:
                names = sorted(name for name in set(sys.modules) - before if name.split(".")[0] in ("torch", "numpy"))
                channel.say(ChildKind.MODULES, payload=encode(names[:2000]))
            channel.say(ChildKind.DONE)
        _flush()
    finally:
        # No interpreter shutdown: atexit handlers, destructors and threads of the student have no say.
        _exit(0)


def _prepare(job: Job, device: str, evidence: int, stdout: int, stderr: int, folder: str) -> None:
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if _is_deserted(evidence):
        _exit(0)
    for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    os.setsid()
    open_own_stdin()  # what is open in the supervisor keeps locks, flags and a signal number for the next child
    os.dup2(stdout, 1)
    os.dup2(stderr, 2)
    if job.uid is not None:
        os.setgroups([])
        os.setresgid(job.uid, job.uid, job.uid)
        os.setresuid(job.uid, job.uid, job.uid)
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)  # a change of uid clears it
    os.mkdir(folder, 0o700)  # noqa: PTH102 - a text from the supervisor
    os.chdir(folder)
    os.environ.update(HOME=folder, TMPDIR=folder)
    tempfile.tempdir = None  # the supervisor's answer is remembered there
    # Only a dumpable process may write its own files in /proc.
    _prctl(_PR_SET_DUMPABLE, 1)
    _raise_own_oom_score()
    if job.data_mib is not None:
        _limit_memory(job.data_mib)
    if device == "cuda":
        cuda.start(job.gpu_mib)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - lives as long as the process
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), "utf-8", "backslashreplace", write_through=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), "utf-8", "backslashreplace", write_through=True)
    sys.argv = [""]
    gc.enable()


def open_own_stdin() -> None:
    """Make descriptor 0 a /dev/null that this process opened itself."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)


def _is_deserted(evidence: int) -> bool:
    """Return whether the supervisor died before we asked to die with it: a fresh interpreter takes seconds to ask."""
    poller = select.poll()
    poller.register(evidence, 0)
    return any(event & select.POLLERR for _, event in poller.poll(0))


def _prctl(option: int, value: int) -> None:
    if _libc is not None:
        _libc.prctl(option, value, 0, 0, 0)


def _raise_own_oom_score() -> None:
    try:
        descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
    except OSError:
        return  # not Linux, or a kernel that refuses: then the container's own score decides
    with contextlib.suppress(OSError):
        os.write(descriptor, b"1000")  # the kernel should take the child, not the supervisor
    os.close(descriptor)


def _limit_memory(mib: int) -> None:
    if sys.platform == "win32":
        return
    # RLIMIT_DATA counts private writable memory; torch alone has some before the student's first line.
    try:
        with open("/proc/self/status") as status:  # noqa: PTH123 - a pseudo file, read once
            used_kib = next(int(line.split()[1]) for line in status if line.startswith("VmData"))
    except (OSError, StopIteration):
        return
    limit = used_kib * 1024 + mib * 1024 * 1024
    for what, most in ((resource.RLIMIT_DATA, limit), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, MAX_FILES)):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def load_probes(prepared: Prepared) -> dict[str, Probe]:
    """Run checks.py and return its probes by name."""
    module = types.ModuleType("torchgrade_checks")
    sys.modules[module.__name__] = module  # classes defined there must be found by pickle and by dataclasses
    register_source(CHECKS_FILE, prepared.questions.checks_source)
    exec(prepared.code(), module.__dict__)
    return {value.name: value for value in vars(module).values() if type(value) is Probe}


def _load(job: Job, channel: Channel) -> Solution | None:
    def notice(file: str, cell: int, error: Raised) -> None:
        channel.say(ChildKind.NOTICE, payload=encode((file, cell, error)))

    state.reset(0)
    try:
        return load(job.files, job.entry_points, notice)
    except BaseException as error:  # noqa: BLE001 - the driver around student code: SystemExit and all
        channel.say(ChildKind.LOAD_FAILED, payload=encode(located(error)))
        return None


def _answer(start: int, channel: Channel, prepared: Prepared, probes: dict[str, Probe], solution: Solution) -> None:
    index = 0
    for position, (name, count) in enumerate(prepared.questions.checks):
        probe = probes[name]
        for number in range(count):
            if index >= start:
                device = device_of(prepared.questions, position, index)
                reply = observe(probe, solution, prepared, index, number, device)
                if device == "cuda" and cuda.is_poisoned():
                    # This case has cost its process, as a crash would; the host goes on with the next in a new one.
                    # CUDA has written to stderr what it did not like.
                    _flush()
                    _exit(cuda.POISONED)
                channel.say(ChildKind.REPLY, index, reply)
            index += 1


def device_of(questions: Questions, position: int, index: int) -> str:
    """Return where a case of a check is asked. What is asked on a real GPU need not be simulated."""
    device = "cpu" if index in questions.on_cpu else questions.device
    return SIMULATED if device == "cpu" and position in questions.simulated else device


def observe(probe: Probe, solution: Solution, prepared: Prepared, index: int, seed: int, device: str) -> bytes:
    """Return the evidence of one case: what the probe returned or raised, and those inputs that it changed."""
    if _is_inference():
        # An earlier case entered the mode and never left it. Only a block of its own can be outside of it.
        with _inference(False):
            return _observe(probe, solution, prepared, index, seed, device)
    return _observe(probe, solution, prepared, index, seed, device)


def _observe(probe: Probe, solution: Solution, prepared: Prepared, index: int, seed: int, device: str) -> bytes:
    state.reset(seed)
    if device == "cuda":
        cuda.reset(seed)
    plain, inputs = prepared.take(index, "cpu" if device == SIMULATED else device)
    as_plain = simulated.to_plain if device == SIMULATED else to_plain
    try:
        seen = (
            simulated.run(probe.function, solution, inputs)
            if device == SIMULATED
            else probe.function(solution, **inputs)
        )
        if device == "cuda":
            cuda.settle()
        evidence = encode(seen, to_plain=as_plain)
    except NotEncodable as error:
        evidence = encode(Raised("NotEvidence", str(error)))
    except BaseException as error:  # noqa: BLE001 - the driver around student code: SystemExit and all
        evidence = encode(located(error))
    changed = {name: value for name, value in inputs.items() if not _unchanged(value, plain[name])}
    try:
        return evidence + encode(changed, to_plain=as_plain)
    except NotEncodable as error:
        return evidence + encode(dict.fromkeys(changed, f"<{error}>"))


def _unchanged(value: object, plain: Value) -> bool:
    """Return whether an input still holds what the case gave."""
    if isinstance(plain, TensorValue):
        return holds(value, plain)
    if isinstance(plain, list | tuple):
        return type(value) is type(plain) and len(value) == len(plain) and all(map(_unchanged, value, plain))
    if isinstance(plain, dict):
        return (
            type(value) is dict
            and list(value) == list(plain)
            and all(_unchanged(value[key], item) for key, item in plain.items())
        )
    return True  # numbers and texts can't be written into


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # noqa: BLE001 - the student may have replaced or closed the stream
            continue


def run_from_descriptor(descriptor: int) -> None:
    """Be the child in a fresh interpreter: the job is in the memory file ``descriptor``, our pipes are named in it."""
    with mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ) as data, memoryview(data) as view:
        pipes, folder, questions, job = unpack_blobs(view)
    os.close(descriptor)
    evidence, stdout, stderr = (COUNT.unpack_from(pipes, 4 * place)[0] for place in range(3))
    run(
        job_from_bytes(job),
        Prepared(questions_from_bytes(questions)),
        evidence=evidence,
        stdout=stdout,
        stderr=stderr,
        folder=folder.decode(),
    )
