import collections
import os
import pathlib
import tempfile

from torchgrade.problems.kit import attempt, check, example, fill, nn, seeds, st, tensors, tolerance, torch

BEST = st.sampled_from((0.0, 0.1, 1 / 3, 3.5, -2.25, 97.5, float("inf")))


def plain_adam(params, lr):
    """Return Adam with two groups and torch's state dict; torch's own imports its compiler, which takes seconds."""

    class PlainAdam(torch.optim.Optimizer):
        def __init__(self):
            every = list(params)
            self.defaults, self.state = {"lr": lr}, {}
            self.param_groups = [{"params": some, "lr": lr} for some in (every[:2], every[2:])]

        def every_parameter(self):
            return [p for group in self.param_groups for p in group["params"]]

        def zero_grad(self, set_to_none=True):
            for p in self.every_parameter():
                p.grad = None

        @torch.no_grad()
        def step(self, closure=None):
            loss = None
            if closure is not None:
                with torch.enable_grad():
                    loss = closure()
            for group in self.param_groups:
                for p in group["params"]:
                    self.update(p, group["lr"])
            return loss

        def update(self, p, rate):
            if p.grad is not None:
                zero = torch.zeros_like(p)
                old = self.state.get(p) or {"step": 0, "exp_avg": zero, "exp_avg_sq": zero}
                step = old["step"] + 1
                mean = 0.9 * old["exp_avg"] + 0.1 * p.grad
                square = 0.99 * old["exp_avg_sq"] + 0.01 * p.grad**2
                self.state[p] = {"step": step, "exp_avg": mean, "exp_avg_sq": square}
                scale = (square / (1 - 0.99**step)).sqrt() + 1e-3
                p -= rate / (1 - 0.9**step) * mean / scale

        def state_dict(self):
            numbers = {p: i for i, p in enumerate(self.every_parameter())}
            state = {i: dict(self.state[p]) for p, i in numbers.items() if p in self.state}
            groups = [{**group, "params": [numbers[p] for p in group["params"]]} for group in self.param_groups]
            return {"state": state, "param_groups": groups}

        def load_state_dict(self, state_dict):
            groups = state_dict["param_groups"]
            if [len(group["params"]) for group in groups] != [len(own["params"]) for own in self.param_groups]:
                raise ValueError("the parameter groups are of different sizes")
            params = self.every_parameter()
            self.state = {params[i]: dict(entries) for i, entries in state_dict["state"].items()}
            self.param_groups = [
                {**group, "params": own["params"]} for group, own in zip(groups, self.param_groups, strict=True)
            ]

    return PlainAdam()


def network(features, seed):
    layers = [nn.Linear(features, 4), nn.BatchNorm1d(4), nn.Tanh(), nn.Linear(4, 1)]
    model = fill(nn.Sequential(*layers).double(), seed)
    with torch.no_grad():
        model[1].running_var.abs_()
    return model


def train(model, opt, x, y, steps):
    for _ in range(steps):
        opt.zero_grad()
        (model(x) - y).square().mean().backward()
        opt.step()


def state(model):
    return {name: value.clone() for name, value in model.state_dict().items()}


def checkpoint_path(name="checkpoint.pt"):
    return os.path.join(tempfile.mkdtemp(), name)  # noqa: PTH118 - a text, which is what most people pass


@check(
    x=tensors("n i", dtype="float64", n=(2, 6), i=(1, 4)),
    y=tensors("n 1", dtype="float64"),
    before=st.integers(1, 3),
    after=st.integers(1, 3),
    seed=seeds(),
)
def resumes_where_it_stopped(solution, x, y, before, after, seed):
    """Training, saving, loading into a new model and optimizer and training on equals training without a break."""
    model = network(x.size(1), seed)
    opt = plain_adam(model.parameters(), 0.1)
    train(model, opt, x, y, before)
    opt.param_groups[0]["lr"], opt.param_groups[1]["lr"] = 0.025, 0.05
    path = checkpoint_path()
    solution.save(path, model, opt, before, 0.5)
    model = network(x.size(1), seed + 1)
    opt = plain_adam(model.parameters(), 0.1)
    solution.load(path, model, opt)
    train(model, opt, x, y, after)
    return state(model)


