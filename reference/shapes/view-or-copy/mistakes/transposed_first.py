"""
en: Transposing a tensor that is not contiguous makes it contiguous and gives a view, but of another order of
    elements.
ko: contiguous가 아닌 텐서를 전치하면 contiguous가 되어 뷰를 얻을 수는 있지만, 원소의 순서가 달라집니다.
"""


def view_or_copy(x, shape):
    if not x.is_contiguous() and x.dim() > 1:
        x = x.transpose(-1, -2)
    y = x.reshape(shape)
    return y, y.data_ptr() == x.data_ptr()
