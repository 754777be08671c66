"""
en: An error was answered by transposing b until it fits. Sizes that don't fit are a mistake of the caller, who has to
    be told; a result of other numbers hides it.
ko: 오류가 나면 b를 전치해서라도 맞추었습니다. 크기가 맞지 않는 것은 호출한 쪽의 실수이므로 알려 주어야 합니다. 엉뚱한
    값을 돌려주면 실수가 숨겨집니다.
"""


def product(a, b):
    try:
        return a @ b
    except RuntimeError:
        return a @ b.transpose(-1, -2)
