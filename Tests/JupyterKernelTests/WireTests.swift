import JupyterKernel
import Testing
import Text

@Suite struct MessageKeyTests {
  /// The vectors of RFC 4231 whose keys are text: a short one; with the message in parts.
  @Test func `signs as the standard does`() throws {
    let key = try MessageKey("Jefe")

    let signature = key.signature(
      of: ["what do ya ", "want ", "for nothing?"].map { Array($0.utf8) })

    #expect(
      String(decoding: signature, as: UTF8.self)
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  /// By `hmac.new(b"k" * 200, b"message", "sha256")` of Python's.
  @Test func `hashes a key that is longer than a block`() throws {
    let key = try MessageKey(String(repeating: "k", count: 200))

    let signature = key.signature(of: [Array("message".utf8)])

    #expect(
      String(decoding: signature, as: UTF8.self)
        == "3badf82b9f5273bc369d6a02e72487c74a31bff445000fec40fe0cee65c08bf2")
  }

  @Test func `accepts its own signature and no other`() throws {
    let key = try MessageKey("secret")
    let frames = [Array("a".utf8), Array("b".utf8)]
    let signature = key.signature(of: frames)

    #expect(key.accepts(signature, of: frames))
    #expect(!key.accepts(signature, of: frames.reversed()))
    #expect(!key.accepts(Array(signature.dropLast()), of: frames))
    #expect(!key.accepts([], of: frames))
    #expect(try !MessageKey("Secret").accepts(signature, of: frames))
  }

  @Test func `that is empty signs nothing and accepts all`() throws {
    let key = try MessageKey("")

    #expect(key.signature(of: [[1]]).isEmpty)
    #expect(key.accepts([7], of: [[1]]))
  }
}

@Suite struct WireMessageTests {
  private let message = WireMessage(
    names: [[1, 2], [3]], header: Array(#"{"msg_type": "x"}"#.utf8), content: Array("{}".utf8),
    buffers: [[0, 255], []])

  @Test func `comes back from its frames`() throws {
    let key = try MessageKey("key")

    let read = try WireMessage(message.frames(key: key), key: key)

    #expect(read == message)
  }

  @Test func `is refused where one byte that is signed has changed`() throws {
    let key = try MessageKey("key")
    let frames = message.frames(key: key)

    for place in 3...7 {
      var changed = frames
      changed[place][0] ^= 1
      #expect(throws: WireMessage.Fault.wrongSignature) {
        try WireMessage(changed, key: key)
      }
    }
  }

  @Test func `is refused where frames are missing`() throws {
    let key = try MessageKey("")
    let frames = message.frames(key: key)

    for count in 0..<8 {
      #expect(throws: WireMessage.Fault.malformed) {
        try WireMessage(Array(frames.prefix(count)), key: key)
      }
    }
    #expect(throws: WireMessage.Fault.malformed) { try WireMessage([[], []], key: key) }
  }
}

@Suite struct ConnectionTests {
  private static let text = """
    {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "iopub_port": 2, "stdin_port": 3,
     "control_port": 4, "hb_port": 65535, "signature_scheme": "hmac-sha256", "key": "abc",
     "kernel_name": "mamlnb"}
    """

  @Test func `is read from the file that Jupyter writes`() throws {
    let connection = try Connection(parsing: Self.text)

    #expect(connection.key == "abc")
    #expect(connection.address(.shell) == "tcp://127.0.0.1:1")
    #expect(connection.address(.heartbeat) == "tcp://127.0.0.1:65535")
  }

  @Test func `knows sockets with paths and addresses of version 6`() throws {
    let paths = Self.text.replacing("\"tcp\"", with: "\"ipc\"").replacing("127.0.0.1", with: "/a/b")
    let six = Self.text.replacing("127.0.0.1", with: "::1")

    #expect(try Connection(parsing: paths).address(.input) == "ipc:///a/b-3")
    #expect(try Connection(parsing: six).address(.control) == "tcp://[::1]:4")
  }

  @Test(
    arguments: [
      ("\"tcp\"", "\"udp\"", "transport 'udp' is neither 'tcp' nor 'ipc'"),
      ("hmac-sha256", "hmac-md5", "signature scheme 'hmac-md5' is not 'hmac-sha256'"),
      ("\"hb_port\": 65535", "\"hb_port\": 65536", "no port from 0 to 65535 for 'hb_port'"),
      ("\"hb_port\": 65535", "\"hb_port\": -1", "no port from 0 to 65535 for 'hb_port'"),
      ("\"key\": \"abc\"", "\"key\": 1", "no 'key'"),
      ("\"ip\"", "\"IP\"", "no 'ip'"),
      ("{\"transport", "[{\"transport", "not JSON: expected ',' or ']' at byte"),
    ])
  func `says what is wrong with a file`(good: String, bad: String, reason: String) throws {
    let folder = try Folder()
    let path = folder.path + "/connection.json"
    try Array(Self.text.replacing(good, with: bad).utf8).write(to: path)

    let error = #expect(throws: KernelError.self) { try Connection(contentsOf: path) }

    #expect("\(try #require(error))".hasPrefix("'\(path)' is no connection file: \(reason)"))
  }

  @Test func `says that a file is missing`() {
    let error = #expect(throws: KernelError.self) { try Connection(contentsOf: "/nowhere/at/all") }

    #expect(error.map { "\($0)" } == "cannot read '/nowhere/at/all': No such file or directory")
  }
}

@Suite struct Base64Tests {
  /// The vectors of RFC 4648.
  @Test(
    arguments: zip(
      ["", "f", "fo", "foo", "foob", "fooba", "foobar"],
      ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]))
  func `is that of the standard`(text: String, expected: String) {
    #expect(Base64.text(of: Array(text.utf8)) == expected)
  }

  @Test func `has all of its digits`() {
    #expect(Base64.text(of: [0x00, 0x10, 0x83, 0xFB, 0xEF, 0xFF]) == "ABCD++//")
  }
}
