for text in ["1", "x", "3", "stop", "4"] {
  guard text != "stop" else { break }
  guard let n = Int(text) else {
    print("skipping", text)
    continue
  }
  print(n * 2)
}
