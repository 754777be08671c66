# attack: sends its evidence to nowhere
# expect: error
import gc, os


def double(x):
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    channel._descriptor = os.open("/dev/null", os.O_WRONLY)
    return x * 2
