def workload():
    line = "the quick brown fox jumps over the lazy dog and runs away"
    words = 0
    for _ in range(5_000):
        for word in line.split(" "):
            words += len(word)
    return words
