"""Pairs of pictures, as JSON on standard input → how much alike each two look, as a list.

It is the structural similarity of their brightness (Wang et al. 2004), 1 for equal ones. Run with
the Python of an environment that has scikit-image.
"""

from __future__ import annotations

import json
import sys

import numpy as np
from PIL import Image
from skimage.metrics import structural_similarity


def similarity(one: str, other: str) -> float:
    first, second = (np.asarray(Image.open(path).convert("L")) for path in (one, other))
    return float(
        structural_similarity(
            first, second, gaussian_weights=True, sigma=1.5, use_sample_covariance=False
        )
    )


def main() -> None:
    json.dump([similarity(*pair) for pair in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
