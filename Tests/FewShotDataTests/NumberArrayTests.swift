import FewShotData
import Foundation
import SystemFiles
import Testing

@Suite struct NumberArrayTests {
  @Test func `files that NumPy wrote are read`() throws {
    let single = try NumberArray(contentsOf: Fixture.path("float32.npy"))
    let double = try NumberArray(contentsOf: Fixture.path("float64.npy"))
    let bytes = try NumberArray(contentsOf: Fixture.path("bytes.npy"))
    let scalar = try NumberArray(contentsOf: Fixture.path("scalar.npy"))

    #expect(single == NumberArray(shape: [2, 3], values: [0, 0.125, 0.25, 0.375, 0.5, 0.625]))
    #expect(double == NumberArray(shape: [3], values: [0, 0.125, 0.25]))
    #expect(bytes == NumberArray(shape: [2, 1, 2], values: [0, 1, 2, 3]))
    #expect(scalar == NumberArray(shape: [], values: [2.5]))
  }

  @Test func `what is written is what NumPy writes`() throws {
    let folder = try TemporaryFolder()
    for name in ["float32.npy", "scalar.npy"] {
      try NumberArray(contentsOf: Fixture.path(name)).write(to: folder.path + "/" + name)

      let written = try Data(contentsOf: URL(filePath: folder.path + "/" + name))
      #expect(try written == Fixture.bytes(name))
    }
  }

  private static let arrays =
    (try? Fixture.decoded("arrays.json", as: [String: [Float]].self)) ?? [:]

  @Test(arguments: Self.arrays.keys.sorted())
  func `every kind of numbers is read, in either byte order, by rows or columns`(
    name: String
  ) throws {
    let array = try NumberArray(contentsOf: Fixture.path("arrays/\(name).npy"))

    #expect(array.shape == [2, 3, 2])
    #expect(array.values == Self.arrays[name])
  }

  @Test func `what is no number or too large for a float stays so`() throws {
    let values = try NumberArray(contentsOf: Fixture.path("arrays/special.npy")).values
    #expect(values[0].isNaN)
    #expect(Array(values[1...]) == [.infinity, -.infinity, 0.1, .infinity, 0])
  }

  @Test(arguments: [
    (NumberKind.bool, "b1-le"), (.uint8, "u1-le"), (.int8, "i1-le"), (.uint16, "u2-le"),
    (.int16, "i2-le"), (.float16, "f2-le"), (.uint32, "u4-le"), (.int32, "i4-le"),
    (.float32, "f4-le"), (.uint64, "u8-le"), (.int64, "i8-le"), (.float64, "f8-le"),
  ])
  func `every kind of numbers is written as NumPy writes it`(
    kind: NumberKind, name: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = Fixture.path("arrays/\(name).npy")

    try NumberArray(contentsOf: path).write(to: "\(folder.path)/a.npy", as: kind)

    #expect(
      try Data(contentsOf: URL(filePath: "\(folder.path)/a.npy"))
        == Fixture.bytes("arrays/\(name).npy"))
  }

  @Test func `numbers that are not of a kind are refused, and nothing is written`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    for (value, kind) in [
      (1.5, NumberKind.uint8), (256, .uint8), (-1, .uint64), (.nan, .int32), (2, .bool),
    ] as [(Float, NumberKind)] {
      let error = #expect(throws: NumberArrayError.self) {
        try NumberArray(shape: [2], values: [1, value]).write(to: path, as: kind)
      }
      #expect(error?.description == "cannot write '\(path)': \(value) is no \(kind)")
    }
    #expect(throws: NumberArrayError.unwritable(path: path, kind: .bfloat16)) {
      try NumberArray(shape: [1], values: [1]).write(to: path, as: .bfloat16)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `what is no array of real numbers is refused`() throws {
    let folder = try TemporaryFolder()
    let complex = Fixture.path("complex.npy")
    #expect(throws: NumberArrayError.unsupported(path: complex, type: "<c8")) {
      try NumberArray(contentsOf: complex)
    }
    let zip = Fixture.path("images_background.zip")
    #expect(throws: NumberArrayError.archive(path: zip)) { try NumberArray(contentsOf: zip) }
    var later = try Fixture.bytes("float32.npy")
    later[6] = 4
    try folder.write(later, to: "later.npy")
    #expect(throws: NumberArrayError.otherVersion(path: "\(folder.path)/later.npy", version: 4)) {
      try NumberArray(contentsOf: "\(folder.path)/later.npy")
    }
  }

  @Test func `every truncation is an error and none crashes`() throws {
    let folder = try TemporaryFolder()
    let whole = try Fixture.bytes("float32.npy")
    for count in 0..<whole.count {
      try folder.write(whole.prefix(count), to: "part.npy")
      #expect(throws: NumberArrayError.self) {
        try NumberArray(contentsOf: folder.path + "/part.npy")
      }
    }
  }

  @Test func `a damaged header never crashes`() throws {
    let folder = try TemporaryFolder()
    let whole = try Fixture.bytes("float32.npy")
    for place in whole.indices {
      var damaged = whole
      damaged[place] = 0x39
      try folder.write(damaged, to: "damaged.npy")
      _ = try? NumberArray(contentsOf: folder.path + "/damaged.npy")
    }
  }

  @Test func `characters survive being written and read`() throws {
    let folder = try TemporaryFolder()
    let characters = try loadCharacters("omniglot", from: Fixture.folder.path)
    try characters.write(to: folder.path + "/two.npy")

    let read = try ImageCollection(contentsOf: folder.path + "/two.npy")

    #expect(try NumberArray(contentsOf: folder.path + "/two.npy").shape == [2, 20, 1, 28, 28])
    #expect(read.names == ["character0001", "character0002"])
    #expect(read.map(\.drawings) == characters.map(\.drawings))
  }

  @Test func `an array of another shape is not taken for characters`() {
    let path = Fixture.path("float32.npy")
    #expect(throws: NumberArrayError.wrongShape(path: path, shape: [2, 3])) {
      try ImageCollection(contentsOf: path)
    }
  }

  @Test func `a folder that isn't there is an error with the system's reason`() {
    let array = NumberArray(shape: [1], values: [1])
    let error = #expect(throws: FileError.self) { try array.write(to: "/nowhere/a.npy") }
    #expect(error?.description == "cannot write '/nowhere/a.npy': No such file or directory")
  }
}
