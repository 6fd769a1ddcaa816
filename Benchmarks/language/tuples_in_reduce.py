from functools import reduce


def workload():
    numbers = [n * 7919 % 10_007 for n in range(200_000)]
    low, high = reduce(
        lambda pair, n: (min(pair[0], n), max(pair[1], n)), numbers, (1 << 62, -(1 << 62)))
    total, count = reduce(lambda pair, n: (pair[0] + n, pair[1] + 1), numbers, (0, 0))
    return low + high + total // count
