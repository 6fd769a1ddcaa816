internal import CGnuplot
internal import Glibc

/// One running gnuplot and the conversation with it.
///
/// A figure is one `load` of the script in memory, which stops at its first error, and a question for
/// the error number, whose answer ends the figure. The commands on the pipe are always the same.
@safe struct GnuplotChild: ~Copyable {
  private let process: OpaquePointer
  private let executable: String
  private let timeout: Duration
  private var questions = 0
  /// How many figures it has drawn.
  private(set) var figures = 0

  private init(process: OpaquePointer, executable: String, timeout: Duration) {
    unsafe self.process = unsafe process
    self.executable = executable
    self.timeout = timeout
  }

  /// Starts gnuplot and makes sure that it is one, and not too old.
  static func started(
    _ executable: String, timeout: Duration, interrupt: @Sendable () -> Bool
  ) throws(GnuplotError) -> GnuplotChild {
    var error: Int32 = 0
    guard let process = unsafe cgnuplot_start(executable, &error) else {
      if error == ENOENT { throw .notInstalled(executable: executable) }
      throw .cannotStart(executable: executable, error: error)
    }
    var child = unsafe GnuplotChild(process: process, executable: executable, timeout: timeout)
    let version: String
    do throws(GnuplotError) {
      version = try child.ask("GPVAL_VERSION", after: "set print '-'\n", interrupt)
    } catch .died(_, let message) {
      throw .notGnuplot(executable: executable, message: message)
    }
    guard let major = Int(version.prefix(while: \.isNumber)), major >= 5 else {
      throw .tooOld(executable: executable, version: version)
    }
    return child
  }

  deinit {
    unsafe cgnuplot_stop(process)
  }

  /// The process's id.
  var processID: Int32 { unsafe cgnuplot_process_id(process) }

  /// Draws a script and returns what it drew.
  mutating func draw(
    _ script: GnuplotScript, interrupt: @Sendable () -> Bool
  ) throws(GnuplotError) -> [UInt8] {
    try send(script)
    let answer = try ask(
      "GPVAL_ERRNO",
      after: """
        reset
        reset errors
        data = '/proc/self/fd/\(CGnuplotData)'
        picture = '/proc/self/fd/\(CGnuplotPicture)'
        load '/proc/self/fd/\(CGnuplotScript)'

        """, interrupt)
    // Ends the picture also where the script stopped in the middle.
    _ = try ask("GPVAL_ERRNO", after: "unset multiplot\nunset output\n", interrupt)
    let message = take(CGnuplotMessages)
    guard answer == "0" else { throw .failed(message: GnuplotChild.tidied(message)) }
    figures += 1
    return try picture()
  }

  /// How a process ended, by its wait status.
  private static func ending(_ status: Int32) -> GnuplotError.Ending {
    // The layout of a wait status, as WIFSIGNALED and WEXITSTATUS read it.
    status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}

// MARK: - The conversation

extension GnuplotChild {
  /// Puts script and data into the process's memory files.
  private mutating func send(_ script: GnuplotScript) throws(GnuplotError) {
    var error = unsafe cgnuplot_clear(process)
    if error == 0 {
      var text = script.text
      error = text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          guard let first = characters.baseAddress else { return 0 }
          return unsafe cgnuplot_write_script(process, first, characters.count)
        }
      }
    }
    for block in script.blocks where error == 0 {
      switch block {
      case .doubles(let numbers):
        error = unsafe numbers.withUnsafeBufferPointer { numbers in
          unsafe cgnuplot_write_doubles(process, numbers.baseAddress, numbers.count)
        }
      case .bytes(let bytes):
        error = unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe cgnuplot_write_bytes(process, bytes.baseAddress, bytes.count)
        }
      }
    }
    if error != 0 { throw .cannotSend(error: error) }
  }

  /// Sends commands and a question, and returns the answer.
  private mutating func ask(
    _ expression: String, after commands: String, _ interrupt: @Sendable () -> Bool
  ) throws(GnuplotError) -> String {
    questions += 1
    let mark = "mamlnb \(questions):"
    let error = unsafe cgnuplot_command(process, "\(commands)print '\(mark)',\(expression)\n")
    if error != 0 && error != EPIPE { throw .cannotSend(error: error) }
    let clock = ContinuousClock()
    let start = clock.now
    while true {
      let isAlive = unsafe cgnuplot_read(process, 5)
      if let answer = answer(to: mark) { return answer }
      if !isAlive { throw died() }
      if interrupt() { throw .interrupted }
      if clock.now - start > timeout { throw .timedOut(after: timeout) }
    }
  }

  /// The rest of the reply's line that starts with a mark, once it has come.
  private func answer(to mark: String) -> String? {
    let lines = text(CGnuplotReplies)
      .split(separator: "\n", omittingEmptySubsequences: false)
    // The last piece is not followed by a line break: it may not be whole yet.
    for line in lines.dropLast() where line.hasPrefix(mark) {
      unsafe cgnuplot_forget(process, CGnuplotReplies)
      return String(line.dropFirst(mark.count).drop { $0 == " " })
    }
    return nil
  }

  /// What a stream has brought so far.
  private func text(_ stream: CGnuplotStream) -> String {
    var count = 0
    let start = unsafe cgnuplot_text(process, stream, &count)
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// What a stream has brought so far, which is then forgotten.
  private func take(_ stream: CGnuplotStream) -> String {
    defer { unsafe cgnuplot_forget(process, stream) }
    return text(stream)
  }

  /// The error for a process whose streams have ended.
  private func died() -> GnuplotError {
    var status: Int32 = 0
    // Streams end a moment before the process does; one that only closed them is as good as dead.
    _ = unsafe cgnuplot_has_ended(process, 200, &status)
    return .died(
      ending: GnuplotChild.ending(status),
      message: GnuplotChild.tidied(text(CGnuplotMessages)))
  }

  /// The bytes of the picture file.
  private func picture() throws(GnuplotError) -> [UInt8] {
    let size = max(0, unsafe cgnuplot_picture_size(process))
    var error: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      error = unsafe cgnuplot_read_picture(process, buffer.baseAddress, size)
      count = error == 0 ? size : 0
    }
    if error != 0 { throw .cannotSend(error: error) }
    return bytes
  }

  /// Gnuplot's message without blank lines and without the names of memory files.
  static func tidied(_ message: String) -> String {
    message.split(whereSeparator: \.isNewline)
      .map { line in
        line.replacing("\"/proc/self/fd/\(CGnuplotScript)\" ", with: "")
      }
      .filter { !$0.allSatisfy(\.isWhitespace) }
      .joined(separator: "\n")
  }
}
