from functools import reduce


def workload():
    numbers = list(range(200_000))
    return reduce(lambda a, b: a + b, filter(lambda n: n % 2 == 0, map(lambda n: n * 3, numbers)), 0)
