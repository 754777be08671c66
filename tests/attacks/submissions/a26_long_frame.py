# attack: announces a frame of four gigabytes
# expect: violation|output_limit
import gc, os, struct


def double(x):
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    os.write(channel._descriptor, struct.pack(">4s16sBII", b"TGC1", channel._nonce, 4, 0, 2**32 - 1) + b"x" * 1000)
    os._exit(0)
