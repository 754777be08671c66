"""
en: Characters that don't move are left out of the result. Append them as they are.
ko: 움직이지 않는 글자를 결과에서 빠뜨렸습니다. 그대로 이어 붙이세요.
"""

RINGS = (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 588))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text)


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + (place + shift * step) % size)
    return ""
