"""
en: Digits were moved as well. The statement names the letters that move; a 9 stays a 9.
ko: 숫자도 함께 움직였습니다. 문제에서 말한 글자만 움직이고 9는 9로 남아야 합니다.
"""

RINGS = (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 588), ("0", 10, 1))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text)


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + (place + shift * step) % size)
    return letter
