class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, distance):
        return self.x + self.y * distance


def workload():
    point = Point(3, 4)
    total = 0
    for i in range(300_000):
        total += point.moved(i % 10)
    return total
