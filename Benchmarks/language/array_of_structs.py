class Cell:
    __slots__ = ("value", "count")

    def __init__(self, value):
        self.value, self.count = value, 0


def workload():
    cells = [Cell(value) for value in range(1_000)]
    for round in range(100):
        for i in range(len(cells)):
            cells[i].value += round
            cells[i].count += 1
    total = 0
    for cell in cells:
        total += cell.value * cell.count
    return total
