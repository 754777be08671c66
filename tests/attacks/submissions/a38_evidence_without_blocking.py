# attack: makes the evidence pipe not block and tiny, then answers with a megabyte
# expect: error|failed|output_limit|violation
import fcntl, gc, os, torch
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
fcntl.fcntl(channel._descriptor, fcntl.F_SETFL, fcntl.fcntl(channel._descriptor, fcntl.F_GETFL) | os.O_NONBLOCK)
fcntl.fcntl(channel._descriptor, 1031, 4096)


def double(x):
    return torch.zeros(250_000)
