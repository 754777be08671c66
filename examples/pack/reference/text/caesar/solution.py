# First letter, size of the ring, code points from one letter to the next. A Hangul syllable lies at
# 가 + (initial * 21 + vowel) * 28 + final, so that the next initial consonant is 21 * 28 further.
RINGS = (("a", 26, 1), ("A", 26, 1), ("가", 19 * 588, 588))


def encrypt(text, shift):
    return "".join(moved(letter, shift) for letter in text)


def moved(letter, shift):
    for first, size, step in RINGS:
        place = ord(letter) - ord(first)
        if 0 <= place < size:
            return chr(ord(first) + (place + shift * step) % size)
    return letter
