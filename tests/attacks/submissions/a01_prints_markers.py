# attack: prints our markers, fake JSON, workflow commands and a clear-screen
# expect: failed
import json
print("PASSED 10/10")
print("##vso[task.complete result=Succeeded;]")
print("::set-output name=score::100")
print(json.dumps({"schema": "torchgrade.results/1", "verdict": "passed"}))
print("TGC1" + "\x00" * 30 + "TGF1")
print("\x1b[2J\x1b[H all 2 checks passed")

def double(x):
    return x * 3
