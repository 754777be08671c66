# attack: imports generators, graders and references
# expect: failed|error
# modes: docker shared
found = []
for name in ("torchgrade.graders.plan", "torchgrade.reference", "torchgrade.problems.strategies", "torchgrade.graders.oracle"):
    try:
        found.append(__import__(name))
    except Exception as error:
        print(name, error)
if found:
    raise RuntimeError(f"the image holds {found}")

def double(x):
    return x * 3
