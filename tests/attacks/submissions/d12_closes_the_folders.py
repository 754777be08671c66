# attack: takes everybody's rights from the folders that the worker cleans
# expect: failed
# modes: docker shared
import os
for folder in ("/tmp", "/box", "/dev/shm", os.getcwd(), "/dev/mqueue"):
    try:
        os.chmod(folder, 0)
    except OSError:
        pass


def double(x):
    return x * 3
