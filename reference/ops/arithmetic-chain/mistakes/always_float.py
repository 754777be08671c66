"""
en: .float() makes float32 of everything, so float64 inputs lose their precision. / turns integers into floats by
    itself.
ko: .float()은 모두 float32로 바꾸므로 float64 입력의 정밀도가 사라집니다. 정수는 /가 알아서 실수로 바꿉니다.
"""


def calc(a, b, c, d, e):
    a, b, c, d, e = (each.float() for each in (a, b, c, d, e))
    return (a + b) * c - d / e
