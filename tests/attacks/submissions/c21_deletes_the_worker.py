# attack: deletes the worker's files and its site-packages
# expect: failed|error
# modes: docker shared
import os, torch
for folder in ("/opt/torchgrade", os.path.dirname(torch.__file__)):
    for root, _, files in os.walk(folder):
        for name in files[:50]:
            try:
                os.unlink(os.path.join(root, name))
                raise SystemExit("deleted something")
            except OSError:
                pass

def double(x):
    return x * 3
