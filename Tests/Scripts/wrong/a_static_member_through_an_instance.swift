struct Game {
  static let limit = 3
}
let g = Game()
print(g.limit)
//    ^ error: static member 'limit' cannot be used on instance of type 'Game'
