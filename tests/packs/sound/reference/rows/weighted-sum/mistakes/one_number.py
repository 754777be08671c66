"""
en: Everything is summed to one number. Keep one for each row.
ko: 모두 더해 수 하나가 되었습니다. 행마다 하나씩 남기세요.
"""


def weighted_sum(x, w):
    return (x * w).sum()
