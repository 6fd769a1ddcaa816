struct Regular { var prefix: String }
func ~= (pattern: Regular, value: String) -> Bool { value.hasPrefix(pattern.prefix) }
for word in ["unhappy", "redo", "plain"] {
  switch word {
  case Regular(prefix: "un"): print(word, "negation")
  case Regular(prefix: "re"): print(word, "again")
  default: print(word, "plain")
  }
}
