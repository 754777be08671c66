# attack: leaves files wherever it can, for the next one to import
# expect: failed
# modes: docker shared
import os
for folder in ("/tmp", "/dev/shm", "/var/tmp", "/box", os.path.expanduser("~/.cache")):
    for name in ("torch.py", "double.py", "sitecustomize.py", "left-behind"):
        try:
            with open(os.path.join(folder, name), "w") as file:
                file.write("raise SystemExit('poisoned')")
        except OSError:
            pass

def double(x):
    return x * 3
