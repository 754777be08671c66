"""
en: A sum over dims of size 1 keeps the values, but not the dtype: bool and small integers become int64. Dims of size 1
    are removed by squeeze or flatten, which touch no value.
ko: 크기가 1인 차원을 따라 더하면 값은 그대로지만 dtype은 그렇지 않습니다. bool과 작은 정수는 int64가 됩니다. 크기가
    1인 차원은 값을 건드리지 않는 squeeze나 flatten으로 없애세요.
"""


def to_batched_vector(x):
    return x.sum((1, 2)) if x.dim() == 4 else x
