struct Player { var name: String; var score: Int }
var players = [Player(name: "Ann", score: 1), Player(name: "Bob", score: 2)]
players[0].score += 10
for i in players.indices { players[i].score *= 2 }
let snapshot = players
players[1].name = "Robert"
print(players.map { "\($0.name) \($0.score)" })
print(snapshot.map { "\($0.name) \($0.score)" })
