"""
en: Hangul moved by whole syllables (가, 각, 갂, ...), as if it were one long alphabet. Only the initial consonant
    moves, which is 588 code points at a time.
ko: 한글을 음절 단위로(가, 각, 갂, …) 움직였습니다. 초성만 바뀌어야 하며, 초성 하나는 코드 588칸입니다.
"""

RINGS = (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 1))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text)


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + (place + shift * step) % size)
    return letter
