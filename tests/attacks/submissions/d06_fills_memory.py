# attack: fills the memory
# expect: memory_limit
def double(x):
    kept = []
    while True:
        kept.append(bytearray(1 << 25))
