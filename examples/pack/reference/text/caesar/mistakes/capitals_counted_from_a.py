"""
en: Capital letters are numbered from ord('a') too, which is 32 too far and turns them into other, small letters.
ko: 대문자의 번호도 ord('a')부터 세었습니다. 32만큼 어긋나서 엉뚱한 소문자가 됩니다. 대문자는 ord('A')부터 세세요.
"""

def encrypt(text, shift):
    out = ""
    for c in text:
        if c.isascii() and c.isalpha():
            out += chr((ord(c) - ord("a") + shift) % 26 + ord("a"))
        elif "가" <= c <= "힣":
            out += chr((ord(c) - ord("가") + shift * 588) % 11172 + ord("가"))
        else:
            out += c
    return out
