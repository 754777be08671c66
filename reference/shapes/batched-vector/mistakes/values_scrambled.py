"""
en: reshape to [D, B] and a transpose give the right shape, but read the values in another order: samples get mixed.
ko: [D, B]로 reshape한 뒤 전치하면 shape은 맞지만 값을 읽는 순서가 달라져 샘플이 뒤섞입니다.
"""


def to_batched_vector(x):
    return x.reshape(x.size(-1), x.size(0)).T
