actor Counter {
// <- error: actors are not part of the cell language
  var n = 0
}
print("counted")
