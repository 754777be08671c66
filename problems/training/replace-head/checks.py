import math

from torchgrade.problems.kit import (
    Raised,
    TensorValue,
    array,
    check,
    example,
    fill,
    nn,
    seeds,
    st,
    tensor,
    tensors,
    torch,
)


def tiny_resnet(in_ch, width, classes, kernel, stride_and_padding, conv_bias, fc_bias, seed):
    """Return a model with conv1, bn1, one residual block (that has a conv1 too) and fc, as ResNets have."""

    stride, padding = stride_and_padding

    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(width, width, 3, padding=1, bias=False)
            self.bn1 = nn.BatchNorm2d(width)

        def forward(self, x):
            return x + self.bn1(self.conv1(x)).relu()

    class TinyResNet(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(in_ch, width, kernel, stride=stride, padding=padding, bias=conv_bias)
            self.bn1 = nn.BatchNorm2d(width)
            self.layer1 = Block()
            self.fc = nn.Linear(width, classes, bias=fc_bias)

        def forward(self, x):
            x = self.layer1(self.bn1(self.conv1(x)).tanh())
            return self.fc(x.mean((2, 3)))

    return settle(fill(TinyResNet().double(), seed)).eval()


def settle(model):
    """Make the running variances positive: they are random too."""
    for name, buffer in model.named_buffers():
        if name.endswith("running_var"):
            buffer.abs_()
    return model


KERNELS = st.sampled_from(((1, 1), (3, 3), (2, 3), (4, 2)))
GEOMETRY = {
    "classes": st.integers(1, 6),
    "kernel": KERNELS,
    "stride_and_padding": st.sampled_from(((1, 0), (2, 1), (3, 0), ((1, 2), (0, 1)), ((2, 1), (1, 0)), (1, "same"))),
    "conv_bias": st.booleans(),
    "fc_bias": st.booleans(),
    "seed": seeds(),
}


SMALL = {
    "x": tensor([[[[1.0, -2.0, 0.5, 3.0], [0.0, 1.5, -1.0, 2.0], [2.5, -0.5, 1.0, 0.25], [-1.5, 2.0, 0.75, 1.0]]]]),
    "classes": 2,
    "width": 2,
    "kernel": (2, 3),
    "conv_bias": False,
    "fc_bias": True,
    "seed": 0,
}


@example(**SMALL, old_ch=3, old_classes=4, stride_and_padding=((1, 2), (0, 1)))
@example(**SMALL, old_ch=3, old_classes=4, stride_and_padding=(1, "same"))
@check(
    x=tensors("b c h w", b=(1, 3), c=(1, 4), h=(4, 8), w=(4, 8)),
    old_ch=st.integers(1, 4),
    width=st.integers(1, 3),
    old_classes=st.integers(1, 9),
    **GEOMETRY,
)
def fits_new_pictures(
    solution, x, old_ch, width, old_classes, classes, kernel, stride_and_padding, conv_bias, fc_bias, seed
):
    """With fresh weights loaded, pictures of in_ch channels give num_classes scores; the geometry is kept."""
    model = tiny_resnet(old_ch, width, old_classes, kernel, stride_and_padding, conv_bias, fc_bias, seed).float()
    model = solution.replace_head(model, x.size(1), classes)
    return settle(fill(model, seed + 1))(x)


@check(
    in_ch=st.integers(12, 16),
    classes=st.integers(8, 14),
    old_ch=st.integers(12, 16),
    old_classes=st.integers(8, 14),
    kernel=st.sampled_from(((3, 3), (2, 3), (4, 2))),
    conv_bias=st.booleans(),
    fc_bias=st.booleans(),
    fc_dtype=st.sampled_from(("float32", "float64")),
    seed=seeds(),
)
def starts_from_xavier(solution, in_ch, classes, old_ch, old_classes, kernel, conv_bias, fc_bias, fc_dtype, seed):
    """New weights are xavier_uniform with rows all different; biases are uniform in +-1/sqrt(fan_in)."""
    model = tiny_resnet(old_ch, 16, old_classes, kernel, (1, 0), conv_bias, fc_bias, seed)
    model.fc.to(getattr(torch, fc_dtype))
    torch.manual_seed(seed)
    model = solution.replace_head(model, in_ch, classes)
    layers = {"conv1": model.conv1, "fc": model.fc}
    return {
        name: [None if value is None else value.detach() for value in (layer.weight, layer.bias)]
        for name, layer in layers.items()
    }


@starts_from_xavier.judge
def is_xavier(case, expected, actual):
    if isinstance(actual, Raised):
        what = f"{actual.type}: {actual.message}"
        return f"Your code raised {what}", f"예외가 발생했습니다: {what}"
    if type(actual) is not dict or set(actual) != {"conv1", "fc"}:
        return "conv1 and fc are expected", "conv1과 fc가 있어야 합니다"
    for name, right in expected.items():
        given = actual[name]
        if type(given) is not list or len(given) != 2:
            return f"{name} should have a weight and a bias", f"{name}에는 weight와 bias가 있어야 합니다"
        wrong = _weight(f"{name}.weight", right[0], given[0]) or _differs(f"{name}.bias", right[1], given[1])
        if wrong is None and right[1] is not None:
            wrong = _uniform(f"{name}.bias", given[1], math.prod(right[0].shape[1:]) ** -0.5, least=0.05)
        if wrong is not None:
            return wrong
    return None


def _differs(what, wanted, value):
    if wanted is None or value is None:
        if wanted is value:
            return None
        if wanted is None:
            return f"The old layer had no {what}; the new one has one.", f"원래 층에 없던 {what}가 새 층에 있습니다."
        return f"The old layer had a {what}; the new one has none.", f"원래 층에 있던 {what}가 새 층에 없습니다."
    if type(value) is not TensorValue:
        return f"{what} is no tensor", f"{what}가 텐서가 아닙니다"
    if (value.dtype, value.shape) != (wanted.dtype, wanted.shape):
        is_now, should = f"{value.dtype} {list(value.shape)}", f"{wanted.dtype} {list(wanted.shape)}"
        return f"{what} is {is_now}, it should be {should}.", f"{what}: {is_now}입니다. 올바른 것은 {should}입니다."
    return None


def _weight(what, wanted, value):
    wrong = _differs(what, wanted, value)
    if wrong is not None:
        return wrong
    out, rest = wanted.shape[0], wanted.shape[1:]
    bound = math.sqrt(6 / (math.prod(rest) + out * math.prod(rest[1:])))
    wrong = _uniform(what, value, bound, least=0.75)
    if wrong is not None:
        return wrong
    rows = array(value).reshape(out, -1)
    if len({row.tobytes() for row in rows}) < out:
        return f"Some rows of {what} are equal.", f"{what}에 똑같은 행이 있습니다."
    # More than five standard errors of the mean, and of the deviation, of that many uniform numbers.
    spread, root = bound / math.sqrt(3), math.sqrt(rows.size)
    if abs(rows.mean()) > 5.5 * spread / root or abs(rows.std() / spread - 1) > 2.5 / root:
        return f"{what} is not spread as xavier_uniform is.", f"{what}의 분포가 xavier_uniform과 다릅니다."
    return None


def _uniform(what, value, bound, *, least):
    largest = float(abs(array(value)).max())
    if least * bound < largest <= bound * 1.000001:
        return None
    return (
        f"The largest absolute value of {what} is {largest:.4g}; it should be just under {bound:.4g}.",
        f"{what}의 절댓값 가운데 가장 큰 값이 {largest:.4g}입니다. {bound:.4g}보다 조금 작아야 합니다.",
    )


# Of these, "fc." is replaced, and must learn although the old one was frozen.
FROZEN = st.sampled_from(((), ("conv1", "bn1"), ("layer1",), ("conv1", "bn1", "layer1", "fc")))


@check(
    x=tensors("b c h w", dtype="float64", b=(1, 3), c=(1, 4), h=(4, 8), w=(4, 8)),
    frozen=FROZEN,
    width=st.integers(1, 3),
    same=st.booleans(),
    **GEOMETRY,
)
def leaves_the_rest(solution, x, frozen, width, same, classes, kernel, stride_and_padding, conv_bias, fc_bias, seed):
    """The given model is changed in place; other layers keep values and freezing; new layers learn, each its own."""
    old_ch, old_classes = (x.size(1), classes) if same else (3, 10)
    facts = (old_ch, width, old_classes, kernel, stride_and_padding, conv_bias, fc_bias, seed)
    model, twin = tiny_resnet(*facts), tiny_resnet(*facts)
    for name in frozen:
        getattr(model, name).requires_grad_(False)
    optimised = [*model.bn1.parameters(), *model.layer1.parameters()]
    old = [layer.weight.detach().clone() for layer in (model.conv1, model.fc)]
    result = solution.replace_head(model, x.size(1), classes)
    solution.replace_head(twin, x.size(1), classes)
    own = [not torch.equal(model.conv1.weight, twin.conv1.weight), not torch.equal(model.fc.weight, twin.fc.weight)]
    new = ("conv1.", "fc.")
    kept = {name: value.clone() for name, value in model.state_dict().items() if not name.startswith(new)}
    renewed = [not torch.equal(layer.weight, was) for layer, was in zip((model.conv1, model.fc), old, strict=True)]
    settle(fill(result, seed + 1))
    scores = model(x)
    scores.square().sum().backward()
    grads = {name: p.grad for name, p in model.named_parameters()}
    return result is model, kept, renewed, own, scores.detach(), grads, [p.detach() for p in optimised]
