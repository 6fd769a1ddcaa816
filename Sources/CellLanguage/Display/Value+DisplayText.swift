internal import CellChecking

extension Value {
  /// The value so that one sees what it is, in lines of at most so many columns: texts quoted, long
  /// collections elided with their count, structs and instances with their properties; never more than
  /// some fifty lines. What `print` shows is ``description``.
  ///
  ///     ["a", "b"]
  ///     Point(x: 1, y: 2)
  ///     [1, 2, …, 999, 1000] (1000 elements)
  public func displayText(width: Int = 80) -> String {
    if let shown { return shown.tree.text(width: width) }
    var builder = DisplayBuilder(nil)
    return (try? builder.tree(datum, type).text(width: width)) ?? typeName
  }
}

/// What the machine made of a value to show it, while it could still ask the program.
final class ShownValue: Sendable {
  /// As `print` shows it; `nil` when that is very long.
  let description: String?
  let tree: DisplayTree
  /// How the library shows it.
  let display: (@Sendable (Value) throws -> DisplayBundle?)?

  init(
    description: String?, tree: DisplayTree, display: (@Sendable (Value) throws -> DisplayBundle?)?
  ) {
    self.description = description
    self.tree = tree
    self.display = display
  }
}

extension Machine {
  /// A value with the texts that show it, and what the library says about that.
  func shown(
    _ value: Value, _ display: (@Sendable (Value) throws -> DisplayBundle?)?
  ) throws -> Value {
    var builder = DisplayBuilder(self)
    let tree = try builder.tree(value.datum, value.type)
    let description = try shortDescription(value.datum, value.type)
    return Value(
      value.datum, value.type,
      shown: ShownValue(description: description, tree: tree, display: display))
  }

  /// The value as `print` shows it, unless it has more parts than anybody reads.
  private func shortDescription(_ datum: Datum, _ type: Type) throws -> String? {
    describedParts = 10_000
    defer { describedParts = .max }
    do {
      return try describe(datum, type)
    } catch is DescriptionTooLong {
      return nil
    }
  }

  /// Counts parts that are described.
  func countDescribed(_ parts: Int) throws {
    describedParts -= parts
    if describedParts < 0 { throw DescriptionTooLong() }
  }
}

/// A description has more parts than were asked for.
struct DescriptionTooLong: Error {}
