"""
en: The syllable is put together again from initial consonant and vowel; its final consonant is lost (한 becomes 가).
ko: 초성과 중성만으로 음절을 다시 만들어서 종성이 사라집니다. (code - ord('가')) % 28로 종성을 구해 더해 주세요.
"""

def encrypt(text, shift):
    out = ""
    for c in text:
        if "가" <= c <= "힣":
            initial, rest = divmod(ord(c) - ord("가"), 588)
            out += chr(ord("가") + (initial + shift) % 19 * 588 + rest // 28 * 28)
        elif "a" <= c <= "z":
            out += chr((ord(c) - 97 + shift) % 26 + 97)
        elif "A" <= c <= "Z":
            out += chr((ord(c) - 65 + shift) % 26 + 65)
        else:
            out += c
    return out
