# attack: writes into every cache that a later import might read
# expect: failed
# modes: docker shared
import os, sys, torch
for folder in (*sys.path, os.path.dirname(torch.__file__), os.path.expanduser("~/.cache/torch"), "/root/.cache", "/opt/torchgrade/torchgrade/sandbox/worker/__pycache__"):
    try:
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "sitecustomize.py"), "w") as file:
            file.write("raise SystemExit")
    except OSError:
        pass


def double(x):
    return x * 3
