# attack: makes ten million empty files
# expect: error|timeout
# modes: docker shared
def double(x):
    for number in range(10**7):
        open(f"/tmp/{number}", "w").close()
