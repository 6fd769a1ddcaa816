/// Something that running a cell produced, in the shapes of nbformat 4.5.
public enum Output: Sendable, Equatable {
  /// Text that was printed.
  case stream(Stream, text: String)
  /// Something shown while the cell ran: a figure, a table.
  case displayData(MediaBundle)
  /// The value of the cell's last expression.
  case executeResult(MediaBundle)
  /// Why the cell failed.
  case error(Failure)

  /// Where text was printed to.
  public enum Stream: String, Sendable {
    /// Standard output.
    case stdout
    /// Standard error.
    case stderr
  }

  /// A failure in Jupyter's three parts.
  public struct Failure: Sendable, Equatable {
    /// The kind of failure in a word or two.
    public var name: String
    /// What happened, in a sentence.
    public var message: String
    /// The lines that show where.
    public var traceback: [String]

    /// A failure of these parts.
    public init(name: String, message: String, traceback: [String]) {
      self.name = name
      self.message = message
      self.traceback = traceback
    }
  }

  /// The outputs with neighbouring texts of one stream joined, as Jupyter keeps them.
  public static func joined(_ outputs: [Output]) -> [Output] {
    var joined: [Output] = []
    for output in outputs {
      joined.appendJoining(output)
    }
    return joined
  }
}

extension [Output] {
  /// Adds an output; printed text goes to the end of the text before it, as Jupyter keeps it.
  public mutating func appendJoining(_ output: Output) {
    guard case .stream(let stream, let text) = output, case .stream(stream, var joined)? = last
    else {
      append(output)
      return
    }
    // Taken out of the list while it grows: a text that two hold is copied.
    self[count - 1] = .stream(stream, text: "")
    joined += text
    self[count - 1] = .stream(stream, text: joined)
  }
}
