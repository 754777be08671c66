def encrypt(text, shift):
    """Every letter of the text, shift places further on."""
    # 1. Which alphabet does a letter belong to, and which number does it have there?
    # 2. Move the number around the ring.
    # 3. Turn it back into a letter.
    raise NotImplementedError("encrypt is not written yet / 아직 작성하지 않았습니다")
