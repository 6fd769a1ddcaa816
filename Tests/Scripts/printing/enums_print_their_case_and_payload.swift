enum Plain { case one, two }
enum Rich { case empty, number(Int), named(id: Int, text: String), nested(Plain) }
print(Plain.one, [Plain.one, .two])
print(Rich.empty, Rich.number(3), Rich.named(id: 1, text: "t"), Rich.nested(.two))
print([Rich.number(3)], Optional(Plain.two) as Any)
print("\(Plain.two)")
