internal import CellLanguage
internal import Notebook
internal import Synchronization

/// Where the output of one evaluation goes: to the presenter at once, and into a list of outputs.
final class CellConsole: Console {
  private let cell: String?
  private let presenter: any SessionPresenter
  private let keeper: OutputKeeper
  private let lines: (@Sendable () -> String?)?
  /// Also keeps the presenter from hearing two threads at once.
  private let state = Mutex(State())

  private struct State {
    var outputs = KeptOutputs()
    var imageCount = 0
  }

  /// A console for a cell, or for a line of the prompt where `cell` is nil.
  ///
  /// - Parameter lines: gives the lines that cells read; nil where there are none.
  init(
    cell: String?, presenter: any SessionPresenter, keeper: OutputKeeper,
    lines: (@Sendable () -> String?)? = nil
  ) {
    self.cell = cell
    self.presenter = presenter
    self.keeper = keeper
    self.lines = lines
  }

  func readLine() -> String? {
    guard let lines else { return nil }
    // Whoever is asked sees the question first.
    state.withLock { _ in presenter.flush() }
    return lines()
  }

  /// What was produced so far.
  var outputs: [Output] { state.withLock { $0.outputs.outputs } }

  func emit(_ event: OutputEvent) {
    state.withLock { state in
      switch event {
      case .text(let text):
        // A line of the prompt is not kept.
        if cell != nil { state.outputs.print(text) }
        presenter.present(.text(text))
      case .display(let bundle):
        let media = MediaBundle(bundle)
        if cell != nil { state.outputs.append(Output.displayData, media) }
        presenter.present(.display(bundle, file: write(media, &state)))
        if let note = bundle.note { presenter.present(.note(note)) }
      case .progress(let report):
        presenter.present(.progress(report))
      case .note(let text):
        presenter.present(.note(text))
      }
    }
  }

  /// Shows the value of the last expression.
  ///
  /// - Returns: why it could not be shown.
  func emitResult(_ value: Value, width: Int) -> SessionFailure? {
    let bundle: DisplayBundle
    do {
      bundle = try value.displayBundle(width: width)
    } catch {
      return .cannotDisplay("\(error)")
    }
    state.withLock { state in
      let media = MediaBundle(bundle)
      if cell != nil { state.outputs.append(Output.executeResult, media) }
      presenter.present(result: bundle, file: write(media, &state))
      if let note = bundle.note { presenter.present(.note(note)) }
    }
    return nil
  }

  /// Ends the output, with the failure if there was one.
  func finish(_ failure: SessionFailure?) {
    state.withLock { state in
      presenter.present(.progress(nil))
      state.outputs.finish(failure?.output)
      if let failure { presenter.present(.failure(failure)) }
    }
  }

  /// Writes the images of a bundle.
  ///
  /// - Returns: the file of the first; nil where none is kept.
  private func write(_ media: MediaBundle, _ state: inout State) -> String? {
    var file: String?
    for representation in media.representations {
      guard case .data(let bytes) = representation.content else { continue }
      state.imageCount += 1
      guard let cell else { continue }
      let name = Sidecar.imageName(
        cell: cell, number: state.imageCount, mediaType: representation.mediaType)
      let path = keeper.write(bytes, to: name)
      file = file ?? path
    }
    return file
  }
}

extension MediaBundle {
  /// What a notebook keeps of a bundle: all but the rendering for one terminal.
  init(_ bundle: DisplayBundle) {
    let representations =
      bundle.representations
      .filter { $0.mediaType != DisplayBundle.terminalMediaType }
      .map { representation in
        let isText = representation.mediaType.hasPrefix("text/")
        return Representation(
          mediaType: representation.mediaType,
          content: isText
            ? .text(String(decoding: representation.bytes, as: UTF8.self))
            : .data(representation.bytes))
      }
    self.init(representations.sorted { $0.mediaType < $1.mediaType })
  }
}
