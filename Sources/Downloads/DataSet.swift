internal import Text

/// Characters that are to be had as archives from the web.
package struct DataSet: Sendable {
  /// What a person calls it.
  package let name: String
  /// Its name in a sentence.
  package let title: String
  /// Where its authors publish it.
  package let home: Source
  /// Its archives.
  package let archives: [Archive]

  /// One archive: what its authors published, and what it must hold whoever packed it.
  package struct Archive: Sendable {
    /// The name of the file.
    package let file: String
    /// The number of bytes of the official file.
    package let size: Int
    /// The SHA-256 digest of the official file, in hexadecimal digits.
    package let digest: String
    /// What it holds, such as `964 characters`.
    package let contents: String
    /// Returns what is wrong with a file that should hold that, in words that follow its name, or nil;
    /// is given what to ask whether to stop.
    let fault: @Sendable (_ path: String, _ interrupt: () -> Bool) throws -> String?

    package init(
      file: String, size: Int, digest: String, contents: String,
      fault: @escaping @Sendable (_ path: String, _ interrupt: () -> Bool) throws -> String?
    ) {
      self.file = file
      self.size = size
      self.digest = digest
      self.contents = contents
      self.fault = fault
    }
  }

  package init(name: String, title: String, home: Source, archives: [Archive]) {
    self.name = name
    self.title = title
    self.home = home
    self.archives = archives
  }
}

extension DataSet {
  /// All that there are.
  package static let all = [omniglot]

  /// Returns the data set of a name.
  package static func named(_ name: String) throws(UnknownDataSet) -> DataSet {
    guard let dataSet = all.first(where: { $0.name == name }) else {
      throw UnknownDataSet(name: name)
    }
    return dataSet
  }
}

/// No data set has this name.
package struct UnknownDataSet: Error, Hashable, CustomStringConvertible {
  package let name: String

  /// The error in words, with what was meant.
  package var description: String {
    let names = DataSet.all.map(\.name)
    let nearest = nearest(to: name, among: names)
    let known = names.map { "'\($0)'" }.joined(separator: ", ")
    return "there is no data set '\(name)'" + (nearest.map(suggestion) ?? "; there is \(known)")
  }
}
