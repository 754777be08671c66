"""
en: x was replaced by its contiguous copy before comparing, so the result is compared with the copy and shares is
    always True. Keep the caller's x.
ko: 비교하기 전에 x를 contiguous한 복사본으로 바꾸었습니다. 결과를 복사본과 비교하니 shares가 늘 True입니다. 원래의
    x와 비교하세요.
"""


def view_or_copy(x, shape):
    x = x.contiguous()
    y = x.view(shape)
    return y, y.data_ptr() == x.data_ptr()
