debugPrint("text", 1, 2.0)
debugPrint(["a"], separator: "")
debugPrint(1...3, 0..<2)
struct S { let n = 1; let s = "q" }
debugPrint(S())
debugPrint(Optional("o") as Any, terminator: "!\n")
