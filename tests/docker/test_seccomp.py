"""The profile refuses what it should, in a real container, and lets honest work through.

One container makes every probe, each in a child process of its own, so that a killing call kills the child and not the
report. A second container makes the same probes without a profile: a call that fails the same way there proves nothing
about the profile, unless the table says why it has to.
"""

from __future__ import annotations

import errno
import json
import platform
import signal
from collections.abc import Callable
from dataclasses import asdict, dataclass

import pytest

from torchgrade.sandbox import seccomp

X86_64_ONLY = pytest.mark.skipif(platform.machine() != "x86_64", reason="the numbers of the calls are those of x86_64")

CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET = 0x1000_0000, 0x0002_0000, 0x4000_0000
ADDR_NO_RANDOMIZE, READ_IMPLIES_EXEC = 0x0004_0000, 0x0040_0000
X32_BIT = 0x4000_0000


@dataclass(frozen=True, slots=True)
class Probe:
    """One call that must be refused. `anyway`: it fails in the same way without a profile, for lack of a capability."""

    name: str
    number: int
    arguments: tuple[int, ...] = ()
    anyway: bool = False


REFUSED = (
    Probe("keyctl", 250, (0, -3, 0)),
    Probe("add_key", 248),
    Probe("request_key", 249),
    Probe("bpf", 321, anyway=True),
    Probe("perf_event_open", 298),
    Probe("ptrace_traceme", 101, (0,)),
    Probe("process_vm_readv", 310, (1, 0, 0, 0, 0, 1)),
    Probe("process_vm_writev", 311, (1, 0, 0, 0, 0, 1)),
    Probe("process_madvise", 440, (-1,)),
    Probe("pidfd_getfd", 438, (-1, 0, 0)),
    Probe("userfaultfd", 323, (0xFFFF,)),
    Probe("io_uring_setup", 425, (1, 0)),
    Probe("io_uring_enter", 426, (-1,)),
    Probe("io_uring_register", 427, (-1,)),
    Probe("open_by_handle_at", 304, (-1, 0, 0)),
    Probe("name_to_handle_at", 303, (-1, 0, 0, 0, 0)),
    Probe("mbind", 237, (0, 0, 99)),
    Probe("set_mempolicy", 238, (99,)),
    Probe("get_mempolicy", 239),
    Probe("migrate_pages", 256, (0, 0, 0, 0)),
    Probe("move_pages", 279, (0, 0, 0, 0, 0, 0)),
    Probe("kcmp", 312, (1, 1, 99)),
    Probe("fanotify_init", 300, anyway=True),
    Probe("fanotify_mark", 301),
    Probe("inotify_init1", 294),
    Probe("quotactl", 179, anyway=True),
    Probe("acct", 163, anyway=True),
    Probe("syslog", 103, (3, 0, 0), anyway=True),
    Probe("sync", 162),
    Probe("syncfs", 306, (-1,)),
    Probe("seccomp", 317, (99,)),
    Probe("shmget", 29, (0, 4096, 0o1600)),
    Probe("semget", 64, (0, 1, 0o1600)),
    Probe("msgget", 68, (0, 0o1600)),
    Probe("mq_open", 240),
    Probe("modify_ldt", 154, (99,)),
    Probe("settimeofday", 164, (1, 0)),
    Probe("sethostname", 170, anyway=True),
    Probe("vhangup", 153, anyway=True),
    Probe("remap_file_pages", 216),
    Probe("personality_without_randomisation", 135, (ADDR_NO_RANDOMIZE,)),
    Probe("personality_with_executable_data", 135, (READ_IMPLIES_EXEC,)),
    Probe("clone_into_a_user_namespace", 56, (CLONE_NEWUSER | signal.SIGCHLD,)),
    Probe("clone_into_a_mount_namespace", 56, (CLONE_NEWUSER | CLONE_NEWNS | signal.SIGCHLD,)),
    Probe("clone_into_a_network_namespace", 56, (CLONE_NEWUSER | CLONE_NEWNET | signal.SIGCHLD,)),
    Probe("socket_netlink", 41, (16, 3, 0)),
    Probe("socket_packet", 41, (17, 3, 0), anyway=True),
    Probe("socket_alg", 41, (38, 5, 0)),
    Probe("socket_vsock", 41, (40, 1, 0)),
    Probe("socket_bluetooth", 41, (31, 3, 0)),
    Probe("socket_unix_hidden_in_the_upper_half", 41, (1 << 32 | 16, 3, 0)),
    # Of the parent, which has the same uid here as the supervisor has in a single-use container.
    Probe("prlimit64_of_process_1", 302, (1, 7, 0, 0)),
    Probe("prlimit64_hidden_in_the_upper_half", 302, (1 << 32, 7, 0, 0)),
    Probe("setpriority_of_process_1", 141, (0, 1, 19)),
    Probe("setpriority_of_the_user", 141, (2, 0, 19)),
    Probe("sched_setscheduler_of_process_1", 144, (1, 99, 0)),
    Probe("sched_setparam_of_process_1", 142, (1, 0)),
    Probe("sched_setattr_of_process_1", 314, (1, 0, 0)),
    Probe("ioprio_set_of_process_1", 251, (1, 1, 0x4007)),
    Probe("socketpair_inet", 53, (2, 1, 0, 0)),
    Probe("setsockopt_of_a_key_for_tcp_md5", 54, (-1, 6, 14)),
    Probe("setsockopt_of_ipv6_options", 54, (-1, 41, 6)),
    Probe("setsockopt_of_an_ipv6_flow_label", 54, (-1, 41, 32)),
    Probe("setsockopt_of_a_filter", 54, (-1, 1, 26)),
    Probe("setsockopt_hidden_in_the_upper_half", 54, (-1, 1, 1 << 32 | 2)),
)

