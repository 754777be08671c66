"""Say which system calls a sandboxed process may make.

Theory of operation. A profile given to Docker replaces Docker's own, so this is the whole truth: a call is allowed
because it stands in a group below, and every other call fails with EPERM. Failing is the default, rather than killing,
because Python and torch try many calls and go on without those they are refused.

Some calls kill the process at once (SIGSYS, which the trusted side sees). No solution of any exercise makes them, not
even by mistake: they are how one leaves a container.

Left out on purpose, so they fail:
  keyctl, add_key, request_key       keyrings are not separated by container: a message box for the next student
  shmget, semget, msgget, mq_open    System V and POSIX queues outlive their process: the same, in a shared container
  bpf, perf_event_open, userfaultfd, io_uring_*   large kernel interfaces with a history of holes; torch uses none
  ptrace, process_vm_*, pidfd_getfd, kcmp, process_madvise   reach into the worker that forked us
  prlimit64, setpriority, sched_set* of another process, ioprio_set   cripple the worker that forked us
  open_by_handle_at, name_to_handle_at   open files by number, past the container's root
  mbind, set_mempolicy, migrate_pages, move_pages   memory placement; slow, and another history of holes
  fanotify_*, inotify_*, quotactl, acct, syslog, lookup_dcookie   look at the host, or switch its accounting
  sync, syncfs                       writes back every disk of the host: a way to slow down the others
  seccomp                            a filter with a listener can answer calls instead of the kernel
  socket(AF_INET6), setsockopt of all but plain options   memory that no cgroup counts, messages to the next student
  socket(AF_NETLINK), (AF_PACKET), (AF_VSOCK), (AF_ALG) ...   there is no network, and each family is kernel code
"""

from __future__ import annotations

import json

# ── Allowed: what Python, torch, DataLoader workers and multiprocessing need ─────────────────────────────────────────

READ_AND_WRITE = """
    read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek
    open openat openat2 creat close close_range dup dup2 dup3 fcntl flock ioctl
    fsync fdatasync ftruncate truncate fallocate fadvise64 readahead
    copy_file_range sendfile splice tee vmsplice
"""

FILES_AND_FOLDERS = """
    stat fstat lstat newfstatat statx access faccessat faccessat2 statfs fstatfs getdents getdents64
    getcwd chdir fchdir mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2
    link linkat symlink symlinkat readlink readlinkat mknod mknodat umask
    chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes utimensat futimesat
    getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr
"""

WAITING_FOR_EVENTS = """
    poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2
    eventfd eventfd2 timerfd_create timerfd_settime timerfd_gettime signalfd signalfd4 pipe pipe2
"""

MEMORY = """
    brk mmap munmap mremap mprotect madvise mincore msync mlock mlock2 munlock mlockall munlockall
    memfd_create membarrier pkey_alloc pkey_free pkey_mprotect
"""

PROCESSES_AND_THREADS = """
    fork vfork execve execveat exit exit_group wait4 waitid
    getpid getppid gettid getpgid getpgrp setpgid getsid setsid
    set_tid_address set_robust_list get_robust_list rseq restart_syscall arch_prctl prctl
    futex futex_waitv futex_wait futex_wake futex_requeue pidfd_open
    getrlimit setrlimit getrusage times getpriority ioprio_get
"""

# OpenMP asks for its processors before it starts its threads, and runs on one thread where it gets no answer. The C
# library moves threads by their number, so no rule can say "only yourself" for sched_setaffinity; none is needed,
# because the container's cpuset has one processor.
SCHEDULING = """
    sched_yield sched_getaffinity sched_setaffinity sched_getparam sched_getscheduler
    sched_get_priority_max sched_get_priority_min sched_rr_get_interval sched_getattr getcpu
"""

# Signals reach only what the container's own pid namespace and the uid let them reach.
SIGNALS = """
    kill tkill tgkill pidfd_send_signal rt_sigaction rt_sigprocmask rt_sigpending rt_sigreturn rt_sigsuspend
    rt_sigtimedwait rt_sigqueueinfo rt_tgsigqueueinfo sigaltstack pause
"""

CLOCKS_AND_TIMERS = """
    clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time alarm getitimer setitimer
    timer_create timer_delete timer_settime timer_gettime timer_getoverrun
"""

# Setting an identity is how the supervisor of a shared container drops its rights; to anybody else the kernel says no.
IDENTITY = """
    getuid geteuid getgid getegid getgroups getresuid getresgid
    setuid setgid setreuid setregid setresuid setresgid setgroups setfsuid setfsgid capget capset
"""

MACHINE = "uname sysinfo getrandom"

# Only on sockets that `socket` below lets anyone make.
SOCKETS = """
    bind connect listen accept accept4 getsockname getpeername getsockopt shutdown
    sendto sendmsg sendmmsg recvfrom recvmsg recvmmsg
"""

ALLOWED = (
    READ_AND_WRITE,
    FILES_AND_FOLDERS,
    WAITING_FOR_EVENTS,
    MEMORY,
    PROCESSES_AND_THREADS,
    SCHEDULING,
    SIGNALS,
    CLOCKS_AND_TIMERS,
    IDENTITY,
    MACHINE,
    SOCKETS,
)

# ── Allowed for some arguments only ──────────────────────────────────────────────────────────────────────────────────

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
PRIO_PROCESS = 0

