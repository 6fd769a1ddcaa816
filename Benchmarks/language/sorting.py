from functools import cmp_to_key


def workload():
    seed = 7
    numbers = []
    for _ in range(50_000):
        seed = (seed * 1103 + 12345) % 65536
        numbers.append(seed)
    ordered = sorted(numbers, key=cmp_to_key(lambda a, b: (b > a) - (a > b)))
    return ordered[100] * 3 + ordered[40_000]
