class Particle:
    __slots__ = ("x", "y", "speed")

    def __init__(self):
        self.x, self.y, self.speed = 0, 1, 2



def workload():
    p = Particle()
    for i in range(300_000):
        p.x += p.speed
        p.y = p.x - i
        s = p.speed + p.y
        p.speed = s % 5 if s >= 0 else -(-s % 5)
    return p.x + p.y + p.speed
