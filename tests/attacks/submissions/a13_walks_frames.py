# attack: walks the frames for expected values
# expect: failed
import sys


def double(x):
    frame, found = sys._getframe(), {}
    while frame is not None:
        found.update(frame.f_locals)
        found.update(frame.f_globals)
        frame = frame.f_back
    for name in ("expected", "ref", "reference", "answer", "solution_value", "result"):
        if name in found and hasattr(found[name], "dtype"):
            return found[name]
    return x * 3
