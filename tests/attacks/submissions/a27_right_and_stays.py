# attack: answers right, but its stdout never stops flushing
# expect: passed
import sys, time


class Sticky:
    def write(self, text):
        return len(text)

    def flush(self):
        time.sleep(1e6)


sys.stdout = Sticky()


def double(x):
    return x * 2
