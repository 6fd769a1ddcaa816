internal import Notebook
internal import Synchronization

/// Keeps the outputs of a session in a folder, until the first time that it cannot.
///
/// Why it cannot is said once: it is no failure of the cells, which run as they would.
final class OutputKeeper: Sendable {
  private let folder: Mutex<OutputFolder?>
  private let presenter: any SessionPresenter

  /// A keeper; without a folder nothing is kept.
  init(_ folder: OutputFolder?, presenter: any SessionPresenter) {
    self.folder = Mutex(folder)
    self.presenter = presenter
  }

  /// Writes an image, and returns its path; nil where it is not kept.
  func write(_ bytes: [UInt8], to name: String) -> String? {
    guard let folder = current else { return nil }
    do {
      try folder.write(bytes, to: name)
      return folder.path + "/" + name
    } catch {
      giveUp("\(error)")
      return nil
    }
  }

  /// Writes the list of all outputs.
  func save(_ sidecar: Sidecar) {
    do {
      try current?.write(sidecar)
    } catch {
      giveUp("\(error)")
    }
  }

  private var current: OutputFolder? { folder.withLock { $0 } }

  private func giveUp(_ reason: String) {
    folder.withLock { $0 = nil }
    presenter.present(.note("outputs are not kept: \(reason)"))
  }
}
