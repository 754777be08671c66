# attack: leaves locks, flags and a signal number on an open file that the supervisor goes on using, and looks for such a message
# expect: failed
# modes: docker shared
import fcntl, os, struct
GET, SET, GET_SIGNAL, SET_SIGNAL = 36, 37, 11, 10
found = []
for descriptor in range(16):
    try:
        if os.readlink(f"/proc/self/fd/{descriptor}") != "/dev/null":
            continue
        fresh = os.open("/dev/null", os.O_RDWR)
        at = 0
        while len(found) < 8:
            kind, _, start, length, _ = struct.unpack("hhqqi4x", fcntl.fcntl(fresh, GET, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, at, 0, 0)))
            if kind == fcntl.F_UNLCK:
                break
            found.append(start)
            at = start + length
        found += [fcntl.fcntl(descriptor, GET_SIGNAL)] if fcntl.fcntl(descriptor, GET_SIGNAL) else []
        os.close(fresh)
        for number, byte in enumerate(b"secret"):
            fcntl.fcntl(descriptor, SET, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, number * 1000 + byte, 1, 0))
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.fcntl(descriptor, SET_SIGNAL, 42)
        break
    except OSError:
        pass
print("found", found)


def double(x):
    return x * 3
