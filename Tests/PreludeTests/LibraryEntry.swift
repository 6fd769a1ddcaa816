import CellLanguage
import Prelude
import Testing

/// A declaration of the library with what implements it.
struct LibraryEntry: CustomTestStringConvertible {
  /// The type that it is a member of, if any.
  let owner: String?
  /// Whether that is a protocol.
  var isOfProtocol = false
  /// The declaration and its implementation.
  let function: HostFunction

  var testDescription: String {
    [owner, function.declaration].compactMap(\.self).joined(separator: ".")
  }

  /// All of them.
  static let all: [LibraryEntry] = {
    let library = Prelude(plotsFolder: "/nowhere").library
    return library.functions.map { LibraryEntry(owner: nil, function: $0) }
      + library.types.flatMap { type in
        type.members.map { LibraryEntry(owner: type.name, function: $0) }
      }
      + library.protocols.flatMap { type in
        type.members.map { LibraryEntry(owner: type.name, isOfProtocol: true, function: $0) }
      }
  }()
}
