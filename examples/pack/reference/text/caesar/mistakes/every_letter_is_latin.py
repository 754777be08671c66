"""
en: str.isalpha() is true for é, ㄱ and the letters of every other alphabet, and all of them were moved as if they
    were Latin. Compare with 'a' <= c <= 'z'.
ko: str.isalpha()는 é, ㄱ 등 모든 문자 체계의 글자에서 참이라서 이 글자들까지 영문처럼 움직였습니다.
    'a' <= c <= 'z'로 비교하세요.
"""

def encrypt(text, shift):
    out = ""
    for c in text:
        if "가" <= c <= "힣":
            out += chr((ord(c) - ord("가") + shift * 588) % 11172 + ord("가"))
        elif c.isalpha():
            first = ord("A") if c.isupper() else ord("a")
            out += chr((ord(c) - first + shift) % 26 + first)
        else:
            out += c
    return out
