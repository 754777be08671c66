import torch


def preprocess(s):
    return " ".join("".join(c if c.isalnum() else " " for c in s.lower()).split())


class TextDataset(torch.utils.data.Dataset):
    PAD, UNK = "<pad>", "<unk>"

    def __init__(self, rows, min_freq=1, train=True):
        super().__init__()
        self.rows, self.train = list(rows), train
        count = {}
        for i in range(len(self.rows)):
            for word in self._text(i).split():
                count[word] = count.get(word, 0) + 1
        kept = sorted(word for word, times in count.items() if times >= min_freq)
        kept.sort(key=count.get, reverse=True)
        self.itos = [self.PAD, self.UNK] + kept
        self.stoi = dict(zip(self.itos, range(len(self.itos))))

    def _text(self, i):
        _, title, text = self.rows[i]
        return preprocess(f"{title} {text}")

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, i):
        text = self._text(i)
        if not self.train:
            return text
        return text, self.rows[i][0]

    def encode(self, s):
        ids = []
        for word in preprocess(s).split():
            ids.append(self.stoi[word] if word in self.stoi else self.stoi[self.UNK])
        return ids

    def decode(self, numbers):
        return " ".join(map(self.itos.__getitem__, numbers))
