"""
en: The scores themselves were divided by their sum. Softmax takes exp first, so that negative scores count too.
ko: 점수 자체를 합으로 나누었습니다. softmax는 exp를 먼저 취하므로 음수 점수도 양의 비율이 됩니다.
"""


def softmax(x, dim):
    return x / x.sum(dim, keepdim=True)
