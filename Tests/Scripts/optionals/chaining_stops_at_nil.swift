struct Address { var street: String? }
struct Person { var address: Address?; var nick: String? }
let a = Person(address: Address(street: "Elm"), nick: nil)
let b = Person(address: nil, nick: "bo")
print(a.address?.street?.count as Any)
print(b.address?.street?.count as Any)
print(a.nick?.uppercased() ?? "none", b.nick?.uppercased() ?? "none")
print(b.address?.street == nil)
