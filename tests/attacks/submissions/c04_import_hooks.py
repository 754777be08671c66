# attack: installs import, trace, profile and audit hooks that raise
# expect: failed|error
import sys


class Finder:
    def find_spec(self, *args):
        raise ImportError("no")


sys.meta_path.insert(0, Finder())
sys.settrace(lambda *args: None)
sys.setprofile(lambda *args: None)


def hook(event, args):
    if event.startswith("os."):
        raise RuntimeError("audited")


sys.addaudithook(hook)

def double(x):
    return x * 3
