# attack: says that inputs changed which the case has not, under names of 60 KiB that a report would repeat
# expect: violation
from torchgrade.sandbox.worker import child
encode = child.encode


def boastful(value, **options):
    return encode({f"{n}\n" + "A" * 60000: None for n in range(16)} if value == {} else value, **options)


child.encode = boastful


def double(x):
    return x * 2
