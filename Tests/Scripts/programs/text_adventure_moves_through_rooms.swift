enum Direction: String, CaseIterable {
  case north, south, east, west
  var opposite: Direction {
    switch self {
    case .north: .south
    case .south: .north
    case .east: .west
    case .west: .east
    }
  }
}

final class Room {
  let name: String
  var exits: [Direction: Room] = [:]
  var items: [String]
  init(_ name: String, items: String...) {
    self.name = name
    self.items = items
  }
  func connect(_ direction: Direction, to room: Room) {
    exits[direction] = room
    room.exits[direction.opposite] = self
  }
}

enum Command {
  case go(Direction), take(String), drop(String), look, inventory
  init?(_ line: String) {
    let words = line.lowercased().split(separator: " ").map(String.init)
    switch (words.first, words.dropFirst().first) {
    case ("go"?, let d?):
      guard let direction = Direction(rawValue: d) else { return nil }
      self = .go(direction)
    case ("take"?, let item?): self = .take(item)
    case ("drop"?, let item?): self = .drop(item)
    case ("look"?, nil): self = .look
    case ("inventory"?, nil), ("i"?, nil): self = .inventory
    default: return nil
    }
  }
}

struct Game {
  private(set) var room: Room
  private(set) var bag: [String] = []
  private(set) var turns = 0

  init(start: Room) { room = start }

  mutating func perform(_ line: String) -> String {
    guard let command = Command(line) else { return "I don't understand \"\(line)\"." }
    turns += 1
    switch command {
    case .go(let direction):
      guard let next = room.exits[direction] else { return "You cannot go \(direction)." }
      room = next
      return describe()
    case .take(let item):
      guard let index = room.items.firstIndex(of: item) else { return "There is no \(item) here." }
      bag.append(room.items.remove(at: index))
      return "Taken."
    case .drop(let item):
      guard let index = bag.firstIndex(of: item) else { return "You have no \(item)." }
      room.items.append(bag.remove(at: index))
      return "Dropped."
    case .look: return describe()
    case .inventory: return bag.isEmpty ? "You carry nothing." : "You carry: " + bag.joined(separator: ", ") + "."
    }
  }

  private func describe() -> String {
    let exits = Direction.allCases.filter { room.exits[$0] != nil }.map(\.rawValue).joined(separator: ", ")
    let items = room.items.isEmpty ? "" : " You see: \(room.items.joined(separator: ", "))."
    return "\(room.name). Exits: \(exits).\(items)"
  }
}

let hall = Room("Hall", items: "lamp")
let kitchen = Room("Kitchen", items: "knife", "bread")
let garden = Room("Garden")
hall.connect(.north, to: kitchen)
kitchen.connect(.east, to: garden)

var game = Game(start: hall)
for line in [
  "look", "take lamp", "take sword", "go west", "go north", "take bread", "inventory",
  "dance", "go east", "drop lamp", "look", "drop lamp", "go up", "GO WEST", "i",
] {
  print(">", line)
  print(game.perform(line))
}
print(game.turns, "turns;", garden.items, hall.items, game.room === kitchen)
