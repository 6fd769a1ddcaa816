def workload():
    i = 0
    sum = 0
    while i < 2_000_000:
        sum = sum + i * 2
        i = i + 1
    return sum
