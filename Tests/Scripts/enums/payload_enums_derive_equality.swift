enum Token: Equatable { case number(Int), symbol(Character), end }
print(Token.number(3) == .number(3), Token.number(3) == .number(4), Token.symbol("+") == .end)
let tokens: [Token] = [.number(1), .symbol("+"), .end]
print(tokens.contains(.symbol("+")), tokens.firstIndex(of: .end)!)
