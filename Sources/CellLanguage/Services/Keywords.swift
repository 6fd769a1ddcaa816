internal import SwiftSyntax

/// The words of the language: where each fits, and what it does.
enum Keywords {
  /// Those that begin a statement.
  static let statements = [
    "break", "class", "continue", "defer", "do", "enum", "extension", "fallthrough", "for", "func",
    "guard", "if", "let", "protocol", "repeat", "return", "struct", "switch", "throw", "try",
    "typealias", "var", "while",
  ]

  /// Those that begin a value.
  static let values = ["false", "if", "nil", "self", "super", "switch", "true", "try"]

  /// Those that begin a member of a type.
  static let members = [
    "case", "class", "enum", "func", "init", "lazy", "let", "mutating", "override", "private",
    "static", "struct", "subscript", "typealias", "var",
  ]

  /// Those that may stand where a type does.
  static let types = ["any", "inout", "some"]

  /// Those that may follow the brace that ends a block.
  static func behindBlock(_ brace: TokenSyntax) -> [String] {
    guard let block = brace.parent, let owner = block.parent else { return [] }
    switch owner.kind {
    case .ifExpr: return ["else"]
    case .doStmt, .catchClause: return ["catch"]
    case .repeatStmt: return ["while"]
    default: return []
    }
  }

  /// Those that may follow a value on its line.
  static func behindOperand(_ operand: TokenSyntax) -> [String] {
    var result = ["as", "is"]
    var next: TokenSyntax? = operand
    // A line has a beginning that is not far.
    for _ in 0..<200 {
      guard let token = next else { return result }
      switch token.tokenKind {
      case .keyword(.in): return result + ["where"]
      case .keyword(.for): return ["in"]
      case .keyword(.guard): return result + ["else"]
      case .keyword(.case): return result + ["where"]
      case .leftBrace: return token.parent?.kind == .closureExpr ? ["in"] + result : result
      case .semicolon, .rightBrace: return result
      default: break
      }
      if token.leadingTrivia.contains(where: \.isNewline) { return result }
      next = token.previousToken(viewMode: .sourceAccurate)
    }
    result.sort()
    return result
  }
}

// MARK: - Help

