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

  @Test func `arrays of other types and orders are refused`() {
    let fortran = Fixture.path("fortran.npy")
    let complex = Fixture.path("complex.npy")
    #expect(throws: NumberArrayError.unsupported(path: fortran, type: "<f4, column by column")) {
      try NumberArray(contentsOf: fortran)
    }
    #expect(throws: NumberArrayError.unsupported(path: complex, type: "<c8")) {
      try NumberArray(contentsOf: complex)
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
