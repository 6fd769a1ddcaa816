import FewShotData
import Foundation
import Testing

@Suite struct OmniglotArchiveTests {
  private let archive = OmniglotArchive.background
  private let file = "images_background.zip"

  @Test(
    .enabled(if: realOmniglot != nil, "the real Omniglot archives are not at hand"),
    arguments: [OmniglotArchive.background, .evaluation])
  func `the real archives are whole`(archive: OmniglotArchive) throws {
    let folder = try #require(realOmniglot)

    #expect(try archive.fault(of: "\(folder)/\(archive.file)") == nil)
  }

  @Test(.enabled(if: realOmniglot != nil, "the real Omniglot archives are not at hand"))
  func `one archive is not the other`() throws {
    let folder = try #require(realOmniglot)

    #expect(
      try OmniglotArchive.evaluation.fault(of: "\(folder)/\(file)")
        == .wrongCharacters(count: 964, alphabets: 30, expected: .evaluation))
  }

  @Test func `an archive with other characters is none`() throws {
    let fault = try archive.fault(of: Fixture.path(file))

    #expect(fault == .wrongCharacters(count: 1, alphabets: 1, expected: archive))
    #expect(
      "\(try #require(fault))"
        == "should have 964 characters of 30 alphabets, but has 1 of 1")
  }

  @Test func `a truncated archive is none`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.bytes(file).dropLast(100), to: file)
    let path = "\(folder.path)/\(file)"

    #expect(try archive.fault(of: path) == .unreadable(.truncatedArchive(path: path)))
  }

  @Test func `a damaged drawing is found, whichever it is`() throws {
    let whole = try Fixture.bytes(file)
    let folder = try TemporaryFolder()
    for place in stride(from: 60, to: whole.count / 2, by: 211) {
      var damaged = whole
      damaged[place] ^= 0x55
      try folder.write(damaged, to: file)

      let fault = try archive.fault(of: "\(folder.path)/\(file)")

      guard case .unreadable(.damagedArchive)? = fault else {
        // In the name of an entry, or in the time of a file, a byte is no part of a drawing.
        #expect(fault != nil)
        continue
      }
      #expect("\(try #require(fault))".hasPrefix("is damaged at '"))
    }
  }

  @Test func `who asks to stop is heard`() {
    #expect(throws: CancellationError.self) {
      try archive.fault(of: Fixture.path(file), interrupt: { true })
    }
  }
}
