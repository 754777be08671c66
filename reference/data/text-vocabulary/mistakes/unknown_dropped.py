"""
en: Unknown words are left out. The sentence gets shorter, and nobody sees where a word was; they have to become 1.
ko: 모르는 단어를 빼 버렸습니다. 문장이 짧아지고 어디에 단어가 있었는지 알 수 없습니다. 1이 되어야 합니다.
"""

import re
from collections import Counter

from torch.utils.data import Dataset


def preprocess(s):
    # \W is whatever is no letter, digit or underscore of any script.
    return re.sub(r"[\W_]+", " ", s).strip().lower()


class TextDataset(Dataset):
    def __init__(self, rows, min_freq=1, train=True):
        self.train = train
        self.labels = [label for label, _, _ in rows]
        self.texts = [preprocess(title + " " + text) for _, title, text in rows]
        counts = Counter(word for text in self.texts for word in text.split())
        # Sorted by count, then by the word: two runs number the words alike.
        words = sorted(counts, key=lambda word: (-counts[word], word))
        self.itos = ["<pad>", "<unk>", *(word for word in words if counts[word] >= min_freq)]
        self.stoi = {word: number for number, word in enumerate(self.itos)}

    def __len__(self):
        return len(self.texts)

    def __getitem__(self, i):
        return (self.texts[i], self.labels[i]) if self.train else self.texts[i]

    def encode(self, s):
        return [self.stoi[word] for word in preprocess(s).split() if word in self.stoi]

    def decode(self, numbers):
        return " ".join(self.itos[number] for number in numbers)
