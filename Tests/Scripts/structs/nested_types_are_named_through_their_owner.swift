struct Game {
  enum Phase { case start, play, over }
  struct Player { var name: String }
  var phase = Phase.start
  var players: [Player] = []
}
var game = Game()
game.players.append(Game.Player(name: "Ann"))
game.phase = .play
let phase: Game.Phase = .over
print(game.phase, game.players[0].name, phase, game.players.count)
