extension String {
  var trimmed: String {
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
print("[" + "  spaced out \n".trimmed + "]")
print("[" + "   ".trimmed + "]")