@example(epoch=7, best=0.1, features=1, as_path=True, seed=0)
@tolerance(exact=True)
@check(epoch=st.integers(0, 500), best=BEST, features=st.integers(1, 4), as_path=st.booleans(), seed=seeds())
def returns_epoch_and_best(solution, epoch, best, features, as_path, seed):
    """load gives back the saved epoch and best, and torch.load(path, weights_only=True) can read the file."""
    model = network(features, seed)
    opt = plain_adam(model.parameters(), 0.1)
    path = pathlib.Path(checkpoint_path()) if as_path else checkpoint_path()
    solution.save(path, model, opt, epoch, best)
    torch.load(path, weights_only=True)
    other = network(features, seed + 1)
    return solution.load(path, other, plain_adam(other.parameters(), 0.1)), other[3].weight.detach()


@check(
    x=tensors("n i", dtype="float64", n=(2, 6), i=(1, 4)),
    y=tensors("n 1", dtype="float64"),
    first=st.integers(0, 50),
    second=st.integers(51, 99),
    name=st.sampled_from(("checkpoint.pt", "checkpoint", "run.1", "run.2.ckpt")),
    seed=seeds(),
)
def saving_changes_nothing(solution, x, y, first, second, name, seed):
    """save changes nothing and writes only `path`; files are independent, and a path can be written again."""
    model = network(x.size(1), seed)
    opt = plain_adam(model.parameters(), 0.1)
    model[1].eval()
    early, late = checkpoint_path(name), checkpoint_path(name)
    train(model, opt, x, y, 1)
    solution.save(late, model, opt, 0, 8.0)
    solution.save(early, model, opt, first, 4.0)
    train(model, opt, x, y, 1)
    solution.save(late, model, opt, second, 2.0)
    grads = [None if p.grad is None else p.grad.clone() for p in model.parameters()]
    modes = [module.training for module in model.modules()]
    files = sorted(os.listdir(os.path.dirname(late)))  # noqa: PTH120, PTH208 - a text
    train(model, opt, x, y, 1)
    seen = [state(model), grads, modes, files]
    for path in (early, late):
        found, record = solution.load(path, model, opt)
        seen.append((found, float(record), state(model)))
    return seen


@check(
    x=tensors("n i", dtype="float64", n=(2, 6), i=(1, 4)),
    y=tensors("n 1", dtype="float64"),
    seed=seeds(),
)
def fills_the_given_objects(solution, x, y, seed):
    """load fills this very model and optimizer, refuses others, needs no GPU, and runs no code out of a file."""
    saved = network(x.size(1), seed)
    path = checkpoint_path()
    opt = plain_adam(saved.parameters(), 0.1)
    train(saved, opt, x, y, 1)
    solution.save(path, saved, opt, 1, 0.5)

    model = network(x.size(1), seed + 1)
    held = list(model.parameters())
    opt = plain_adam(held, 0.1)
    solution.load(path, model, opt)
    train(model, opt, x, y, 1)
    held_values = [p.detach().clone() for p in held]

    same = list(network(x.size(1), seed))
    others = [
        nn.Sequential(*same, nn.Linear(1, 1, dtype=torch.float64)),
        nn.Sequential(*same[:3]),
        nn.Sequential(*same[:3], nn.Linear(4, 2, dtype=torch.float64)),
        nn.Sequential(collections.OrderedDict(zip("abcd", same, strict=True))),
    ]
    refused = []
    for other in others:
        # The optimizer has as many parameters as the saved one, so that it is the model that does not fit.
        some = [*other.parameters(), *(nn.Parameter(torch.zeros_like(p)) for p in held)][: len(held)]
        refused.append(type(attempt(solution.load, path, other, plain_adam(some, 0.1))).__name__)

    # As if it came from a GPU that this machine does not have.
    abroad, location = checkpoint_path(), torch.serialization.location_tag
    contents = torch.load(path, weights_only=True)
    gpu = "cuda:99" if torch.cuda.is_available() else "cuda:0"
    torch.serialization.location_tag = lambda storage: gpu
    try:
        torch.save(contents, abroad)
    finally:
        torch.serialization.location_tag = location
    opened = attempt(solution.load, abroad, network(x.size(1), seed), plain_adam(held, 0.1))

    class Intruder:
        def __reduce__(self):
            return os.mkdir, (trap,)

    trap = checkpoint_path("trap")
    torch.save([contents, Intruder()], path)
    attempt(solution.load, path, model, opt)
    return held_values, refused, opened, os.path.exists(trap)  # noqa: PTH110 - a text
