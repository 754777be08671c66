from torchgrade.problems.kit import attempt, check, example, index, raises, st, tensor, tensors, tolerance, torch

IMAGES, LABELS = 2051, 2049
PICTURES = tensors("n h w", dtype="uint8", n=(1, 4), h=(2, 6), w=(2, 6))
SOME_LABELS = st.lists(st.integers(0, 9), min_size=4, max_size=4)


def write_idx(name, magic, array):
    """Write an IDX file into a folder of its own and return its path, a relative one."""
    import os
    import struct
    import tempfile
    from pathlib import Path

    path = Path(tempfile.mkdtemp()) / name
    header = struct.pack(f">{1 + array.dim()}I", magic, *array.shape)
    path.write_bytes(header + bytes(array.flatten().tolist()))
    return os.path.relpath(path)


def write_both(pictures, labels):
    """Write pictures and as many labels; return both paths."""
    labels = torch.tensor(labels[: len(pictures)], dtype=torch.uint8)
    return write_idx("images.idx", IMAGES, pictures), write_idx("labels.idx", LABELS, labels)


def pair(item):
    """Return an item's image and its label. A list of the two is as good as a tuple."""
    image, label = item
    return [image, label]


@example(pictures=tensor([[[0, 51, 102], [153, 204, 255]]], "uint8"), labels=[7, 0, 0, 0], crop=2)
@check(pictures=PICTURES, labels=SOME_LABELS, crop=st.integers(1, 2))
def reads_idx_files(solution, pictures, labels, crop):
    """Two IDX files give (image, int64 label): raw uint8 [H, W, 1], or what the transform makes of it."""
    paths = write_both(pictures, labels)
    raw = solution.IdxImageDataset(*paths)
    transform = solution.Compose([solution.ToTensor(), solution.CenterCrop(crop)])
    ready = solution.IdxImageDataset(*paths, transform=transform)
    items = [[pair(d[i]) for i in range(len(pictures))] for d in (raw, ready)]
    return [len(raw), len(raw + ready), items]


@example(image=tensor([[[0], [51]], [[102], [255]]], "uint8"), more=tensor([[[1, 2, 3], [4, 5, 6]]]), n=1)
@tolerance(rtol=1e-6, atol=1e-7)
@check(
    image=tensors("h w c", dtype=("uint8", "uint8", "float32", "float64", "int64"), h=(1, 6), w=(1, 6), c=(1, 3)),
    more=tensors("b q r", q=(1, 6), r=(1, 6), b=(1, 3)),
    n=index("min(q,r)+1", low=1),
)
def to_tensor_and_crop(solution, image, more, n):
    """ToTensor gives float32 [C, H, W] and divides uint8 alone by 255; CenterCrop keeps the middle n x n."""
    crop = solution.CenterCrop(n)
    return [solution.ToTensor()(image), crop(more), crop(more[0])]


@example(x=tensor([1.0, 2.0]), steps=[["add", 1], ["times", 2]])
@example(x=tensor([1.0, 2.0]), steps=[])
@check(
    x=tensors("n", dtype="float64"),
    steps=st.lists(st.tuples(st.sampled_from(("add", "times")), st.integers(2, 5)).map(list), max_size=4),
)
def composes_in_order(solution, x, steps):
    """Compose applies its transforms from first to last, and an empty one returns its input."""

    def step(kind, k):
        return (lambda value: value + k) if kind == "add" else (lambda value: value * k)

    compose = solution.Compose([step(*one) for one in steps])
    nested = solution.Compose([compose, compose])
    leaf = x.clone().requires_grad_()
    nested(leaf).sum().backward()
    seen = [compose(x), compose(x), nested(x), leaf.grad]
    solution.Compose([])(x).add_(1)  # its input, and no copy of it: x changes
    return seen


@check(pictures=PICTURES, labels=SOME_LABELS, floats=tensors("p q c", dtype=("float32", "uint8"), p=(1, 4), q=(1, 4)))
def stored_images_never_change(solution, pictures, labels, floats):
    """What a transform or a user writes into an image reaches neither the stored images nor ToTensor's input."""
    paths = write_both(pictures, labels)
    calls = []

    def scribble(image):
        calls.append(image.clone())
        return image.fill_(9) + len(calls)

    hostile = solution.IdxImageDataset(*paths, transform=scribble)
    seen = [pair(hostile[0]), pair(hostile[0])]
    raw = solution.IdxImageDataset(*paths, None)
    raw[0][0].zero_()
    ready = solution.IdxImageDataset(*paths, solution.ToTensor())
    ready[0][0].zero_()
    before = floats.clone()
    result = solution.ToTensor()(floats)
    result.zero_()
    return [seen, calls, pair(raw[0]), pair(ready[0]), floats - before, floats]


@raises(ValueError)
@example(
    pictures=tensor([[[1, 2], [3, 4]]], "uint8"),
    labels=[7, 0, 0, 0],
    many=300,
    bad=0x01000803,
    bad_label=0x01000801,
)
@check(
    pictures=PICTURES,
    labels=SOME_LABELS,
    many=st.integers(256, 700),
    bad=st.sampled_from((0, 2049, 2052, 0x03080000, 0x01000803)),
    bad_label=st.sampled_from((0, 2051, 2048, 0x01080000, 0x01000801)),
)
def test_mode_magic_and_repr(solution, pictures, labels, many, bad, bad_label):
    """train=False gives the image alone, a wrong magic number raises ValueError, and repr has its five lines."""
    images, answers = write_both(pictures, labels)
    make = solution.IdxImageDataset
    tests = [make(images, train=False), make(images, answers, train=False)]
    pixels = torch.arange(many) % 256
    long = write_idx("images.idx", IMAGES, pixels.reshape(many, 1, 1))
    large = [write_idx("images.idx", IMAGES, pixels.reshape(shape)) for shape in ((1, many, 1), (1, 1, many))]
    texts = [repr(make(images, answers)), repr(tests[0]), repr(make(long, train=False))]
    for path, name in ((images, "IMAGES"), (answers, "LABELS"), (long, "LONG")):
        texts = [text.replace(path, name) for text in texts]
    wrong_images = write_idx("images.idx", bad, pictures)
    wrong_labels = write_idx("labels.idx", bad_label, torch.tensor(labels[: len(pictures)]))

    def made(*args, **kwargs):
        make(*args, **kwargs)
        return "no ValueError when the dataset was made"

    return [
        [d[len(pictures) - 1] for d in tests],
        [make(path, train=False)[0].shape for path in large],
        [text.rstrip("\n") for text in texts],
        attempt(made, wrong_images, answers),
        attempt(made, images, wrong_labels),
        attempt(made, wrong_images, train=False),
    ]
