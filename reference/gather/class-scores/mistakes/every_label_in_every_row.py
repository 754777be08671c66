"""
en: index_select (or logits[:, target]) takes all these classes in every row. To take target[n] in row n, gather needs
    the index as it is.
ko: index_select(또는 logits[:, target])는 모든 행에서 그 클래스들을 전부 가져옵니다. n번째 행에서 target[n]만
    고르려면 gather를 쓰세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.index_select(class_dim, target.reshape(-1))
