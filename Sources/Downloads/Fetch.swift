internal import SystemFiles

/// Brings the archives of a data set into a folder, each of which is either whole there or not there.
///
/// An archive comes beside its place and is looked at before it gets its name. From the authors' own
/// address only the official bytes will do. From anywhere else an archive is taken that holds what it
/// must hold, and is said not to be the official one. One that is in the folder already and is either
/// of them is left alone.
package struct Fetch {
  private let dataSet: DataSet
  private let source: Source
  private let folder: String
  private let patience: Patience
  private let interrupt: () -> Bool
  private let report: (Event) -> Void

  /// What happens to an archive.
  package enum Event {
    /// It is in the folder already.
    case present(DataSet.Archive, Verdict)
    /// What is in the folder under its name is something else, or damaged, and will be replaced.
    case unfit(DataSet.Archive, DownloadError)
    /// So many of its bytes are here, of so many where that is known.
    case progress(DataSet.Archive, Int, of: Int?)
    /// Something failed that may pass; the next attempt follows after a pause.
    case retry(DataSet.Archive, DownloadError, after: Duration)
    /// The bytes that were there cannot be gone on with, because of an error or because the server
    /// sends all.
    case restart(DataSet.Archive, DownloadError?)
    /// It is in the folder now.
    case fetched(DataSet.Archive, Verdict)
  }

  /// More bytes than any archive has.
  package static let limit = 100_000_000

  /// What is to be done.
  ///
  /// - Parameters:
  ///   - source: Where the archives come from; its authors' address where nobody says.
  ///   - folder: Where they go.
  ///   - interrupt: Whether to stop; is asked about twenty times in a second.
  ///   - report: Is told what happens.
  package init(
    _ dataSet: DataSet, from source: Source? = nil, to folder: String,
    patience: Patience = Patience(),
    interrupt: @escaping () -> Bool, report: @escaping (Event) -> Void
  ) {
    self.dataSet = dataSet
    self.source = source ?? dataSet.home
    self.folder = folder
    self.patience = patience
    self.interrupt = interrupt
    self.report = report
  }

  /// Does it.
  package func run() throws(DownloadError) {
    try usingFiles { () throws(FileError) in try FileAccess.everywhere.makeFolder(folder) }
    for archive in dataSet.archives {
      if let verdict = try verdictOnPresent(archive) {
        report(.present(archive, verdict))
      } else {
        report(.fetched(archive, try fetch(archive)))
      }
    }
  }

  /// What is in the folder under the name of an archive; nil where that is nothing to keep.
  private func verdictOnPresent(_ archive: DataSet.Archive) throws(DownloadError) -> Verdict? {
    let path = path(of: archive)
    let kind = try usingFiles { () throws(FileError) in try FileAccess.everywhere.kind(of: path) }
    guard let kind else { return nil }
    // A pipe without a writer would have us wait for one.
    guard kind != .other else { throw .file(FileError(.read, path, .notAFile)) }
    do throws(DownloadError) {
      return try archive.verdict(on: path, from: path, isOfficial: false, interrupt: interrupt)
    } catch .unfit(let source, let fault) {
      report(.unfit(archive, .unfit(source: source, fault: fault)))
      return nil
    }
  }

  private func path(of archive: DataSet.Archive) -> String {
    Source.folder(folder).place(of: archive.file)
  }
}

// MARK: - One archive

extension Fetch {
  private var isOfficial: Bool { source == dataSet.home }

  /// Brings an archive and gives it its name.
  private func fetch(_ archive: DataSet.Archive) throws(DownloadError) -> Verdict {
    var part = try PartialFile(of: path(of: archive))
    do throws(DownloadError) {
      let verdict = try bring(archive, &part, mayStartOver: true)
      guard !interrupt() else { throw .interrupted }
      try part.finish()
      return verdict
    } catch {
      if error.spoilsPart { try part.restart(from: nil) }
      throw error
    }
  }

  /// Brings the bytes of an archive and looks at them.
  private func bring(
    _ archive: DataSet.Archive, _ part: inout PartialFile, mayStartOver: Bool
  ) throws(DownloadError) -> Verdict {
    let isPieced: Bool
    switch source {
    case .web(let url):
      isPieced = try download(archive, from: "\(url)/\(archive.file)", &part)
    case .folder:
      try copy(archive, from: source.place(of: archive.file), &part)
      isPieced = false
    }
    do throws(DownloadError) {
      return try archive.verdict(
        on: part.partPath, from: source.place(of: archive.file), isOfficial: isOfficial,
        interrupt: interrupt)
    } catch {
      // The pieces may be of different versions of the file, or somebody wrote into the part.
      guard isPieced, mayStartOver, error.spoilsPart else { throw error }
      report(.restart(archive, error))
      try part.restart(from: nil)
      return try bring(archive, &part, mayStartOver: false)
    }
  }

  private func download(
    _ archive: DataSet.Archive, from url: String, _ part: inout PartialFile
  ) throws(DownloadError) -> Bool {
    var download = Download(
      url: url, size: isOfficial ? archive.size : nil, limit: Self.limit, patience: patience,
      interrupt: interrupt
    ) { event in
      switch event {
      case .progress(let count, let total): report(.progress(archive, count, of: total))
      case .retry(let error, let pause): report(.retry(archive, error, after: pause))
      case .restart: report(.restart(archive, nil))
      }
    }
    try download.run(into: &part)
    return download.isPieced
  }

  private func copy(
    _ archive: DataSet.Archive, from path: String, _ part: inout PartialFile
  ) throws(DownloadError) {
    let kind = try usingFiles { () throws(FileError) in try FileAccess.everywhere.kind(of: path) }
    guard let kind else { throw .notThere(path: path) }
    guard kind != .other else { throw .file(FileError(.read, path, .notAFile)) }
    let total = try byteSize(ofFile: path)
    try part.restart(from: nil)
    do throws(DownloadError) {
      try forEachChunk(of: path, interrupt: interrupt) { (chunk) throws(DownloadError) in
        try part.append(chunk)
        guard part.size <= Self.limit else { throw .tooLarge(source: path, limit: Self.limit) }
        report(.progress(archive, part.size, of: total))
      }
    } catch {
      // A copy is not gone on with.
      try part.restart(from: nil)
      throw error
    }
  }
}

extension DownloadError {
  /// Whether what has come is worth nothing.
  fileprivate var spoilsPart: Bool {
    switch self {
    case .wrongSize, .wrongDigest, .tooLarge, .unfit: true
    case .interrupted, .noLibrary, .connection, .untrusted, .stalled, .endedEarly, .status,
      .wrongRange, .busy, .notThere, .file:
      false
    }
  }
}
