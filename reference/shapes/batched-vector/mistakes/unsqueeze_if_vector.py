"""
en: After squeeze() a vector may be one sample of D values, or B samples of one value. unsqueeze(0) guesses the first,
    so [B, 1, 1, 1] becomes [1, B]. Don't lose the dims in the first place.
ko: squeeze() 뒤의 1차원 벡터는 값 D개짜리 샘플 하나일 수도, 값 하나짜리 샘플 B개일 수도 있습니다. unsqueeze(0)은 앞의
    경우라고 단정하므로 [B, 1, 1, 1]이 [1, B]가 됩니다. 처음부터 차원을 잃지 않게 하세요.
"""


def to_batched_vector(x):
    x = x.squeeze()
    return x.unsqueeze(0) if x.dim() == 1 else x
