from torchgrade.problems.kit import check, example, fill, nn, seeds, st, tensor, tensors, torch


def build(kind, n, seed):
    """Make a float64 model n -> 2 with random weights, and with running statistics where it has any."""
    layers = {
        "linear": lambda: [nn.Linear(n, 2)],
        "tanh": lambda: [nn.Linear(n, 4), nn.Tanh(), nn.Linear(4, 2)],
        "norm": lambda: [nn.Linear(n, 3), nn.BatchNorm1d(3), nn.Tanh(), nn.Linear(3, 2)],
        "dropout": lambda: [nn.Linear(n, 8), nn.Dropout(0.5), nn.Linear(8, 2)],
        "both": lambda: [nn.Linear(n, 4), nn.BatchNorm1d(4), nn.Sequential(nn.Dropout(0.5)), nn.Linear(4, 2)],
    }[kind]()
    model = fill(nn.Sequential(*layers).double(), seed)
    with torch.no_grad():
        for name, value in model.named_buffers():
            if name.endswith("running_var"):
                value.abs_()
    return model


def gradients(model):
    return [None if p.grad is None else p.grad.detach().clone() for p in model.parameters()]


def state(model):
    return {name: value.detach().clone() for name, value in model.state_dict().items()}


def furniture(layer):
    """Return the names of a layer's attributes, and its hooks by kind and number."""
    hooks = {f"{kind} {key}" for kind, held in vars(layer).items() if kind.endswith("_hooks") for key in held}
    return set(vars(layer)) | hooks


X = {"x": tensors("b n", dtype="float64", b=(1, 5), n=(1, 4)), "seed": seeds()}
PLAIN = st.sampled_from(("linear", "tanh"))


@example(x=tensor([[1.0, 2.0]], "float64"), seed=1, kinds=("linear", "linear"))
@check(**X, kinds=st.tuples(PLAIN, PLAIN))
def student_gets_the_gradient(solution, x, seed, kinds):
    """The result is the mean squared error as a Python float, and the student's parameters get its gradient."""
    student, teacher = build(kinds[0], x.size(1), seed), build(kinds[1], x.size(1), seed // 2 + 1)
    loss = solution.distill_step(student, teacher, x)
    return {"loss": loss, "student's gradients": gradients(student)}


OLD = st.lists(st.one_of(st.none(), st.integers(-3, 3)), min_size=4, max_size=4)


@check(**X, kinds=st.tuples(PLAIN, PLAIN), old=OLD)
def adds_to_old_gradients(solution, x, seed, kinds, old):
    """The gradients are added to those that the student has already, also in a second call; its weights stay."""
    student, teacher = build(kinds[0], x.size(1), seed), build(kinds[1], x.size(1), seed // 2 + 1)
    for p, number in zip(student.parameters(), old, strict=False):
        p.grad = None if number is None else torch.full_like(p, number)
    solution.distill_step(student, teacher, x)
    once = gradients(student)
    solution.distill_step(student, teacher, x * 2)
    return {"after one call": once, "after two": gradients(student), "student's weights": state(student)}


@example(x=tensor([[1.0], [2.0]], "float64"), seed=1, kind="both", training=True, frozen=False, old=None)
@example(x=tensor([[1.0], [2.0]], "float64"), seed=1, kind="both", training=False, frozen=False, old=3)
@check(
    **X,
    kind=st.sampled_from(("norm", "dropout", "both", "tanh")),
    training=st.booleans(),
    frozen=st.booleans(),
    old=st.one_of(st.none(), st.integers(-3, 3)),
)
def teacher_stays_as_it_was(solution, x, seed, kind, training, frozen, old):
    """The teacher answers in eval mode; its mode, buffers, gradients, requires_grad and hooks stay as they were."""
    student, teacher = build("tanh", x.size(1), seed), build(kind, x.size(1), seed // 2 + 1)
    teacher.train(training)
    next(teacher.parameters()).requires_grad_(not frozen)
    for p in teacher.parameters():
        p.grad = None if old is None else torch.full_like(p, old)
    arrived = []
    for number, p in enumerate(teacher.parameters()):
        if p.requires_grad:
            p.register_hook(lambda grad, number=number: arrived.append(number))
    modes = []
    for layer in teacher.modules():
        layer.register_forward_pre_hook(lambda layer, args: modes.append(layer.training))
    before = [furniture(layer) for layer in teacher.modules()]
    loss = solution.distill_step(student, teacher, x)
    after = [furniture(layer) for layer in teacher.modules()]
    return {
        "loss": float(loss),
        "student's gradients": gradients(student),
        "hooks and attributes that the teacher's layers have now and had not before": [
            sorted(now - then)[:9] for then, now in zip(before, after, strict=True)
        ],
        "teacher's weights and buffers": state(teacher),
        "teacher's gradients": gradients(teacher),
        "teacher's parameters that a gradient was computed for": arrived[:50],
        "teacher's requires_grad": [p.requires_grad for p in teacher.parameters()],
        "layers that ran in train mode": sum(modes),
        "training afterwards, layer by layer": [layer.training for layer in teacher.modules()],
    }


@example(x=tensor([[1.0]], "float64"), seed=1, training=True, teacher_training=True, frozen=True)
@check(**X, training=st.booleans(), teacher_training=st.booleans(), frozen=st.booleans())
def student_runs_in_its_own_mode(solution, x, seed, training, teacher_training, frozen):
    """The student runs once, in the mode that it is in; what is frozen of it stays frozen."""
    x = torch.cat([x, x * 2 + 1])  # BatchNorm needs two rows in train mode
    student, teacher = build("norm", x.size(1), seed), build("both", x.size(1), seed // 2 + 1)
    student.train(training)
    next(student.parameters()).requires_grad_(not frozen)
    teacher.train(teacher_training)
    loss = solution.distill_step(student, teacher, x)
    return {
        "loss": float(loss),
        "student's gradients": gradients(student),
        "student's weights and buffers": state(student),
        "student's training, layer by layer": [layer.training for layer in student.modules()],
        "requires_grad": [p.requires_grad for p in student.parameters()],
        "torch.is_grad_enabled()": torch.is_grad_enabled(),
        "x.requires_grad": x.requires_grad,
    }
