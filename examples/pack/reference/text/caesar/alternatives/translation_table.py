import string


def rotated(letters, shift):
    shift %= len(letters)
    return letters[shift:] + letters[:shift]


def encrypt(text, shift):
    syllables = [chr(code) for code in range(ord("가"), ord("힣") + 1)]
    rings = [string.ascii_lowercase, string.ascii_uppercase, *("".join(syllables[rest::588]) for rest in range(588))]
    return text.translate({ord(old): new for ring in rings for old, new in zip(ring, rotated(ring, shift))})
