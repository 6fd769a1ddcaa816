enum Alignment { case left, right, centre }

struct Column {
  let title: String
  var alignment = Alignment.left
}

struct Table {
  let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: Column...) { self.columns = columns }

  mutating func add(_ cells: Any...) {
    rows.append(cells.map { "\($0)" })
  }

  private var widths: [Int] {
    columns.indices.map { c in
      max(columns[c].title.count, rows.map { $0[c].count }.max() ?? 0)
    }
  }

  private func fit(_ text: String, _ width: Int, _ alignment: Alignment) -> String {
    let space = width - text.count
    func blank(_ n: Int) -> String { String(repeating: " ", count: n) }
    switch alignment {
    case .left: return text + blank(space)
    case .right: return blank(space) + text
    case .centre: return blank(space / 2) + text + blank(space - space / 2)
    }
  }

  func rendered() -> String {
    let widths = self.widths
    let rule = "+" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "+") + "+"
    func line(_ cells: [String], header: Bool = false) -> String {
      let fitted = zip(cells, zip(widths, columns)).map { cell, layout in
        fit(cell, layout.0, header ? .centre : layout.1.alignment)
      }
      return "| " + fitted.joined(separator: " | ") + " |"
    }
    var lines = [rule, line(columns.map(\.title), header: true), rule]
    lines += rows.map { line($0) }
    lines.append(rule)
    return lines.joined(separator: "\n")
  }
}

var table = Table(
  Column(title: "Item"),
  Column(title: "Qty", alignment: .right),
  Column(title: "Price", alignment: .right),
  Column(title: "In stock", alignment: .centre))
table.add("Espresso beans", 2, 18.5, true)
table.add("Mug", 12, 7.25, false)
table.add("Kettle, steel", 1, 129.0, true)
print(table.rendered())
print(Table(Column(title: "Empty")).rendered())
