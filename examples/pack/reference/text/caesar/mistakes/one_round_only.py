"""
en: 26 is subtracted once, so a shift beyond one round, or a negative one, leaves the alphabet. % handles all of them.
ko: 26을 한 번만 빼므로 shift가 한 바퀴를 넘거나 음수이면 알파벳을 벗어납니다. %를 쓰면 모두 해결됩니다.
"""

def encrypt(text, shift):
    out = []
    for c in text:
        for first, size, step in (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 588)):
            place = ord(c) - ord(first)
            if 0 <= place < size:
                place += shift * step
                if place >= size:
                    place -= size
                c = chr(ord(first) + place)
                break
        out.append(c)
    return "".join(out)
