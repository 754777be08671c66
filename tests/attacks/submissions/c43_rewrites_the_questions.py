# attack: finds the questions that the supervisor keeps, makes every input zero and forgets what it was
# expect: failed
import sys
from dataclasses import replace

frame = sys._getframe()
while frame is not None and "prepared" not in frame.f_locals:
    frame = frame.f_back
prepared = frame.f_locals["prepared"]
prepared.questions = replace(prepared.questions, cases=(prepared.questions.cases[0],) * len(prepared.questions.cases))
for plain, inputs in prepared._ready:
    for name, value in inputs.items():
        value.zero_()
        plain[name] = replace(plain[name], data=bytes(len(plain[name].data)))


def double(x):
    return x
