"""Published values worked out by other programs than ours: python3 model/simulation/testing/secondOpinion.py

Needs Debian's python3-numpy, python3-scipy and python3-statsmodels. Prints; the tests hold the same digits.
"""
import numpy as np
from scipy.linalg import expm
from statsmodels.stats.proportion import proportion_confint

HOUSE = [
    [1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
    [1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
    [1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
    [1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
    [1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
    [1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6],
    [3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2],
    [4, 7, 5, 8, 6, 6, 2, 1],
]
DRINKS = [
    [1, 9, 5, 2, 1, 1, 1 / 2],
    [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [1, 9, 4, 2, 1, 2, 1 / 2],
    [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [2, 9, 9, 3, 2, 3, 1],
]


def priorities(judgements, random_index):
    """Largest eigenvalue, consistency index and ratio, weights."""
    matrix = np.array(judgements)
    values, vectors = np.linalg.eig(matrix)
    first = np.argmax(values.real)
    size = len(matrix)
    index = (values[first].real - size) / (size - 1)
    weights = np.abs(vectors[:, first].real)
    return values[first].real, index, index / random_index, (weights / weights.sum()).round(5)


def states(arrivals, services, servers, leaving=0.0, most=4000):
    """Shares of time with so many contacts in the system: a birth-and-death chain, cut off far out."""
    logs = [0.0]
    for n in range(1, most):
        logs.append(logs[-1] + np.log(arrivals / (min(n, servers) * services + max(0, n - servers) * leaving)))
    shares = np.exp(np.array(logs) - max(logs))
    return shares / shares.sum()


def waiting(shares, servers):
    return sum((n - servers) * share for n, share in enumerate(shares) if n > servers)


for count, n in [(81, 263), (15, 148), (0, 20), (1, 29)]:
    print("V13 Wilson", count, n, proportion_confint(count, n, method="wilson"))
print("V14 house", *priorities(HOUSE, 1.41))
print("V15 drinks", *priorities(DRINKS, 1.32))

arrivals, services, servers = 0.2, 1 / 240, 55
shares = states(arrivals, services, servers)
delayed = shares[servers:].sum()
served = 1 - delayed * np.exp(-(servers * services - arrivals) * 15)
print("V6 delayed, wait, within 15 s", delayed, waiting(shares, servers) / arrivals, served)

arrivals, services, servers = 48 / 60, 1 / 60, 50
shares = states(arrivals, services, servers)
delayed, queue = shares[servers:].sum(), waiting(shares, servers)
print("V7 wait, p90, queue", queue / arrivals, np.log(delayed / 0.1) / (servers * services - arrivals), queue)

leaving = 1 / 120
shares = states(arrivals, services, servers, leaving)
queue = waiting(shares, servers)
places = 120
chain = np.zeros((places, places))
for ahead in range(places):
    rate = servers * services + ahead * leaving
    chain[ahead, ahead] = -(rate + leaving)
    if ahead > 0:
        chain[ahead, ahead - 1] = rate


def still(seconds):
    """Share of all contacts that wait for longer than this: by place in the queue, through the matrix exponential."""
    later = expm(chain * seconds)
    return sum(shares[servers + ahead] * later[ahead].sum() for ahead in range(places))


low, high = 0.0, 100.0
for _ in range(50):
    middle = (low + high) / 2
    low, high = (middle, high) if still(middle) > 0.1 else (low, middle)
print("V8 abandoned, wait, p90, queue", leaving * queue / arrivals, queue / arrivals, low, queue)
