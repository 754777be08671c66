class Package:
    """Programs that run one after the other, and a place for other people's code: hooks."""

    def __init__(self, programs):
        self.programs = programs
        # Every package needs a list of hooks of its own.

    def __call__(self, x):
        # After every program, show the value to every hook. What a hook returns replaces the value, unless it is None.
        raise NotImplementedError("Package is not written yet / 아직 작성하지 않았습니다")
