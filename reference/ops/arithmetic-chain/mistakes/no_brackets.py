"""
en: Without brackets * comes before +, and only b is multiplied by c. Write (a + b) * c.
ko: 괄호가 없으면 *가 +보다 먼저라서 b에만 c가 곱해집니다. (a + b) * c로 쓰세요.
"""


def calc(a, b, c, d, e):
    return a + b * c - d / e
