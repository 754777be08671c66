"""
en: Only Latin letters move. Hangul syllables have a ring of 19 initial consonants.
ko: 영문자만 움직였습니다. 한글 음절도 초성 19개의 고리를 따라 움직여야 합니다.
"""

RINGS = (("a", 26, 1), ("A", 26, 1))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text)


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + (place + shift * step) % size)
    return letter
