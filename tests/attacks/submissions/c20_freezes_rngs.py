# attack: makes seeding a no-op
# expect: failed
import random, torch
torch.manual_seed = random.seed = lambda *args: None

def double(x):
    return x * 3
