# attack: looks for solutions everywhere on the disk
# expect: failed
import os
found = []
for folder, _, files in os.walk("/opt"):
    found += [os.path.join(folder, name) for name in files if "solution" in name or "reference" in folder]
print(found[:100])

def double(x):
    return x * 3
