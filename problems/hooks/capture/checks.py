from torchgrade.problems.kit import attempt, check, example, fill, nn, raised, seeds, st, tensor, tensors, torch

KINDS = ("one", "two", "exp", "tuple", "single", "dict")


def build(kind, n, seed):
    """Make a module of the drawn kind and say how many inputs it takes."""

    class Layer(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = nn.Linear(n, n)
            self.calls = 0
            self.fails_at = -1

        def forward(self, x, y=None):
            self.calls += 1
            if self.calls == self.fails_at:
                raise ArithmeticError("this call fails")
            z = self.inner(x) if y is None else self.inner(x) - 2 * y
            match kind:
                case "exp":
                    return torch.exp(z.tanh())
                case "tuple":
                    return z, x * 3
                case "single":
                    return (z,)
                case "dict":
                    return {"z": z, "x": x}
                case _:
                    return z

    return fill(Layer(), seed), (2 if kind in ("two", "tuple") else 1)


def plain(value):
    """The value as evidence: containers as they are, tensors as they are now."""
    if isinstance(value, torch.Tensor):
        return value.detach().clone()
    if type(value) in (list, tuple):
        return type(value)([plain(item) for item in value])
    if type(value) is dict:
        return {key: plain(item) for key, item in value.items()}
    return None if value is None else type(value).__name__


def contents(record):
    return {"inputs": plain(getattr(record, "inputs", None)), "outputs": plain(getattr(record, "outputs", None))}


def hooks(module):
    return len(module._forward_pre_hooks) + len(module._forward_hooks)


@example(kind="two", calls=1, named=False, x=tensor([[1.0, 2.0]]), y=tensor([[0.5, 0.0]]), seed=1)
@example(kind="two", calls=1, named=True, x=tensor([[1.0, 2.0]]), y=tensor([[0.5, 0.0]]), seed=1)
@example(kind="one", calls=2, named=False, x=tensor([[1.0, 2.0]]), y=tensor([[0.5, 0.0]]), seed=1)
@check(
    kind=st.sampled_from(KINDS),
    calls=st.integers(0, 3),
    named=st.booleans(),
    x=tensors("b n", b=(1, 3)),
    y=tensors("b n"),
    seed=seeds(),
)
def records_every_call(solution, kind, calls, named, x, y, seed):
    """Inside the block each call adds the tuple of all its arguments to inputs and what it returned to outputs."""
    model, inputs = build(kind, x.shape[1], seed)
    model.to(x.device)
    returned = []
    with solution.capture(model) as record:
        before = contents(record)
        for step in range(calls):
            args = (x + step, y - step)[:inputs]
            returned.append(plain(model(args[0], y=args[1]) if named and inputs == 2 else model(*args)))
    return {"at first": before, "recorded": contents(record), "returned by the calls": returned}


@example(kind="one", before=True, inner=False, x=tensor([[1.0, 2.0]]), y=tensor([[0.5, 0.0]]), seed=1)
@example(kind="two", before=False, inner=True, x=tensor([[1.0, 2.0]]), y=tensor([[0.5, 0.0]]), seed=1)
@check(
    kind=st.sampled_from(("one", "two", "exp")),
    before=st.booleans(),
    inner=st.booleans(),
    x=tensors("b n", b=(1, 3)),
    y=tensors("b n"),
    seed=seeds(),
)
def takes_its_own_hooks_away(solution, kind, before, inner, x, y, seed):
    """After the block nothing more is recorded, and other people's hooks work inside and outside of it as before."""
    model, inputs = build(kind, x.shape[1], seed)
    model.to(x.device)
    args = (x, y)[:inputs]
    fired = []
    if before:  # other people's hooks: they change what goes in and what comes out
        model.register_forward_pre_hook(lambda module, args: tuple([value * 2 + 1 for value in args]))
        model.register_forward_hook(lambda module, args, output: output * 3 - 1)
    model.register_forward_hook(lambda module, args, output: fired.append(plain(output)))
    count = hooks(model)
    seen = []
    with solution.capture(model) as record:
        seen.append(plain(model(*args)))
        seen.append([part.training for part in model.modules()])
        if inner:
            with solution.capture(model) as nested, solution.capture(model.inner) as deeper:
                model(*[value + 1 for value in args])
            seen += [contents(nested), contents(deeper)]
        late = model.register_forward_hook(lambda module, args, output: fired.append(["late", plain(output)]))
        model(*[value - 1 for value in args])
    with solution.capture(model.inner) as second:
        seen.append(plain(model(*args)))
    late.remove()
    model(*args)
    return {
        "seen": seen,
        "first record": contents(record),
        "record of another block": contents(second),
        "seen by somebody else's hook": fired,
        "hooks left behind": hooks(model) + hooks(model.inner) - count,
    }


@example(place="forward", calls=2, at=2, x=tensor([[1.0, 2.0]]), seed=1)
@example(place="block", calls=1, at=1, x=tensor([[1.0, 2.0]]), seed=1)
@example(place="keyboard", calls=1, at=1, x=tensor([[1.0, 2.0]]), seed=1)
@example(place="caught", calls=2, at=1, x=tensor([[1.0, 2.0]]), seed=1)
@check(
    place=st.sampled_from(("forward", "block", "keyboard", "caught", "nowhere")),
    calls=st.integers(1, 3),
    at=st.integers(1, 3),
    x=tensors("b n", b=(1, 3)),
    seed=seeds(),
)
def survives_an_exception(solution, place, calls, at, x, seed):
    """When the block raises, the hooks are gone all the same, and the exception reaches the caller."""
    model, _ = build("one", x.shape[1], seed)
    model.to(x.device)
    model.fails_at = min(at, calls) if place in ("forward", "caught") else -1
    records = []

    def block():
        with solution.capture(model) as record:
            records.append(record)
            for step in range(calls):
                if place == "caught":  # one call fails, and the block goes on
                    attempt(model, x + step)
                else:
                    model(x + step)
            if place == "block":
                raise LookupError("this block fails")
            if place == "keyboard":
                raise KeyboardInterrupt("somebody pressed Ctrl+C")
        return "the block ended well"

    try:
        outcome = attempt(block)
    except KeyboardInterrupt as error:  # which is no Exception
        outcome = raised(error)
    left = hooks(model)
    model(x - 1)
    return {"outcome": outcome, "recorded": [contents(record) for record in records], "hooks left behind": left}


@example(kind="exp", x=tensor([[1.0, 2.0]]), y=tensor([[0.5, 0.0]]), weights=tensor([[1.0, -1.0]]), seed=1)
@example(kind="dict", x=tensor([[1.0, 2.0]]), y=tensor([[0.5, 0.0]]), weights=tensor([[1.0, -1.0]]), seed=1)
@check(
    kind=st.sampled_from(KINDS), x=tensors("b n", b=(1, 3)), y=tensors("b n"), weights=tensors("b n"), seed=seeds()
)
def keeps_the_objects_themselves(solution, kind, x, y, weights, seed):
    """The very objects are recorded, with their graph; a direct module.forward(...) runs no hooks and is not."""
    model, inputs = build(kind, x.shape[1], seed)
    model.to(x.device)
    args = tuple(value.clone().requires_grad_() for value in (x, y)[:inputs])
    with solution.capture(model) as record:
        model.forward(*args)
        result = model(*args)
    first = record.outputs[0] if record.outputs else None
    same = [first is result, *[one is other for one, other in zip(record.inputs[0], args, strict=False)]]
    first = first["z"] if type(first) is dict else first[0] if type(first) is tuple else first
    (first * weights).sum().backward()
    gradients = [value.grad for value in args]
    with torch.no_grad():
        args[0].mul_(-2)  # the record is not a copy, so it shows this
    return {"the same objects": same, "gradients": gradients, "recorded": contents(record)}
