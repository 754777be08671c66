import unicodedata

INITIALS = [chr(code) for code in range(0x1100, 0x1113)]


def encrypt(text, shift):
    out = ""
    for c in text:
        if "가" <= c <= "힣":
            initial, *rest = unicodedata.normalize("NFD", c)
            initial = INITIALS[(INITIALS.index(initial) + shift) % 19]
            out += unicodedata.normalize("NFC", initial + "".join(rest))
        elif c.isascii() and c.islower():
            out += chr((ord(c) - 97 + shift) % 26 + 97)
        elif c.isascii() and c.isupper():
            out += chr((ord(c) - 65 + shift) % 26 + 65)
        else:
            out += c
    return out
