"""Texts of any characters that people write, for hypothesis to search and to shrink."""

from __future__ import annotations

from hypothesis import strategies as st

_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789äöüßéñ"
_MARKS = "-–—/.,;:()'\"%&<>$_"
_FOREIGN = "障害対応、。運用（テスト）サービス خدمة الدفع متوقفة сбой 서비스 👩‍💻🔥🇩🇪e\u0301"

words = st.text(st.sampled_from(_LATIN + _MARKS), min_size=1, max_size=14)
foreign_words = st.text(st.sampled_from(_FOREIGN), min_size=1, max_size=14)
long_words = st.builds(lambda part, times: part * times, words, st.integers(20, 60))


def texts(most_words: int = 30) -> st.SearchStrategy[str]:
    """Return texts on one line, up to `most_words` words, as a postmortem's fields hold them."""
    any_word = st.one_of(words, words, words, words, foreign_words, long_words)
    joined = st.lists(any_word, min_size=1, max_size=most_words).map(" ".join)
    return joined.map(lambda text: " ".join(text.split())).filter(bool)
