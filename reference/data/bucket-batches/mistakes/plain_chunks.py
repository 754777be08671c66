"""
en: The indices are cut in their order without a look at the lengths, which is what the DataLoader does on its own.
ko: 길이를 보지 않고 순서대로 잘랐습니다. DataLoader가 원래 하는 일과 같습니다.
"""

def bucket_batches(lengths, batch_size, max_pad):
    indices = list(range(len(lengths)))
    return [indices[i : i + batch_size] for i in range(0, len(indices), batch_size)]
