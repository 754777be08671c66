# CANARY-3f8a1c: this line must appear in no image and in no frame.
def double(x):
    return x * 2
