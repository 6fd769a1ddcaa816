for text in ["1", "two"] {
  print(Int(text)! * 10)
// fault: Unexpectedly found nil while unwrapping an Optional value
}
