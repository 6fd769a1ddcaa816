extension TextStyle {
  // The colours of Swift source, the same while it is typed and where it is shown: of the terminal's own
  // sixteen, which follow the person's choice of them.

  package static let keyword = color(5)
  package static let typeName = color(6)
  package static let functionName = color(4)
  package static let number = color(3)
  package static let literalText = color(2)
  package static let comment = faint
}
