internal import FewShotData

extension DataSet {
  /// Omniglot (Lake, Salakhutdinov and Tenenbaum 2015), from the repository of its authors.
  ///
  /// They published no digests. These are TensorFlow Datasets', which checks every download of the
  /// same addresses against them; the files have not changed since they were added in 2015.
  package static let omniglot = DataSet(
    name: "omniglot", title: "Omniglot",
    home: .web("https://raw.githubusercontent.com/brendenlake/omniglot/master/python"),
    archives: [
      Archive(
        .background, size: 9_464_212,
        digest: "ad41ab679c8b5d90b271ef46be6987cc81211774a695c29dcc5367b2b26ee640"),
      Archive(
        .evaluation, size: 6_462_886,
        digest: "1f61a8f3366785b057fc117d9228e78a16e3d976c8953b2a10fcc74cf0609cee"),
    ])
}

extension DataSet.Archive {
  fileprivate init(_ archive: OmniglotArchive, size: Int, digest: String) {
    self.init(
      file: archive.file, size: size, digest: digest,
      contents: "\(archive.characters) characters of \(archive.alphabets) alphabets",
      fault: { path, interrupt in
        try archive.fault(of: path, interrupt: interrupt).map { "\($0)" }
      })
  }
}
