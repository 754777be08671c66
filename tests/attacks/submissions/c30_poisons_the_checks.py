# attack: replaces the checks' module, the kit and the decoder while it is imported
# expect: failed|error
import sys, types
for name in [name for name in sys.modules if name.startswith("torchgrade")]:
    sys.modules[name] = types.ModuleType(name)
sys.modules["torchgrade_checks"] = None


def double(x):
    return x * 3