FATAL = (
    Probe("mount", 165),
    Probe("umount2", 166),
    Probe("pivot_root", 155),
    Probe("chroot", 161),
    Probe("setns", 308, (-1, 0)),
    Probe("unshare", 272),
    Probe("init_module", 175),
    Probe("finit_module", 313),
    Probe("delete_module", 176),
    Probe("kexec_load", 246),
    Probe("kexec_file_load", 320),
    Probe("reboot", 169),
    Probe("swapon", 167),
    Probe("swapoff", 168),
    Probe("iopl", 172, (3,)),
    Probe("ioperm", 173),
    Probe("fsopen", 430),
    Probe("fsconfig", 431),
    Probe("fsmount", 432),
    Probe("fspick", 433),
    Probe("move_mount", 429),
    Probe("open_tree", 428),
    Probe("mount_setattr", 442),
    # 32-bit numbers mean other calls; a filter that forgets them is no filter.
    Probe("x32_getpid", X32_BIT | 39),
)

CLONE3 = Probe("clone3", 435, (0, 0))
INET6 = Probe("socket_inet6", 41, (10, 1, 0))
# Not a call number: the child runs `int 0x80`, the 32-bit door, from a page of its own.
INT_80 = Probe("int_0x80", -1)

ALL_PROBES = (*REFUSED, *FATAL, CLONE3, INET6, INT_80)

PROBING = """
import ctypes, json, mmap, os, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long

def int_0x80():
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(bytes.fromhex("b814000000cd80c3"))  # mov eax, 20 (getpid); int 0x80; ret
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return ctypes.CFUNCTYPE(ctypes.c_int)(address)()

def attempt(number, arguments):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        me = os.getpid()
        if number == -1:
            result = int_0x80()
        else:
            six = [*arguments, 0, 0, 0, 0, 0, 0][:6]
            result = libc.syscall(*map(ctypes.c_long, (number, *six)))
        if os.getpid() == me:  # else a clone succeeded, and this is the child of the child
            os.write(writer, str(0 if result >= 0 else ctypes.get_errno()).encode())
        os._exit(0)
    os.close(writer)
    said = os.read(reader, 16)
    _, status = os.waitpid(child, 0)
    os.close(reader)
    return {"errno": int(said) if said else None, "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None}

print(json.dumps({p["name"]: attempt(p["number"], p["arguments"]) for p in json.loads(PROBES)}))
"""

Outcomes = dict[str, dict[str, int | None]]


def test_no_call_is_both_allowed_and_fatal() -> None:
    allowed = {name for group in seccomp.ALLOWED for name in group.split()}
    killed = {name for group in seccomp.KILLED for name in group.split()}

    assert set() == allowed & killed
    assert set() == (allowed | killed) & {
        *("socket", "socketpair", "setsockopt", "clone", "clone3", "personality", "setpriority"),
        *seccomp.ONLY_ONESELF.split(),
    }


def test_the_text_is_the_same_every_time_and_says_the_profile() -> None:
    assert seccomp.profile_text() == seccomp.profile_text()
    assert seccomp.profile() == json.loads(seccomp.profile_text())


@pytest.fixture(scope="module")
def with_profile(run_hardened: Callable[..., str]) -> Outcomes:
    return _probe(run_hardened, seccomp=None)


@pytest.fixture(scope="module")
def without_profile(run_hardened: Callable[..., str]) -> Outcomes:
    return _probe(run_hardened, seccomp="unconfined")


