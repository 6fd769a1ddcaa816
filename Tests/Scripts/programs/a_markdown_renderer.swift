enum Block {
  case heading(level: Int, text: String)
  case paragraph(String)
  case list([String])
  case code([String])
  case rule
}

func parse(_ source: String) -> [Block] {
  var blocks: [Block] = []
  var paragraph: [String] = [], list: [String] = []
  var code: [String]? = nil

  func flush() {
    if !paragraph.isEmpty {
      blocks.append(.paragraph(paragraph.joined(separator: " ")))
      paragraph = []
    }
    if !list.isEmpty {
      blocks.append(.list(list))
      list = []
    }
  }

  for line in source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
    if code != nil {
      if line == "```" {
        blocks.append(.code(code!))
        code = nil
      } else {
        code!.append(line)
      }
      continue
    }
    switch line {
    case "```":
      flush()
      code = []
    case "---":
      flush()
      blocks.append(.rule)
    case "":
      flush()
    case let text where text.hasPrefix("#"):
      flush()
      let level = text.prefix { $0 == "#" }.count
      blocks.append(.heading(level: level, text: String(text.dropFirst(level + 1))))
    case let text where text.hasPrefix("- "):
      if list.isEmpty { flush() }
      list.append(String(text.dropFirst(2)))
    default:
      paragraph.append(line)
    }
  }
  flush()
  return blocks
}

func escaped(_ text: String) -> String {
  var out = ""
  for c in text {
    switch c {
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "&": out += "&amp;"
    default: out.append(c)
    }
  }
  return out
}

func inline(_ text: String) -> String {
  var out = "", open: [String: Bool] = [:]
  var rest = escaped(text)[...]
  func toggle(_ tag: String) -> String {
    let isOpen = open[tag, default: false]
    open[tag] = !isOpen
    return isOpen ? "</\(tag)>" : "<\(tag)>"
  }
  while let c = rest.first {
    if rest.hasPrefix("**") {
      out += toggle("strong")
      rest = rest.dropFirst(2)
    } else if c == "*" {
      out += toggle("em")
      rest = rest.dropFirst()
    } else if c == "`" {
      out += toggle("code")
      rest = rest.dropFirst()
    } else {
      out.append(c)
      rest.removeFirst()
    }
  }
  return out
}

func html(_ block: Block) -> String {
  switch block {
  case let .heading(level, text): "<h\(level)>\(inline(text))</h\(level)>"
  case .paragraph(let text): "<p>\(inline(text))</p>"
  case .list(let items): "<ul>\n" + items.map { "  <li>\(inline($0))</li>\n" }.joined() + "</ul>"
  case .code(let lines): "<pre>" + lines.map(escaped).joined(separator: "\n") + "</pre>"
  case .rule: "<hr>"
  }
}

let source = """
  # A *small* title

  Some **bold** text and `code`
  on two lines & more.
  ## Lists
  - one
  - two *stars*
  ---
  ```
  if a < b { swap(&a, &b) }

  # not a heading
  ```
  The end
  """
let blocks = parse(source)
for block in blocks { print(html(block)) }
let kinds = blocks.map { "\($0)".prefix { $0 != "(" } }
print(kinds)
