import copy

from torchgrade.problems.kit import check, example, st, tensor, tensors, torch


def X(dtype="float32"):
    return st.one_of(tensors("n", dtype=dtype), tensors("b n", dtype=dtype, b=(0, 3)))


@example(x=tensor([7.0]))
@check(x=X())
def computes_the_formula(solution, x):
    """With its start values the model computes what the formulas say, and x keeps its values."""
    return solution.Model().to(x)(x).detach()


@example(name="goose")
@example(name="부덕이")
@example(name=" Duck No. 7")
@check(name=st.text("ADKabdegkou 17부덕이-", min_size=1, max_size=6))
def names_everything_as_asked(solution, name):
    """Modules, parameters and buffers have the names and shapes asked for, and the repr shows Function_A(name=...)."""
    model = solution.Model()

    def facts(named):
        return {key: [str(value.dtype), *value.shape] for key, value in sorted(named)}

    other = type(model.ab.a)(name)
    return {
        "modules": {key: type(module).__name__ for key, module in sorted(model.named_modules())},
        "parameters": facts(model.named_parameters()),
        "buffers": facts(model.named_buffers()),
        "state dict": sorted(model.state_dict()),
        "repr of ab.a": repr(model.ab.a),
        "repr of another Function_A": repr(other),
    }


KEYS = ["ab.b.W1", "ab.b.W2", "cd.c.duck", "cd.d.W1", "cd.d.W2"]
VALUES = st.lists(st.floats(0.5, 4.0).map(lambda value: round(value, 3)), min_size=5, max_size=5)


def loaded(model, values):
    """Load a state dict of these values into the model."""
    model.load_state_dict({key: torch.tensor([value]) for key, value in zip(KEYS, values, strict=True)})
    return model


@check(x=X("float64"), values=VALUES, duck=st.floats(0.5, 4.0))
def uses_the_one_duck(solution, x, values, duck):
    """The model and each part follow the weights and the one duck, also after double(), deepcopy, load_state_dict."""
    model = solution.Model().to(x.device)
    results = [loaded(model, values)(x.float()).detach()]
    loaded(model.to(x), values[::-1])
    results.append(model(x).detach())
    twin = copy.deepcopy(model)
    model.cd.c.duck.fill_(duck)
    results += [model(x).detach(), twin(x).detach()]
    model.cd.c.duck = torch.full_like(model.cd.c.duck, -duck)
    results.append(model(x).detach())
    fresh = solution.Model().to(x)
    fresh.load_state_dict(model.state_dict())
    ab, cd = model.ab, model.cd
    return {
        "results": [*results, fresh(x).detach()],
        "ab.a, ab.b, ab": [part(x).detach() for part in (ab.a, ab.b, ab)],
        "cd.c, cd": [part(x).detach() for part in (cd.c, cd)],
        "cd.d with another duck": cd.d(x, torch.full_like(cd.c.duck, duck + 1)).detach(),
    }


@check(x=X("float64"), values=VALUES)
def trains_the_weights_only(solution, x, values):
    """x, W1 and W2 get the right gradients, and the duck is not trained."""
    model = loaded(solution.Model().to(x), values)
    leaf = x.clone().requires_grad_()
    model(leaf).square().sum().backward()
    return {
        "x": leaf.grad,
        "parameters": {key: value.grad for key, value in sorted(model.named_parameters())},
        "duck is trained": model.cd.c.duck.requires_grad,
    }
