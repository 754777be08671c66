# attack: answers NaNs with payloads, signed zeros, denormals and infinities
# expect: failed
import struct, torch


def double(x):
    bits = [0x7FC00001, 0xFFC12345, 0x7F800001, 0x80000000, 1, 0x7F800000, 0xFF800000]
    values = torch.tensor([struct.unpack("<i", struct.pack("<I", bits[n % 7]))[0] for n in range(x.numel())], dtype=torch.int32)
    return values.view(torch.float32).view(x.shape)
