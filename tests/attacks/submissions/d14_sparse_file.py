# attack: makes a sparse file of ten terabytes
# expect: error
# modes: docker shared
def double(x):
    with open("/tmp/sparse", "wb") as file:
        file.truncate(10 * 2**40)
