def workload():
    counts = {}
    seed = 1
    for _ in range(200_000):
        seed = (seed * 1103 + 12345) % 65536
        key = seed % 1000
        counts[key] = counts.get(key, 0) + 1
    most = 0
    for count in counts.values():
        if count > most:
            most = count
    return most + len(counts)
