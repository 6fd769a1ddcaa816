internal import CellLanguage
internal import Images
internal import Plotting

/// Shows the values of cells: what a value presents, with its picture drawn where it has one.
struct ValueDisplay: Sendable {
  /// Who draws pictures.
  let figures: FigureDisplay

  /// What to show of a value; nil where its own text is all there is to show.
  func bundle(
    for value: Value, interrupt: @escaping @Sendable () -> Bool
  ) throws -> DisplayBundle? {
    guard var presentation = presentation(of: value) else { return nil }
    if value.typeName.hasSuffix("?") { presentation.lines[0] += ", in an optional" }
    let text = presentation.text
    guard let picture = presentation.picture else { return DisplayBundle(plainText: text) }
    return figures.bundle(picturing: picture, text: text, interrupt: interrupt)
  }

  private func presentation(of value: Value) -> Presentation? {
    guard let value = value.unwrapped else { return nil }
    if let presented = value.host as? any Presented { return presented.presentation }
    guard value.typeName.hasPrefix("["), let elements = value.elements, !elements.isEmpty else {
      return nil
    }
    let images = elements.prefix(ImagePictures.limit).compactMap { $0.host(as: Image.self) }
    if images.count == min(elements.count, ImagePictures.limit) {
      return ImagePictures.presentation(
        counted(elements.count, "image"), images, of: elements.count)
    }
    guard elements[0].host is any Presented else { return nil }
    return list(of: elements, type: value.typeName)
  }

  // MARK: Arrays

  /// The most elements that are listed.
  private static let listLimit = 20

  /// An array of values: a line for each.
  private func list(of elements: [Value], type: String) -> Presentation {
    let count = elements.count
    let isShort = count <= Self.listLimit
    let shown = isShort ? Array(0..<count) : Array(0..<Self.listLimit - 5) + (count - 4..<count)
    let width = "\(count - 1)".count
    var lines = ["\(type), \(counted(count, "element"))"]
    for (place, index) in shown.enumerated() {
      if !isShort, place == Self.listLimit - 5 { lines.append("  …") }
      let number = String(repeating: " ", count: width - "\(index)".count) + "\(index)"
      lines.append(shortened("  \(number)  \(line(of: elements[index]))", to: TensorLayout.width))
    }
    return Presentation(lines)
  }

  private func line(of element: Value) -> String {
    guard let presented = element.host as? any Presented else { return element.description }
    if let tensor = presented as? any OneLined { return tensor.line }
    return presented.description
  }
}

/// A value whose description is not the line that stands for it in a list.
protocol OneLined {
  /// What stands for it in a list.
  var line: String { get }
}
