"""
en: Sorting by length and cutting puts similar lengths together, but nothing keeps the limit: a batch may reach over a
    gap, and the targets are in no order.
ko: 길이순으로 정렬해 자르면 비슷한 것끼리 모이기는 하지만 제한을 지켜 주지는 않습니다. 배치가 길이의 틈을 건너뛸 수
    있고 tgt는 뒤죽박죽입니다.
"""

def bucket_batches(lengths, batch_size, max_pad):
    indices = sorted(range(len(lengths)), key=lambda i: lengths[i])
    return [indices[i : i + batch_size] for i in range(0, len(indices), batch_size)]
