let answer: Bool? = true
switch answer {
// <- error: switch must be exhaustive
case true?: print("yes")
case nil: print("unknown")
}
