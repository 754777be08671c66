import re
from collections import Counter, defaultdict

from torch.utils.data import Dataset

WORD = re.compile(r"[^\W_]+")


def words_of(s):
    return WORD.findall(s.lower())


def preprocess(s):
    return " ".join(words_of(s))


class TextDataset(Dataset):
    def __init__(self, rows, min_freq=1, train=True):
        self.samples = []
        counter = Counter()
        for label, title, text in rows:
            words = words_of(title) + words_of(text)
            counter.update(words)
            text = " ".join(words)
            self.samples.append((text, label) if train else text)
        self.itos = ["<pad>", "<unk>"]
        self.stoi = defaultdict(lambda: 1, {"<pad>": 0, "<unk>": 1})
        for word, times in sorted(counter.items(), key=lambda item: (-item[1], item[0])):
            if times < min_freq:
                break
            self.stoi[word] = len(self.itos)
            self.itos.append(word)

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, i):
        return self.samples[i]

    def encode(self, s):
        return [self.stoi.get(word, 1) for word in words_of(s)]

    def decode(self, numbers):
        return " ".join([self.itos[int(n)] for n in numbers])
