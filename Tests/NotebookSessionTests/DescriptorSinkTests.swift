import Glibc
import NotebookSession
import Testing

@Suite struct DescriptorSinkTests {
  /// Both ends of a pipe.
  private struct Pipe: ~Copyable {
    private(set) var reading: Int32
    let writing: Int32

    init() {
      signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [0, 0]
      _ = unsafe pipe(&ends)
      (reading, writing) = (ends[0], ends[1])
    }

    deinit {
      close(reading)
      close(writing)
    }

    mutating func closeReading() {
      close(reading)
      reading = -1
    }

    /// What has arrived, at most 64 kB of it; waits for the first of it.
    func read() -> String {
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = unsafe Glibc.read(reading, &bytes, bytes.count)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
  }

  @Test func `the first text goes out at once`() {
    let pipe = Pipe()

    DescriptorSink(pipe.writing).write("a")

    #expect(pipe.read() == "a")
  }

  @Test func `text that follows goes out soon, in order`() {
    let pipe = Pipe()
    let sink = DescriptorSink(pipe.writing)

    for number in 0..<1000 { sink.write("\(number)\n") }

    var text = ""
    while !text.hasSuffix("999\n") { text += pipe.read() }
    #expect(text == (0..<1000).map { "\($0)\n" }.joined())
  }

  @Test func `nothing waits after a flush`() {
    let pipe = Pipe()
    let sink = DescriptorSink(pipe.writing)
    sink.write("a")
    sink.write("b")

    sink.flush()

    var text = pipe.read()
    if text == "a" { text += pipe.read() }
    #expect(text == "ab")
  }

  @Test func `a reader who has gone away is noticed and is no failure`() {
    var pipe = Pipe()
    let sink = DescriptorSink(pipe.writing)
    #expect(!sink.isClosed)
    pipe.closeReading()

    sink.write("a")
    sink.write("b")

    #expect(sink.failure == nil)
    #expect(sink.isClosed)
  }

  @Test func `what is no terminal has no window`() {
    let pipe = Pipe()
    let sink = DescriptorSink(pipe.writing)

    #expect(sink.window == nil)
    #expect(sink.capabilities == .init())
  }

  @Test func `a descriptor that cannot be written to is a failure`() {
    let descriptor = unsafe open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    let sink = DescriptorSink(descriptor)

    sink.write("a")

    #expect(sink.failure?.hasPrefix("cannot write the output: ") == true)
    #expect(!sink.isClosed)
  }
}
