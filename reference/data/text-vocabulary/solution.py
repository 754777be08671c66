import re
from collections import Counter

from torch.utils.data import Dataset


def preprocess(s):
    # \W is whatever is no letter, digit or underscore of any script.
    return re.sub(r"[\W_]+", " ", s.lower()).strip()


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
        return [self.stoi.get(word, 1) for word in preprocess(s).split()]

    def decode(self, numbers):
        return " ".join(self.itos[number] for number in numbers)
