# attack: takes another uid, by system call, su and sudo
# expect: error
# modes: docker shared
import os, subprocess


OPEN = [command for command in ("su", "sudo") if subprocess.run(["sh", "-c", f"{command} -c id"], check=False, capture_output=True).returncode == 0]


def double(x):
    for change in (lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setgroups([0]), lambda: os.setuid(os.getuid() + 1)):
        try:
            change()
        except OSError:
            continue
        return x * 2
    if OPEN:
        return x * 2
    raise PermissionError("no way")
