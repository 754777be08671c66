import torch
import torch.utils.data as data


class EpochSampler(data.Sampler):
    def __init__(self, n, seed):
        self.n = n
        self.generator = torch.Generator()
        self.seed = seed
        self.epoch = 0

    def set_epoch(self, e):
        self.epoch = e

    def __iter__(self):
        self.generator.manual_seed(1000 * self.seed + self.epoch)
        noise = torch.rand(self.n, generator=self.generator)
        for i in noise.argsort():
            yield i.item()

    def __len__(self):
        return self.n
