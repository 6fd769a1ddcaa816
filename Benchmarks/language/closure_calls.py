def make_adder(amount):
    return lambda n: n + amount


def workload():
    add = make_adder(3)
    total = 0
    for i in range(300_000):
        total += add(i)
    return total
