"""What is asked: the public problem packs, and the kit that their checks are written in. Enters the sandbox."""
