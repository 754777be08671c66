"""
en: Integers are turned into float32 before the sum. A float32 has only 24 binary digits, so large integers are rounded
    before they are added. Division alone needs floats, and / makes them itself.
ko: 더하기 전에 정수를 float32로 바꾸었습니다. float32의 유효 자릿수는 이진수 24자리뿐이라 큰 정수는 더하기도 전에
    반올림됩니다. 실수가 필요한 것은 나눗셈뿐이고, /가 알아서 실수로 바꿉니다.
"""


def calc(a, b, c, d, e):
    if not a.is_floating_point():
        a, b, c, d, e = (number.float() for number in (a, b, c, d, e))
    return (a + b) * c - d / e
