# attack: imports a package that is not there
# expect: error
import sklearn_is_not_here

def double(x):
    return x * 3
