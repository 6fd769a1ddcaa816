internal import Text

/// The ids of a notebook's cells, of which no two are the same.
///
/// A cell that has no name is called by what it says, so that its id stays when others come before it.
struct JupyterIDs {
  /// Names that cells have.
  private let names: Set<String>
  private var taken: Set<String> = []

  /// Ids of a notebook whose cells have these names, which no other gets.
  init(names: Set<String>) { self.names = names }

  /// The id of the next cell.
  mutating func id(named name: String?, kind: String, of text: String) -> String {
    let first = name ?? "\(kind)-\(hexadecimal(Self.digest(of: text), digits: 8))"
    var id = first
    var number = 2
    while (id != name && names.contains(id)) || !taken.insert(id).inserted {
      let ending = "-\(number)"
      // An id has at most 64 characters.
      id = first.prefix(64 - ending.count) + ending
      number += 1
    }
    return id
  }

  /// The digest by Fowler, Noll and Vo, FNV-1a with 32 bits.
  private static func digest(of text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
