"""Other ways of doing what the local engine does, to be measured beside it, as far as they are installed."""

import importlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import HDBSCAN, KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import normalize

from bot.synthesis.by_vectors import ByVectors, Reading
from bot.synthesis.heard import Heard, hear
from bot.synthesis.vectors import vectors
from bot.synthesis.wording import sentences
from tests.benchmarks.practice import Practice

Labels = NDArray[np.int64]
Grouping = Callable[[Practice], Labels]


# Themes


def ours(one: Practice, read: Reading = vectors) -> Labels:
    heard = {each.source: each for each in hear(one.room).heard}
    accounts = [(heard[each.source],) for each in one.room.said]
    labels = np.zeros(len(accounts), dtype=np.int64)
    for number, group in enumerate(ByVectors(read).groups(accounts)):
        labels[group] = number
    return labels


def tfidf_k_means(one: Practice) -> Labels:
    return best_k_means(TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(one.texts))


def best_k_means(rows: Any) -> Labels:
    """The number of groups is chosen by silhouette."""
    best = max(
        (KMeans(k, n_init=3, random_state=0).fit_predict(rows) for k in range(4, min(40, rows.shape[0] // 3), 4)),
        key=lambda labels: silhouette_score(rows, labels, metric="cosine"),
    )
    return np.asarray(best, dtype=np.int64)


def lsa_hdbscan(one: Practice) -> Labels:
    weighed = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(one.texts)
    rows = normalize(TruncatedSVD(min(100, min(weighed.shape) - 1), random_state=0).fit_transform(weighed))
    return counted_somewhere(np.asarray(HDBSCAN(min_cluster_size=3, copy=True).fit_predict(rows), dtype=np.int64), rows)


def counted_somewhere(labels: Labels, rows: NDArray[np.float64]) -> Labels:
    """What is left out as noise goes to the nearest group: a contribution is counted somewhere."""
    groups = sorted(set(labels.tolist()) - {-1})
    if groups:
        middles = np.stack([rows[labels == each].mean(axis=0) for each in groups])
        for place in np.flatnonzero(labels == -1).tolist():
            labels[place] = groups[int((middles @ rows[place]).argmax())]
    return labels


THEMES: dict[str, Grouping] = {
    "the local engine": ours,
    "TF-IDF + k-means": tfidf_k_means,
    "LSA + HDBSCAN": lsa_hdbscan,
}


# Quotations

Summarizer = Callable[[Sequence[Heard], int], list[str]]


class OurSentences:
    """What sumy needs to read a text, without data of NLTK's: our sentences and plain words."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return tuple(text[start:end] for start, end in sentences(text))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(word for word in sentence.replace("’", "'").split() if any(map(str.isalpha, word)))


def sumy() -> dict[str, Summarizer]:
    """The ways of sumy of choosing sentences; none where it is not installed."""
    try:
        parsers = importlib.import_module("sumy.parsers.plaintext")
        stemmers = importlib.import_module("sumy.nlp.stemmers")
        found = {
            "sumy LexRank": importlib.import_module("sumy.summarizers.lex_rank").LexRankSummarizer,
            "sumy TextRank": importlib.import_module("sumy.summarizers.text_rank").TextRankSummarizer,
            "sumy LSA": importlib.import_module("sumy.summarizers.lsa").LsaSummarizer,
            "sumy SumBasic": importlib.import_module("sumy.summarizers.sum_basic").SumBasicSummarizer,
        }
    except ImportError:
        return {}
    return {name: _summarizer(parsers, stemmers, kind) for name, kind in found.items()}


def _summarizer(parsers: Any, stemmers: Any, kind: Any) -> Summarizer:
    def choose(members: Sequence[Heard], most: int) -> list[str]:
        text = "\n".join(each.text for each in members)
        parser = parsers.PlaintextParser.from_string(text, OurSentences())
        made = kind(stemmers.Stemmer("english"))
        made.stop_words = frozenset(
            "a an and as at but by for from he her him his i in is it of on or our she so that the to "
            "us was we were with".split()
        )
        return [str(each) for each in made(parser.document, most)]

    return choose


# Key phrases


def yake() -> Callable[[str], list[str]] | None:
    """YAKE's key phrases; ``None`` where it is not installed."""
    try:
        made = importlib.import_module("yake").KeywordExtractor(lan="en", n=3, top=3)
    except ImportError:
        return None
    return lambda text: [phrase for phrase, _ in made.extract_keywords(text)]
