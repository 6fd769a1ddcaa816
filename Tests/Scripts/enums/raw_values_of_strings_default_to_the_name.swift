enum Suit: String { case hearts, spades = "♠", clubs }
print(Suit.hearts.rawValue, Suit.spades.rawValue)
print(Suit(rawValue: "clubs")!, Suit(rawValue: "♠") == .spades, Suit(rawValue: "x") == nil)
