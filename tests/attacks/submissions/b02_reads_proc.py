# attack: reads environment, memory maps and command lines of everybody
# expect: failed|error
import os
for pid in os.listdir("/proc"):
    if pid.isdigit():
        for name in ("environ", "cmdline", "maps"):
            try:
                with open(f"/proc/{pid}/{name}", "rb") as file:
                    print(file.read(300))
            except OSError:
                pass

def double(x):
    return x * 3
