protocol Scored { var score: Int { get } }
struct Player: Scored { let name: String; let score: Int }
extension Array where Element: Scored {
  var total: Int { reduce(0) { $0 + $1.score } }
  func best() -> Element? { self.max { $0.score < $1.score } }
}
let players = [Player(name: "a", score: 3), Player(name: "b", score: 9)]
print(players.total, players.best()!.name)
