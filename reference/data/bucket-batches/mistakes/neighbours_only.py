"""
en: Only neighbours in the data are put together: as soon as the next pair does not fit, the batch is closed. That
    leaves far too many short batches.
ko: 데이터에서 이웃한 것만 묶었습니다. 다음 쌍이 맞지 않으면 바로 배치를 닫아 버려서 짧은 배치가 너무 많아집니다.
"""

def bucket_batches(lengths, batch_size, max_pad):
    batches = []
    for i, pair in enumerate(lengths):
        members = [lengths[j] for j in batches[-1]] + [pair] if batches else []
        fits = members and all(max(side) - min(side) <= max_pad for side in zip(*members))
        if fits and len(members) <= batch_size:
            batches[-1].append(i)
        else:
            batches.append([i])
    return batches
