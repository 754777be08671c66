from torchgrade.problems.kit import check, example, st

HANGUL = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Neighbours of the alphabets in Unicode, letters of other alphabets, single jamo, digits, signs.
OTHERS = "@[`{0123456789 .,!?\n\t" + "éßñıАя" + "ㄱㅏㅎ\u1100\u1161\u11a8" + "\uabff\ud7b0" + "Ａｚあ漢😀"
SHIFTS = st.one_of(st.integers(-60, 60), st.integers(-(10**6), 10**6))


@example(text="Zebra", shift=3)
@example(text="xyzXYZ", shift=1)
@example(text="abcABC", shift=-27)
@check(text=st.text(alphabet=LATIN, min_size=1, max_size=12), shift=SHIFTS)
def moves_latin_letters(solution, text, shift):
    """Latin letters move shift places around their ring of 26, and keep their case."""
    return solution.encrypt(text, shift)


@example(text="한글", shift=1)
@example(text="가힣", shift=-1)
@example(text="뷁", shift=19)
@check(text=st.text(alphabet=HANGUL, min_size=1, max_size=8), shift=SHIFTS)
def moves_initial_consonants(solution, text, shift):
    """The initial consonant of a Hangul syllable moves shift places around the ring of 19; the rest of it stays."""
    return solution.encrypt(text, shift)


@example(text="", shift=5)
@example(text=f"z{OTHERS}A", shift=7)
@check(
    text=st.lists(st.one_of(st.sampled_from(OTHERS), st.sampled_from("azAZ가힣한m")), max_size=20).map("".join),
    shift=SHIFTS,
)
def leaves_the_rest_alone(solution, text, shift):
    """All other characters stay, and the opposite shift gives the text back."""
    secret = solution.encrypt(text, shift)
    return [secret, solution.encrypt(secret, -shift)]
