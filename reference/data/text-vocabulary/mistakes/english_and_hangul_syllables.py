"""
en: The pattern lists English letters and the syllables 가-힣, so ㅋㅋ, É and 日本 are lost. Use str.isalnum() or the
    regular expression's own class of word characters.
ko: 영어와 완성형 한글 가-힣만 남겨서 ㅋㅋ, É, 日本이 사라집니다. str.isalnum()이나 정규식의 단어 문자 클래스를
    쓰세요.
"""

import re
from collections import Counter

from torch.utils.data import Dataset


def preprocess(s):
    # \W is whatever is no letter, digit or underscore of any script.
    return re.sub(r"[^a-zA-Z0-9가-힣]+", " ", s).strip().lower()


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
