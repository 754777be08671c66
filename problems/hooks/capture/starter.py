import contextlib


@contextlib.contextmanager
def capture(module):
    """Record the inputs and outputs of every module(...) inside a with block."""
    # 1. Make an object with two empty lists, inputs and outputs.
    # 2. Register a forward pre-hook and a forward hook that append to them; keep both handles.
    # 3. yield the object. Whatever happens in the block, remove both handles afterwards.
    raise NotImplementedError("capture is not written yet / 아직 작성하지 않았습니다")
    yield
