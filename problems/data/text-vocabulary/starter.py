from torch.utils.data import Dataset


def preprocess(s):
    """Lower-case words of letters and digits, one blank between them."""
    raise NotImplementedError("preprocess is not written yet / 아직 작성하지 않았습니다")


class TextDataset(Dataset):
    """Rows (label, title, text) as preprocessed texts, with a vocabulary."""

    def __init__(self, rows, min_freq=1, train=True):
        # Keep the texts (and labels), count the words, and build self.itos and self.stoi.
        raise NotImplementedError("TextDataset is not written yet / 아직 작성하지 않았습니다")

    def __len__(self):
        raise NotImplementedError("__len__ is not written yet / 아직 작성하지 않았습니다")

    def __getitem__(self, i):
        raise NotImplementedError("__getitem__ is not written yet / 아직 작성하지 않았습니다")

    def encode(self, s):
        raise NotImplementedError("encode is not written yet / 아직 작성하지 않았습니다")

    def decode(self, numbers):
        raise NotImplementedError("decode is not written yet / 아직 작성하지 않았습니다")
