"""
en: encode looks up the raw words, so 'Cats!' is unknown although 'cats' is in the vocabulary. Preprocess the sentence
    first.
ko: encode가 전처리하지 않은 단어를 찾습니다. 그래서 'cats'가 단어장에 있어도 'Cats!'는 모르는 단어가 됩니다. 먼저
    전처리하세요.
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
        return [self.stoi.get(word, 1) for word in s.split()]

    def decode(self, numbers):
        return " ".join(self.itos[number] for number in numbers)
