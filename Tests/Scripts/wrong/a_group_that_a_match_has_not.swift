let expression = /(a)/
if let match = "a".firstMatch(of: expression) {
  print(match.1)
  print(match.2)
//            ^ error: value of type 'Regex<(Substring, Substring)>.Match' has no dynamic member '2' using key path from root type '(Substring, Substring)'
  print(match.name)
//            ^ error: value of type 'Regex<(Substring, Substring)>.Match' has no dynamic member 'name' using key path from root type '(Substring, Substring)'
}