def _probe(run_hardened: Callable[..., str], *, seccomp: str | None) -> Outcomes:
    probes = json.dumps([asdict(probe) for probe in ALL_PROBES])
    outcomes: Outcomes = json.loads(run_hardened(f"PROBES = {probes!r}\n{PROBING}", seccomp=seccomp))
    return outcomes


@pytest.mark.docker
@X86_64_ONLY
@pytest.mark.parametrize("probe", REFUSED, ids=lambda probe: probe.name)
def test_a_refused_call_fails_with_eperm(probe: Probe, with_profile: Outcomes) -> None:
    assert {"errno": errno.EPERM, "signal": None} == with_profile[probe.name]


@pytest.mark.docker
@X86_64_ONLY
@pytest.mark.parametrize("probe", [p for p in REFUSED if not p.anyway], ids=lambda probe: probe.name)
def test_without_the_profile_the_call_would_not_fail_like_that(probe: Probe, without_profile: Outcomes) -> None:
    assert {"errno": errno.EPERM, "signal": None} != without_profile[probe.name]


@pytest.mark.docker
@X86_64_ONLY
@pytest.mark.parametrize("probe", FATAL, ids=lambda probe: probe.name)
def test_a_fatal_call_kills_with_sigsys(probe: Probe, with_profile: Outcomes) -> None:
    assert {"errno": None, "signal": signal.SIGSYS} == with_profile[probe.name]


@pytest.mark.docker
@X86_64_ONLY
def test_the_c_library_is_told_that_there_is_no_clone3(with_profile: Outcomes) -> None:
    assert {"errno": errno.ENOSYS, "signal": None} == with_profile[CLONE3.name]


@pytest.mark.docker
@X86_64_ONLY
def test_there_is_no_ipv6(with_profile: Outcomes) -> None:
    assert {"errno": errno.EAFNOSUPPORT, "signal": None} == with_profile[INET6.name]


@pytest.mark.docker
@X86_64_ONLY
def test_a_32_bit_call_is_fatal(with_profile: Outcomes) -> None:
    # SIGSEGV on a kernel without 32-bit calls: there is no such door to close.
    assert with_profile[INT_80.name]["signal"] in (signal.SIGSYS, signal.SIGSEGV)


HONEST = """
import multiprocessing, os, resource, socket, subprocess, sys, tempfile, threading, torch
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
assert torch.get_num_threads() == 2, torch.get_num_threads()
inputs, targets = torch.randn(16, 3, 8, 8), torch.randint(0, 4, (16,))
loader = DataLoader(TensorDataset(inputs, targets), batch_size=4, num_workers=2)
seen = torch.cat([batch for batch, _ in loader])
assert torch.equal(seen, inputs)

model = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 3), torch.nn.ReLU(), torch.nn.Flatten(), torch.nn.Linear(288, 4))
optimizer = torch.optim.Adam(model.parameters())
losses = []
for _ in range(5):
    optimizer.zero_grad()
    loss = torch.nn.functional.cross_entropy(model(inputs), targets)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
assert losses[-1] < losses[0], losses
big = torch.randn(300, 300)
assert torch.allclose((big @ big.inverse()), torch.eye(300), atol=1e-1)

with tempfile.TemporaryFile() as file:
    torch.save(model.state_dict(), file)
    file.seek(0)
    model.load_state_dict(torch.load(file))

queue = multiprocessing.get_context("fork").SimpleQueue()
process = multiprocessing.get_context("fork").Process(target=queue.put, args=([1.0, 2.0],))
process.start()
assert [1.0, 2.0] == queue.get()
process.join()
assert 0 == process.exitcode

thread = threading.Thread(target=lambda: None)
thread.start()
thread.join()
assert b"3\\n" == subprocess.run([sys.executable, "-I", "-c", "print(1 + 2)"], capture_output=True, check=True).stdout

resource.setrlimit(resource.RLIMIT_NOFILE, (512, 512))
assert (512, 512) == resource.prlimit(0, resource.RLIMIT_NOFILE)
os.nice(1)
os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
os.sched_setaffinity(0, os.sched_getaffinity(0))

left, right = socket.socketpair()
left.sendall(b"x")
assert b"x" == right.recv(1)
with socket.create_server(("127.0.0.1", 0)) as server:
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(b"y")
        assert b"y" == server.accept()[0].recv(1)
print("honest")
"""


@pytest.mark.docker
def test_honest_torch_work_with_loader_workers_and_sockets_goes_through(run_hardened: Callable[..., str]) -> None:
    assert "honest\n" == run_hardened(HONEST)
