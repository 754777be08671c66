# attack: writes wherever it can until nothing takes more
# expect: error|memory_limit
# modes: docker shared
def double(x):
    with open("/tmp/fill", "wb") as file:
        while True:
            file.write(b"x" * (1 << 20))
