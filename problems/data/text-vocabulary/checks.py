from torchgrade.problems.kit import check, example, st, torch

PIECES = (
    *("Hello", "WORLD", "cat", "Cat", "안녕", "하세요", "ㅋㅋ", "2024년", "A1", "É", "über", "日本", "x"),
    *("9", "Straße", "½"),
    *(" ", "  ", "\t", "\n", ",", ".", "!!", "...", "_", "-", "'", "(", ")", "“", "…", "·", "#", "/", "<", "%"),
)
TEXT = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
WORDS = ("cat", "Cat,", "dog", "DOG!", "ant", "bee", "오리", "(오리)", "고양이", "a1", "the", "The", "unk", "pad")
SENTENCE = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
ROWS = st.lists(st.tuples(st.integers(0, 9), SENTENCE, SENTENCE), max_size=6)
SOME_ROWS = [(3, "Cats", "Dogs, and cats."), (1, "No dogs", "- cats!")]


def vocabulary_of(d):
    """Return both tables in a form that does not depend on their types; lookups go both ways."""
    words = [str(word) for word in d.itos]
    return [words, [d.stoi[word] for word in words], len(d.stoi)]


@example(text="  Hello,   WORLD!! 안녕...하세요\n(2024년)")
@example(text="snake_case, it's")
@example(text="½ Straße")
@check(text=TEXT)
def preprocess_normalises(solution, text):
    """preprocess keeps letters and digits of every script in lower case, and one blank between the words."""
    once = solution.preprocess(text)
    return [once, solution.preprocess(once)]


@example(rows=SOME_ROWS, min_freq=2)
@example(rows=[], min_freq=1)
@check(rows=ROWS, min_freq=st.integers(1, 3))
def vocabulary_is_ordered(solution, rows, min_freq):
    """itos and stoi have <pad>, <unk>, then the words with at least min_freq occurrences by count, then alphabet."""
    d, default = solution.TextDataset(rows, min_freq=min_freq), solution.TextDataset(rows)
    return [vocabulary_of(d), vocabulary_of(default)]


@example(rows=SOME_ROWS, min_freq=1, sentence="Dogs bite CATS")
@example(rows=SOME_ROWS, min_freq=2, sentence="and no cats!")
@check(rows=ROWS, min_freq=st.integers(1, 2), sentence=st.one_of(TEXT, SENTENCE))
def encodes_and_decodes(solution, rows, min_freq, sentence):
    """encode gives the numbers of the words, 1 for unknown ones; decode turns numbers back into text."""
    d = solution.TextDataset(rows, min_freq=min_freq)
    seen = []
    for text in (sentence, *(f"{title}!{body}" for _, title, body in rows[:2])):
        numbers = list(d.encode(text))
        seen.append([numbers, d.decode(numbers)])
    backwards = list(range(len(d.itos)))[::-1]
    return [seen, d.decode(backwards), len(d.itos), len(d.stoi)]


@example(rows=SOME_ROWS, train=False, batch_size=2)
@example(rows=SOME_ROWS, train=True, batch_size=2)
@check(
    rows=st.lists(st.tuples(st.integers(0, 9), TEXT, TEXT), min_size=1, max_size=5),
    train=st.booleans(),
    batch_size=st.integers(1, 3),
)
def items_follow_the_train_flag(solution, rows, train, batch_size):
    """An item is (text, label), and the text alone with train=False; the vocabulary is the same in two builds."""
    from itertools import islice

    d = solution.TextDataset(rows) if train else solution.TextDataset(rows, train=False)
    items = [d[i] for i in range(len(rows))]
    batches = list(islice(torch.utils.data.DataLoader(d, batch_size=batch_size), len(rows) + 1))
    # A list of texts, or a list of texts and a tensor of labels; the type of the outer one is DataLoader's business.
    batches = [[part if isinstance(part, str | torch.Tensor) else list(part) for part in batch] for batch in batches]
    other = solution.TextDataset(rows, train=not train)
    return [len(d), len(d + other), items, batches, vocabulary_of(d), vocabulary_of(other)]
