/// Why a value or a state cannot be kept, or what was kept cannot be read.
public enum KeptError: Error, Hashable {
  /// A value of this type holds what lives with the process only.
  case notKeepable(type: String)
  /// A function value whose place in the sources cannot be said.
  case unnamedFunction(String)
  /// A type whose declaration cannot be named, because it is inside a function.
  case unnamedType(String)
  /// A variable that holds one of the above.
  indirect case variable(String, KeptError)
  /// The cell did not run as one text.
  case manySources
  /// The bytes are not what was written, or are of another version.
  case damaged
  /// What was kept refers to something that the sources do not declare.
  case missing(String)
  /// The source does not compile.
  case wrongSource
}

extension KeptError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .notKeepable(let type): "holds a value of type '\(type)', which lives with the process"
    case .unnamedFunction(let name):
      "holds a function made by '\(name)', which cannot be found again"
    case .unnamedType(let name):
      "holds a value of type '\(name)', which is declared inside a function"
    case .variable(let name, let problem): "'\(name)' \(problem)"
    case .manySources: "the cell was run in parts"
    case .damaged: "the kept bytes are not what was written"
    case .missing(let name): "the sources do not declare '\(name)'"
    case .wrongSource: "the source does not compile"
    }
  }
}
