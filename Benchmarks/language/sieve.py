def workload():
    limit = 300_000
    is_prime = [True] * (limit + 1)
    count = 0
    candidate = 2
    while candidate <= limit:
        if is_prime[candidate]:
            count += 1
            multiple = candidate * 2
            while multiple <= limit:
                is_prime[multiple] = False
                multiple += candidate
        candidate += 1
    return count
