internal import CellLanguage
internal import Plotting

/// What is shown of a value at the end of a cell: text of at most 80 columns, and a picture where one
/// says more.
struct Presentation {
  /// The lines: the first says what the value is.
  var lines: [String]
  /// The picture.
  var picture: Figure?

  /// Lines and a picture.
  init(_ lines: [String], picture: Figure? = nil) {
    self.lines = lines
    self.picture = picture
  }

  /// A line that says what the value is, and fields, one below another.
  init(_ title: String, _ fields: [(name: String, text: String?)], picture: Figure? = nil) {
    var list = TextFields()
    for field in fields { list.add(field.name, field.text) }
    self.init([title] + list.lines, picture: picture)
  }

  /// The lines as one text.
  var text: String { lines.joined(separator: "\n") }
}

/// A value that is shown by more than its description.
protocol Presented: HostValue {
  /// What is shown of it.
  var presentation: Presentation { get }
}
