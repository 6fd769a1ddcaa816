def workload():
    size = 300
    grid = [[0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            grid[i][j] = i * j % 7
    total = 0
    for _ in range(5):
        for i in range(size):
            for j in range(size):
                total += grid[i][j]
    return total
