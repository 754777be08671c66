"""
en: The shift is subtracted: this decrypts. Add it.
ko: shift를 빼서 복호화가 되었습니다. 더해야 합니다.
"""

RINGS = (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 588))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text)


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + (place - shift * step) % size)
    return letter
