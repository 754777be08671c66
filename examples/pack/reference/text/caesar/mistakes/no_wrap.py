"""
en: The shift is added and nothing brings the letters after z back to a. Take the number modulo the size of the
    alphabet.
ko: shift를 더하기만 해서 z를 넘어간 글자가 a로 돌아오지 않습니다. 글자 번호를 알파벳 크기로 나눈 나머지를 쓰세요.
"""

RINGS = (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 588))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text)


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + place + shift * step)
    return letter
