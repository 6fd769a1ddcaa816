struct Address { let street = "Elm"; let number = 4 }
struct Person { let name = "Ann"; let address = Address(); let tags = ["a", "b"] }
dump(Person())
dump([1, 2])
dump("text")