extension Keywords {
  /// The words and signs of the language, each with a sample and a sentence.
  static let help: [String: (sample: String, text: String)] = [
    "let": ("let name = value", "Names a value for good."),
    "var": ("var count = 0", "Names a value that can be changed."),
    "func": (
      "func area(width: Double, height: Double) -> Double { width * height }",
      "Declares a function; callers write the labels."
    ),
    "return": ("return value", "Ends a function with its value."),
    "if": ("if x > 0 { … } else { … }", "Does one thing or another; it can be a value, too."),
    "else": ("if x > 0 { … } else { … }", "What is done where the condition does not hold."),
    "guard": (
      "guard let first = list.first else { return }",
      "Goes on only where a condition holds; else the function, loop or block is left. What it unwraps is there for all that follows."
    ),
    "switch": (
      "switch value { case 0: …; case 1...9: …; default: … }",
      "Does what the first case says that fits; the cases must cover everything."
    ),
    "case": ("case .circle(let radius): …", "One case of a `switch`, or of an `enum`."),
    "default": ("default: …", "What a `switch` does where no case fits."),
    "for": ("for item in items where item > 0 { … }", "Does something for each element."),
    "in": (
      "for item in items { … }",
      "Stands before what a loop goes through, and behind the parameters of a closure."
    ),
    "where": ("for n in 1...9 where n.isMultiple(of: 3) { … }", "Adds a condition."),
    "while": ("while x < 10 { x += 1 }", "Repeats as long as a condition holds."),
    "repeat": ("repeat { x += 1 } while x < 10", "Repeats, and looks at the condition afterwards."),
    "break": ("break", "Leaves the loop or `switch`, or the one with a label."),
    "continue": ("continue", "Goes on with the next round of the loop."),
    "fallthrough": ("fallthrough", "Goes on with the next case of a `switch`."),
    "struct": ("struct Point { var x = 0.0, y = 0.0 }", "Declares a type whose values are copied."),
    "class": ("class Node { var next: Node? }", "Declares a type whose instances are shared."),
    "enum": (
      "enum Shape { case circle(Double), square(Double) }", "Declares a type with a list of cases."
    ),
    "protocol": (
      "protocol Shape { var area: Double { get } }", "Declares what types have in common."
    ),
    "extension": ("extension Int { var half: Int { self / 2 } }", "Adds members to a type."),
    "typealias": ("typealias Row = [Double]", "Gives a type another name."),
    "associatedtype": (
      "associatedtype Element", "A type that each type with the protocol chooses."
    ),
    "init": ("init(radius: Double) { self.radius = radius }", "Makes a value of the type."),
    "deinit": ("deinit { … }", "Runs when an instance of a class ends."),
    "subscript": (
      "subscript(row: Int) -> [Double] { rows[row] }", "Declares what `value[row]` means."
    ),
    "self": ("self.x = x", "The value whose member runs; behind a type, the type as a value."),
    "Self": ("static func zero() -> Self", "The type itself."),
    "super": ("super.init()", "The class above."),
    "static": ("static let origin = Point()", "A member of the type itself."),
    "mutating": ("mutating func move() { x += 1 }", "A method that changes the value."),
    "override": ("override func draw() { … }", "Replaces a member of the class above."),
    "private": ("private var cache: [Int] = []", "Hides a member from outside of the type."),
    "lazy": (
      "lazy var table = makeTable()", "A property that gets its value when it is first read."
    ),
    "weak": ("weak var parent: Node?", "A reference that keeps nothing alive."),
    "inout": (
      "func double(_ x: inout Int) { x *= 2 }",
      "A parameter whose changes the caller sees; called with `&`."
    ),
    "throw": ("throw Problem.empty", "Ends a function with an error."),
    "throws": ("func read() throws -> String", "Says that a function may end with an error."),
    "rethrows": (
      "func each(_ body: (Int) throws -> Void) rethrows", "Throws only what its argument throws."
    ),
    "try": (
      "let text = try read()",
      "Marks a call that may throw; `try?` makes `nil` of an error, `try!` stops at one."
    ),
    "do": ("do { try read() } catch { print(error) }", "Catches errors; without `catch`, a block."),
    "catch": ("do { try read() } catch { print(error) }", "What is done with an error."),
    "defer": ("defer { print(\"done\") }", "Runs when the block is left, however."),
    "as": (
      "value as? Int",
      "Takes a value as another type; `as?` answers `nil` where it is none, `as!` stops."
    ),
    "is": ("if value is Int { … }", "Whether a value is of a type."),
    "any": ("let shapes: [any Shape]", "A value of any type with a protocol."),
    "some": ("func make() -> some Shape", "A value of one type with a protocol that is not told."),
    "nil": ("var name: String? = nil", "No value, for an optional."),
    "true": ("true", "The truth value."), "false": ("false", "The other truth value."),
    "import": ("import Foundation", "Accepted, and without effect: all libraries are there."),
    "operator": ("infix operator +++: AdditionPrecedence", "Declares an operator."),
    "??": ("name ?? \"nobody\"", "The value of an optional, or another where that is `nil`."),
    "?.": ("person?.name", "A member of an optional's value, `nil` where that is `nil`."),
    "...": ("1...3", "A range with its upper bound."),
    "..<": ("0..<3", "A range without its upper bound."),
    "->": ("func f() -> Int", "Stands before the type of a function's result."),
    "&+": ("a &+ b", "A sum that wraps round where it goes past the ends of the type."),
    "===": ("a === b", "Whether two variables have the same instance of a class."),
    "_": ("let _ = f()", "A name for what is not used."),
    "$0": (
      "[1, 2].map { $0 * 2 }",
      "The first argument of a closure that names none; `$1` is the second."
    ),
    "\\": ("people.map(\\.name)", "A key path: the way from a value to a part of it."),
    "@discardableResult": (
      "@discardableResult func f() -> Int", "The result of the function may be left unused."
    ),
    "#line": ("#line", "The line that it stands in."),
  ]

  /// A word as help shows it.
  static func summary(of word: String) -> NameSummary? {
    help[word].map {
      NameSummary(
        name: word, kind: .keyword, declaration: $0.sample, documentation: $0.text,
        topic: "Words of the language")
    }
  }
}
