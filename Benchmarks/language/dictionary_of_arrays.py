from collections import defaultdict


def workload():
    groups = defaultdict(list)
    for i in range(200_000):
        groups[i % 97].append(i)
    total = 0
    for key, values in groups.items():
        total += key * len(values) + values[-1]
    return total
