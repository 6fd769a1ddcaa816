import Downloads
import Testing

@Suite struct `A data set` {
  @Test func `is found by its name`() throws {
    let omniglot = try DataSet.named("omniglot")

    #expect(omniglot.archives.map(\.file) == ["images_background.zip", "images_evaluation.zip"])
    #expect(omniglot.archives.map(\.size) == [9_464_212, 6_462_886])
    #expect(omniglot.archives.allSatisfy { $0.digest.count == 64 })
    #expect(
      omniglot.archives.map(\.contents) == [
        "964 characters of 30 alphabets", "659 characters of 20 alphabets",
      ])
  }

  @Test(arguments: [
    ("omniglt", "there is no data set 'omniglt'; did you mean 'omniglot'?"),
    ("Omniglot", "there is no data set 'Omniglot'; did you mean 'omniglot'?"),
    ("mnist", "there is no data set 'mnist'; there is 'omniglot'"),
  ])
  func `that nobody knows is told with what there is`(name: String, text: String) {
    let error = #expect(throws: UnknownDataSet.self) { try DataSet.named(name) }
    #expect(error?.description == text)
  }
}

@Suite struct `A source` {
  @Test(arguments: [
    ("https://example.org/omniglot", Source.web("https://example.org/omniglot")),
    ("https://example.org/omniglot//", .web("https://example.org/omniglot")),
    ("HTTP://127.0.0.1:80", .web("HTTP://127.0.0.1:80")),
    ("../shared", .folder("../shared")), ("/", .folder("/")), ("https:", .folder("https:")),
  ])
  func `is an address or a folder`(text: String, source: Source) {
    #expect(Source(parsing: text) == source)
  }

  @Test(arguments: [
    "", "ftp://example.org", "file:///etc", "https://", "http://a b", "http://a\nb", "a\0b", "://",
  ])
  func `is nothing else`(text: String) {
    #expect(Source(parsing: text) == nil)
  }
}

@Suite struct `An error of a download` {
  private let url = "http://example.org/a.zip"

  @Test func `is a sentence with its address`() {
    let errors: [(DownloadError, String)] = [
      (.status(url: url, code: 404), "cannot download '\(url)': the server answers 404 Not Found"),
      (.status(url: url, code: 418), "cannot download '\(url)': the server answers 418"),
      (
        .stalled(url: url, after: .seconds(30)),
        "cannot download '\(url)': hardly anything came for 30 s"
      ),
      (
        .endedEarly(url: url, received: 10, total: 20),
        "cannot download '\(url)': the connection ended after 10 of 20 bytes"
      ),
      (
        .wrongSize(source: url, size: 1, expected: 2),
        "'\(url)' is not the official file: it has 1 bytes instead of 2"
      ),
      (.unfit(source: url, fault: "is truncated"), "'\(url)' is truncated"),
      (.busy(path: "a.zip"), "another process is fetching 'a.zip' right now"),
    ]
    for (error, text) in errors { #expect("\(error)" == text) }
  }
}
