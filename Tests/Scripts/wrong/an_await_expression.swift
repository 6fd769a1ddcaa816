func load() -> Int { 3 }
print(await load())
//    ^ error: 'await' is not part of the cell language
