enum Event { case key(Character), click(x: Int, y: Int), quit }
let events: [Event] = [.key("a"), .click(x: 3, y: 4), .key("b"), .quit]
for case .key(let letter) in events { print("key", letter) }
for case let .click(x, y) in events { print("click", x, y) }
for case (let i, .quit) in events.enumerated() { print("quit at", i) }
