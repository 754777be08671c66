# attack: writes the result files of every autograder it has heard of
# expect: failed
import json, os
for name in ("results.json", "/autograder/results/results.json", "/grade/results/results.json", "feedback.json", "reward.txt", "run.db"):
    try:
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
        with open(name, "w") as file:
            json.dump({"score": 100, "verdict": "passed"}, file)
    except OSError:
        pass

def double(x):
    return x * 3
