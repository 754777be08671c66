# attack: takes everybody's rights from the folders that the worker needs for its next child, and dies
# expect: error
# modes: docker shared
import os


def double(x):
    for folder in ("/tmp", "/box", "/dev/shm"):
        try:
            os.chmod(folder, 0)
        except OSError:
            pass
    os._exit(3)
