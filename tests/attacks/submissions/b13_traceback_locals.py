# attack: prints the locals of every frame above its error
# expect: error
import sys


def double(x):
    try:
        raise ValueError("look around")
    except ValueError as error:
        frame = sys._getframe().f_back
        while frame is not None:
            print(sorted(frame.f_locals)[:50])
            frame = frame.f_back
        raise
