"""
en: .float() turns a float64 input into float32: the dtype of the result is wrong and the precision is lost. The
    operations keep the dtype of x by themselves.
ko: .float()이 float64 입력을 float32로 바꾸어 결과의 dtype이 달라지고 정밀도도 사라집니다. 연산들은 x의 dtype을
    알아서 유지합니다.
"""


def softmax(x, dim):
    x = x.float()
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
