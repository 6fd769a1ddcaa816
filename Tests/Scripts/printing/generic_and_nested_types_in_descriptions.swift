struct Box<T> { var value: T }
struct Game { enum Phase { case on }; struct Player { var n = 1 } }
print(Box(value: 1), Box(value: "a"), [Box(value: 1.5)])
print(Game.Phase.on, Game.Player(), [Game.Phase.on])
print(Box(value: Game.Phase.on), Box<Int?>(value: nil))
