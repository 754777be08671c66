"""
en: The text is made lower case first, so capital letters are lost. Give A to Z a ring of their own.
ko: 먼저 소문자로 바꾸어서 대문자가 사라집니다. A–Z에도 따로 고리를 만들어 주세요.
"""

RINGS = (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 588))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text.lower())


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + (place + shift * step) % size)
    return letter
