# attack: ends with exit code 0 at import
# expect: error
import sys
sys.exit(0)

def double(x):
    return x * 3
