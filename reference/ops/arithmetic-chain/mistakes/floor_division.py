"""
en: // rounds down, so 5 // 10 is 0. True division is /.
ko: //는 내림하므로 5 // 10은 0입니다. 실수 나눗셈은 /입니다.
"""


def calc(a, b, c, d, e):
    return (a + b) * c - d // e
