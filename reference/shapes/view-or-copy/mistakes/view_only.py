"""
en: view never copies, so it raises for x.t(). Where no view is possible, a copy is asked for.
ko: view는 절대 복사하지 않으므로 x.t()에서 오류가 납니다. 뷰가 불가능하면 복사해야 합니다.
"""


def view_or_copy(x, shape):
    return x.view(shape), True
