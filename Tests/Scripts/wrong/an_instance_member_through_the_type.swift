struct Game {
  var score = 3
}
print(Game.score)
//    ^ error: instance member 'score' cannot be used on type 'Game'; did you mean to use a value of this type instead?
