# attack: imports itself without an end
# expect: error
import importlib, sys


def again():
    sys.modules.pop(__name__, None)
    importlib.import_module(__name__)


again()


def double(x):
    return x * 2
