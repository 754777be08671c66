"""
en: add_ and mul_ write into a, which belongs to the caller (and can't grow to a broadcast shape). Use add and mul.
ko: add_와 mul_은 호출한 쪽의 a를 덮어씁니다. 게다가 a는 브로드캐스팅된 shape으로 커질 수도 없습니다. add와 mul을
    쓰세요.
"""


def calc(a, b, c, d, e):
    return a.add_(b).mul_(c) - d / e
