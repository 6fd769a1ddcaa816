[1, 2, 3].forEach { print($0) }
(1...3).forEach { n in
  if n == 2 { return }
  print("not two:", n)
}
["a": 1].forEach { print($0.key, $0.value) }