# Options of sockets by level: what Python's and gloo's sockets ask for. Others take memory of the kernel that no cgroup
# counts (keys of TCP-MD5, filters), or tell something to the next process in the network namespace.
SOCKET_OPTIONS = {
    # SOL_SOCKET: REUSEADDR, DONTROUTE, BROADCAST, SNDBUF, RCVBUF, KEEPALIVE, OOBINLINE, LINGER, REUSEPORT, PASSCRED,
    # RCVLOWAT, RCVTIMEO and SNDTIMEO in both forms
    1: (2, 5, 6, 7, 8, 9, 10, 13, 15, 16, 18, 20, 21, 66, 67),
    # IPPROTO_IP: TOS, TTL
    0: (1, 2),
    # IPPROTO_TCP: NODELAY, MAXSEG, CORK, KEEPIDLE, KEEPINTVL, KEEPCNT, SYNCNT, LINGER2, DEFER_ACCEPT, WINDOW_CLAMP,
    # QUICKACK, USER_TIMEOUT
    6: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 18),
}

# CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. clone cannot ask for a time namespace: its bit
# (0x80) is part of the exit signal there.
NAMESPACE_FLAGS = 0x0002_0000 | 0x0200_0000 | 0x0400_0000 | 0x0800_0000 | 0x1000_0000 | 0x2000_0000 | 0x4000_0000

# The default personality, its spellings for Linux 2.6 version numbers (UNAME26) and 32-bit uname (PER_LINUX32), and the
# value that only asks. Others switch off address randomisation or map page zero.
HARMLESS_PERSONALITIES = (0x0, 0x0008, 0x2_0000, 0x2_0008, 0xFFFF_FFFF)

# In a single-use container the supervisor has the submission's uid, which is all that the kernel asks of whoever sets
# another process's limits or priority: RLIMIT_CPU 0 would kill process 1. So these take 0, the caller, and no number.
ONLY_ONESELF = "prlimit64 sched_setparam sched_setscheduler sched_setattr"

# ── Fatal: how one leaves a container ────────────────────────────────────────────────────────────────────────────────

MOUNTING = "mount umount umount2 pivot_root chroot"
NEW_MOUNT_INTERFACE = "fsopen fsconfig fsmount fspick move_mount open_tree open_tree_attr mount_setattr"
NAMESPACES = "setns unshare"
KERNEL_MODULES = "init_module finit_module delete_module create_module kexec_load kexec_file_load"
WHOLE_MACHINE = "reboot swapon swapoff iopl ioperm"

KILLED = (MOUNTING, NEW_MOUNT_INTERFACE, NAMESPACES, KERNEL_MODULES, WHOLE_MACHINE)

EPERM, ENOSYS, EAFNOSUPPORT = 1, 38, 97


def profile() -> dict[str, object]:
    """Return the profile in Docker's JSON form. A name that an architecture does not have is ignored by the runtime."""
    return {
        "defaultAction": "SCMP_ACT_ERRNO",
        "defaultErrnoRet": EPERM,
        # No subArchitectures: a 32-bit or x32 call would reach the kernel past the numbers that the rules are made of.
        "archMap": [{"architecture": "SCMP_ARCH_X86_64"}, {"architecture": "SCMP_ARCH_AARCH64"}],
        "syscalls": [
            {"names": _names(ALLOWED), "action": "SCMP_ACT_ALLOW"},
            {"names": _names(KILLED), "action": "SCMP_ACT_KILL_PROCESS"},
            *(_allowed_if_equal("socket", value) for value in (AF_UNIX, AF_INET)),
            # A machine without IPv6, as far as anybody can tell: its sockets have options that no cgroup pays for, and
            # flow labels that outlive them.
            {
                "names": ["socket"],
                "action": "SCMP_ACT_ERRNO",
                "errnoRet": EAFNOSUPPORT,
                "args": [_is_equal(0, AF_INET6)],
            },
            *(
                {"names": ["setsockopt"], "action": "SCMP_ACT_ALLOW", "args": [_is_equal(1, level), _is_equal(2, name)]}
                for level, names in SOCKET_OPTIONS.items()
                for name in names
            ),
            _allowed_if_equal("socketpair", AF_UNIX),
            *(_allowed_if_equal("personality", value) for value in HARMLESS_PERSONALITIES),
            *(_allowed_if_equal(name, 0) for name in ONLY_ONESELF.split()),
            _allowed_if_equal("setpriority", PRIO_PROCESS, 0),
            {
                "names": ["clone"],
                "action": "SCMP_ACT_ALLOW",
                "args": [{"index": 0, "value": NAMESPACE_FLAGS, "valueTwo": 0, "op": "SCMP_CMP_MASKED_EQ"}],
            },
            # clone3 passes its flags in memory, where no filter can see them. Told that the kernel has no such call,
            # the C library uses clone.
            {"names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": ENOSYS},
        ],
    }


def profile_text() -> str:
    """Return the profile as the text for `security_opt=["seccomp=" + profile_text()]`; the same bytes every time."""
    return json.dumps(profile(), sort_keys=True, separators=(",", ":"))


def _names(groups: tuple[str, ...]) -> list[str]:
    return sorted(name for group in groups for name in group.split())


def _allowed_if_equal(name: str, *values: int) -> dict[str, object]:
    """Allow a call whose first arguments are exactly ``values``."""
    return {
        "names": [name],
        "action": "SCMP_ACT_ALLOW",
        "args": [_is_equal(index, value) for index, value in enumerate(values)],
    }


def _is_equal(index: int, value: int) -> dict[str, object]:
    return {"index": index, "value": value, "valueTwo": 0, "op": "SCMP_CMP_EQ"}
