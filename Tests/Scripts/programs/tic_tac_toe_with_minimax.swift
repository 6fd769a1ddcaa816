enum Player: Character {
  case x = "X", o = "O"
  var other: Player { self == .x ? .o : .x }
}

struct Board: Hashable {
  var cells: [Player?] = Array(repeating: nil, count: 9)

  static let lines = [
    [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6],
  ]

  var winner: Player? {
    for line in Board.lines {
      if let p = cells[line[0]], cells[line[1]] == p, cells[line[2]] == p { return p }
    }
    return nil
  }

  var moves: [Int] { cells.indices.filter { cells[$0] == nil } }
  var isOver: Bool { winner != nil || moves.isEmpty }

  func playing(_ player: Player, at index: Int) -> Board {
    var copy = self
    copy.cells[index] = player
    return copy
  }

  var picture: String {
    stride(from: 0, to: 9, by: 3).map { row in
      cells[row..<row + 3].map { $0.map { String($0.rawValue) } ?? "." }.joined()
    }.joined(separator: "/")
  }
}

struct Engine {
  private var known: [Board: Int] = [:]
  private(set) var visited = 0

  // +1 when x wins with best play, -1 when o does.
  mutating func value(_ board: Board, toMove player: Player) -> Int {
    if let score = known[board] { return score }
    visited += 1
    let score: Int
    if let winner = board.winner {
      score = winner == .x ? 1 : -1
    } else if board.moves.isEmpty {
      score = 0
    } else {
      var values: [Int] = []
      for move in board.moves {
        values.append(value(board.playing(player, at: move), toMove: player.other))
      }
      score = player == .x ? values.max()! : values.min()!
    }
    known[board] = score
    return score
  }

  mutating func bestMove(_ board: Board, for player: Player) -> Int {
    var best = (move: -1, value: player == .x ? -2 : 2)
    for move in board.moves {
      let v = value(board.playing(player, at: move), toMove: player.other)
      if player == .x ? v > best.value : v < best.value { best = (move, v) }
    }
    return best.move
  }
}

var engine = Engine()
var board = Board(), player = Player.x
while !board.isOver {
  board = board.playing(player, at: engine.bestMove(board, for: player))
  print(player, board.picture)
  player = player.other
}
print(board.winner.map { "\($0) wins" } ?? "a draw", engine.visited)

var trap = Board()
for (p, at) in [(Player.x, 0), (.o, 1), (.x, 3)] { trap.cells[at] = p }
print(trap.picture, "o must play", engine.bestMove(trap, for: .o))
trap.cells[5] = .o
print(trap.picture, "x wins at", engine.bestMove(trap, for: .x), engine.value(trap, toMove: .x))
