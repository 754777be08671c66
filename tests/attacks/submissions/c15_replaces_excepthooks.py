# attack: replaces all exception hooks and raises
# expect: error
import sys, threading
sys.excepthook = threading.excepthook = sys.unraisablehook = lambda *args: None


def double(x):
    raise RuntimeError("unseen")
