actor Counter {
  var n = 0
}
// <- error: actors are not part of the cell language
print("counted")
