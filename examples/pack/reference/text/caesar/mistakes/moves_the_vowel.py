"""
en: The step is 28, which is the next vowel (가 to 개). The next initial consonant is 21 vowels further: 21 * 28 = 588.
ko: 28칸씩 움직여서 중성이 바뀝니다(가 → 개). 다음 초성은 모음 21개만큼 뒤, 즉 21 * 28 = 588칸 뒤입니다.
"""

RINGS = (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 28))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text)


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + (place + shift * step) % size)
    return letter
