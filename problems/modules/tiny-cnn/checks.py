from torchgrade.problems.kit import TensorValue, array, check, example, seeds, size, tensor, tensors, torch

SIZES = {"b": (1, 4), "c": (1, 5), "h": (6, 12), "w": (6, 12), "d": (1, 3), "p": (6, 20), "q": (6, 20), "k": (1, 6)}


def pictures(shape, dtype="float32"):
    return tensors(shape, dtype=dtype, **{name: SIZES[name] for name in shape.split() if name in SIZES})


def make(solution, x, classes):
    """Make a model in eval mode on the device and in the dtype of x. One run, so that lazy layers have their sizes."""
    model = solution.TinyCNN(x.shape[1], classes).to(x).eval()
    with torch.no_grad():
        model(x)
    return model


@check(
    x=pictures("b c h w", ("float32", "float64")),
    other=pictures("d c p q", "float64"),
    smallest=pictures("1 c 6 6", "float64"),
    bias=tensors("k", dtype="float64", k=SIZES["k"]),
)
def gives_raw_logits_for_any_size(solution, x, other, smallest, bias):
    """For any batch and picture size the result is [B, n_classes], just as the last Linear gives it."""
    model = make(solution, x, len(bias))
    batches = [x, other.to(x.dtype), smallest.to(x.dtype)]
    with torch.no_grad():
        shapes = [list(model(batch).shape) for batch in batches]
        # Whatever came before it, a Linear with zero weights gives its bias: these must be the logits.
        linears = [module for module in model.modules() if isinstance(module, torch.nn.Linear)]
        if not linears:
            raise TypeError("there is no nn.Linear in the model")
        linears[-1].weight.zero_()
        linears[-1].bias.copy_(bias * 100)
        logits = [model(batch) for batch in batches]
    return {"shapes": shapes, "logits when the weights of the Linear are 0": logits}


@check(x=pictures("b c h w"), classes=size("k", k=SIZES["k"]))
def holds_two_convolutions_and_one_linear(solution, x, classes):
    """The six parameter tensors are weight and bias of two convolutions and of one Linear."""
    model = make(solution, x, classes)
    sizes = [list(value.shape) for value in model.parameters()]
    return {
        "dims of the parameters": sorted(len(shape) for shape in sizes),
        "a convolution takes this many channels": [shape[1] for shape in sizes if shape[1:2] == [x.shape[1]]][:1],
        "the linear layer gives this many numbers": [shape[0] for shape in sizes if len(shape) == 2],
        "buffers": [name for name, _ in model.named_buffers()],
    }


@check(x=pictures("b c h w"), others=pictures("b c h w"), classes=size("k", k=SIZES["k"]), seed=seeds())
def every_sample_is_on_its_own(solution, x, others, classes, seed):
    """In eval mode a picture's logits are always the same, whatever else is in the batch; a state dict carries them."""
    torch.manual_seed(seed)
    model, loaded = make(solution, x, classes), make(solution, x, classes)
    with torch.no_grad():
        together = model(x)
        loaded.load_state_dict(model.state_dict())
        return {
            "together": together,
            "again": model(x),
            "one by one": torch.cat([model(x[i : i + 1]) for i in range(len(x))]),
            "with others before them": model(torch.cat([others.repeat(9, 1, 1, 1) * 100, x]))[-len(x) :],
            "another model with the same state dict": loaded(x),
            "other pictures": model(others),
        }


@every_sample_is_on_its_own.judge
def all_alike(case, expected, actual):
    if type(actual) is not dict or set(actual) != set(expected):
        return "The model can't be run like this.", "모델을 이렇게 실행할 수 없습니다."
    for name, right in expected.items():
        seen = actual[name]
        if type(seen) is not TensorValue or (seen.dtype, seen.shape) != (right.dtype, right.shape):
            return (
                f"The logits ({name}) should be {right.dtype} of shape {list(right.shape)}.",
                f"logit({name})은 dtype {right.dtype}, shape {list(right.shape)}이어야 합니다.",
            )
    values = {name: array(seen).astype("float64") for name, seen in actual.items()}
    together = values.pop("together")
    if not abs(together).max() < 1e12:
        return "The logits are not finite.", "logit이 유한한 수가 아닙니다."
    if case["x"].data != case["others"].data and (values.pop("other pictures") == together).all():
        return "Other pictures give the very same logits.", "다른 그림을 넣어도 logit이 완전히 같습니다."
    values.pop("other pictures", None)
    for name, seen in values.items():
        if not (abs(seen - together) <= 1e-4 + 1e-4 * abs(together)).all():
            worst = float(abs(seen - together).max())
            return (
                f"The logits of the same pictures differ ({name}) by up to {worst:.3g}.",
                f"같은 그림인데 logit이 최대 {worst:.3g}만큼 다릅니다({_KOREAN[name]}).",
            )
    return None


_KOREAN = {
    "again": "한 번 더 실행했을 때",
    "one by one": "한 장씩 넣었을 때",
    "with others before them": "앞에 다른 그림을 붙였을 때",
    "another model with the same state dict": "state_dict를 불러온 다른 모델",
}


def parts_that_count(model, like):
    """Say which of the 5 x 5 parts of a 20 x 40 picture change the logits, each tried in a picture of zeros."""
    pictures = torch.zeros(26, like.shape[1], 20, 40).to(like)
    for part in range(25):
        top, left = part // 5 * 4, part % 5 * 8
        pictures[part, :, top : top + 4, left : left + 8] = 10 * torch.randn(like.shape[1], 4, 8)
    with torch.no_grad():
        logits = model.eval()(pictures)
    change = (logits[:25] - logits[25]).abs() > 1e-5 * (1 + logits[25].abs())
    return [bool(part.any()) for part in change]


@example(x=tensor([[[[0.5] * 12] * 12]] * 4), classes=2, seed=0)  # all of it counts, also what lies beyond 6 x 6
@check(x=pictures("4 c h w"), classes=size("k", k=SIZES["k"]), seed=seeds())
def every_parameter_learns(solution, x, classes, seed):
    """Gradients reach all the parameters and all parts of the picture."""
    learned, parts, count = {}, [0, 0, 0, 0], [False] * 25
    height, width = x.shape[2] // 2, x.shape[3] // 2
    # A relu may block a whole layer by chance, so several fresh models have a try.
    for number in range(12):
        torch.manual_seed(seed % 2**31 + number)
        model = make(solution, x, classes).train()
        pictures = torch.randn(x.shape).to(x).requires_grad_()
        (model(pictures) * torch.randn(classes).to(x)).sum().backward()
        for name, value in model.named_parameters():
            learned[name] = learned.get(name, False) or (value.grad is not None and bool(value.grad.any()))
        gradient = pictures.grad
        for place, part in enumerate(
            [
                gradient[..., :height, :width],
                gradient[..., :height, width:],
                gradient[..., height:, :width],
                gradient[..., height:, width:],
            ]
        ):
            parts[place] = max(parts[place], int(part.any()))
        count = [before or now for before, now in zip(count, parts_that_count(model, x), strict=True)]
        if all(learned.values()) and all(parts) and all(count):
            break
    return {
        "parameters with a gradient": sum(learned.values()),
        "quarters of the picture that count": sum(parts),
        "of 5 x 5 parts of a picture of 20 x 40 count": sum(count),
        "shape of a gradient": list(gradient.shape),
    }
