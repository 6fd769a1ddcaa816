func load() async -> Int { 3 }
//          ^ error: 'async' is not part of the cell language
print("loaded")
