/// A function of the standard library that is written in Swift and not in the cell language, as far as the
/// checker knows it.
package protocol NativeDeclaration: AnyObject, Sendable {
  /// What the compiler knows it as, where it knows it.
  var intrinsic: Intrinsic? { get }
}

extension NativeDeclaration {
  /// The operation that the compiler puts in its place, where there is one.
  package var operation: Operation? {
    if case .operation(let operation)? = intrinsic { operation } else { nil }
  }
}

/// A function, initialiser, property or subscript of a host, as far as the checker knows it.
package protocol HostDeclaration: Sendable {
  /// What it does, for the help.
  var documentation: String { get }
  /// What lists by topic file it under.
  var topic: String { get }
  /// Whether it can be written to.
  var hasSetter: Bool { get }
}

/// What is called of a host's declaration.
package struct HostImplementation: Sendable {
  package let declaration: any HostDeclaration
  package let isSetter: Bool

  package init(declaration: any HostDeclaration, isSetter: Bool) {
    self.declaration = declaration
    self.isSetter = isSetter
  }
}

/// A constant of a host, as far as the checker knows it.
package protocol HostConstantDeclaration: Sendable {
  /// `let dataFolder: String`
  var declaration: String { get }
  /// What it is, for the help.
  var documentation: String { get }
}
