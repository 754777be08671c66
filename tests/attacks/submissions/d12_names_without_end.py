# attack: leaves more names behind than fit into one command's arguments
# expect: failed
# modes: docker shared
import os
for number in range(12000):
    os.close(os.open(f"/dev/shm/{number:0250}", os.O_CREAT | os.O_WRONLY))


def double(x):
    return x * 3
