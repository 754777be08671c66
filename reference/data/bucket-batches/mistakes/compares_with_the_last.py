"""
en: Each pair was compared with the one before it only. Small steps add up, and the first and the last of a batch lie
    far apart.
ko: 각 쌍을 바로 앞의 쌍하고만 비교했습니다. 작은 차이가 쌓여서 배치의 처음과 끝이 멀어집니다.
"""

def bucket_batches(lengths, batch_size, max_pad):
    batches = []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        src, tgt = lengths[i]
        if batches and len(batches[-1]) < batch_size:
            last_src, last_tgt = lengths[batches[-1][-1]]
            if abs(src - last_src) <= max_pad and abs(tgt - last_tgt) <= max_pad:
                batches[-1].append(i)
                continue
        batches.append([i])
    return batches
