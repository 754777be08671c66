# attack: modes, owners, attributes, nameless files, links through /proc and device nodes in its folders
# expect: failed
# modes: docker shared
import os, stat
for step in (
    lambda: os.chmod(".", 0o7777),
    lambda: os.chown(".", 0, 0),
    lambda: os.setxattr(".", "user.note", b"x"),
    lambda: os.mknod("device", 0o600 | stat.S_IFCHR, os.makedev(1, 3)),
    lambda: os.mkfifo("/tmp/fifo", 0o666),
    lambda: os.symlink("/", "/tmp/-rf"),
    lambda: os.symlink("/opt", "/dev/shm/opt"),
    lambda: os.mkdir("/tmp/closed", 0o000),
    lambda: os.link(f"/proc/self/fd/{os.open('/tmp', os.O_TMPFILE | os.O_RDWR, 0o6777)}", "/tmp/linked", follow_symlinks=True),
    lambda: os.close(os.open("/tmp/a\nb\x1b[2J\udcff", os.O_CREAT)),
):
    try:
        step()
    except OSError:
        pass


def double(x):
    return x * 3
