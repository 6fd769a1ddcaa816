import Autodiff
import FewShotData
import Foundation
import MetaLearning
import SystemFiles
import Tensors
import Testing

@Suite struct CheckpointTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: Round trips

  @Test func `a run survives being saved and read bit for bit`() throws {
    var run = try SmallTraining.run(iterations: 5)
    run.settings["learner's note"] = "α = 0.1\n\"quoted\""

    try run.save(to: folder("run"))
    let read = try TrainingRun(contentsOf: folder("run"))

    #expect(read.bits == run.bits)
    #expect(read == run)
    #expect(read.best != nil)
    #expect(read.optimizer.stepCount == 5)
    #expect(read.settings["tasksPerBatch"] == "2")
    #expect(read.settings["algorithm"] == SmallTraining.maml.summary)
    #expect(try folder.names == ["run"])
  }

  @Test func `a run that has not begun survives too`() throws {
    let run = try SmallTraining.run(iterations: 0)

    try run.save(to: folder("run"))

    #expect(try TrainingRun(contentsOf: folder("run")) == run)
  }

  @Test func `the same run makes the same file`() throws {
    let run = try SmallTraining.run(iterations: 2)
    try run.save(to: folder("one"))
    try TrainingRun(contentsOf: folder("one")).save(to: folder("two"))
    #expect(try bytes(of: folder("one")) == bytes(of: folder("two")))
  }

  @Test func `a run that is read and continued has the bits of one that never stopped`() throws {
    let whole = try SmallTraining.run(iterations: 9)
    for stop in [1, 4, 5] {
      try SmallTraining.run(iterations: stop).save(to: folder("run"))

      let read = try TrainingRun(contentsOf: folder("run"))
      let continued = try SmallTraining.continued(read, iterations: 9 - stop, threads: stop)

      #expect(continued.bits == whole.bits)
      #expect(continued == whole)
    }
  }

  @Test func `what is learned besides the network is saved and continued`() throws {
    func run(_ iterations: Int, from run: TrainingRun? = nil) throws -> TrainingRun {
      guard let run else {
        return try train(
          SmallTraining.network(), using: RestlessMAML(), on: SmallTraining.tasks(),
          iterations: iterations, tasksPerBatch: 2)
      }
      return try train(
        continuing: run, using: RestlessMAML(), on: SmallTraining.tasks(),
        iterations: iterations, tasksPerBatch: 2)
    }
    try run(2).save(to: folder("run"))
    let read = try TrainingRun(contentsOf: folder("run"))

    #expect(read.parameters.learned.keys.sorted() == ["best.of", "rates"])
    #expect(try run(3, from: read).bits == run(5).bits)
    let names = try SafeTensors(contentsOf: folder("run")).tensors.keys
    #expect(names.contains("learned.rates"))
    #expect(names.contains("optimizer.square.learned.best.of"))
    #expect(read.best == nil)
  }

  @Test func `a run of another algorithm is not continued`() throws {
    let run = try SmallTraining.run(iterations: 1)
    let text = message {
      _ = try train(
        continuing: run, using: RestlessMAML(), on: SmallTraining.tasks(), iterations: 1)
    }
    #expect(
      text == "the run is of another algorithm: it has learned the network only, "
        + "not 'best.of []', 'rates [3, 2]'")
  }

  // MARK: PyTorch's layout

  @Test func `parameters have PyTorch's names, shapes and layouts`() throws {
    let run = try SmallTraining.run(iterations: 2)
    try run.save(to: folder("run"))

    let file = try SafeTensors(contentsOf: folder("run"))

    let shapes: [String: [Int]] = [
      "conv1.weight": [2, 1, 3, 3], "conv1.bias": [2], "bn1.weight": [2], "bn1.bias": [2],
      "fc.weight": [3, 2], "fc.bias": [3],
    ]
    for (name, shape) in shapes {
      for prefix in ["", "best.", "optimizer.mean.", "optimizer.square."] {
        #expect(file.tensors[prefix + name]?.shape == shape)
      }
    }
    #expect(file.tensors.count == 4 * shapes.count)
    let ours = try #require(run.network["conv1.weight"])
    let stored = try #require(file.tensors["conv1.weight"]?.floats)
    for (row, column, output) in [(0, 0, 0), (2, 1, 0), (1, 2, 1)] {
      #expect(
        stored[output * 9 + row * 3 + column] == ours.scalars[(row * 3 + column) * 2 + output])
    }
    let dense = try #require(run.network["fc.weight"])
    #expect(file.tensors["fc.weight"]?.floats == dense.transposed().scalars)
  }

  @Test(arguments: [Network.pooled(way: 5, channels: 4), .strided(way: 3, channels: 5)])
  func `a network survives being written and read`(network: Network) throws {
    try network.write(to: folder("network"))

    #expect(try Network(contentsOf: folder("network")) == network)
    #expect(try SafeTensors(contentsOf: folder("network")).tensors.count == 18)
  }

  @Test func `every layer survives being written and read`() throws {
    let network = try Network([
      .convolution(inputs: 1, outputs: 2, kernel: 5, stride: 3, padding: 0), .tanh,
      .batchNormalization(channels: 2), .relu, .maxPool(window: 3), .flatten,
      .dense(inputs: 8, outputs: 4), .dense(inputs: 4, outputs: 2),
    ])
    try network.write(to: folder("network"))
    #expect(try Network(contentsOf: folder("network")).layers == network.layers)
  }

  @Test func `parameters of another program are read into layers`() throws {
    let network = try SmallTraining.network()
    var file = SafeTensors()
    for (name, tensor) in network.namedParameters {
      let stored = name == "fc.weight" ? tensor.transposed() : tensor
      let shape = name == "conv1.weight" ? [2, 1, 3, 3] : stored.shape.dimensions
      file.tensors[name] = StoredTensor(shape: shape, floats: stored.scalars)
    }
    file.tensors["bn1.running_mean"] = StoredTensor(shape: [2], floats: [0, 0])
    try file.write(to: folder("other"))

    let read = try network.map { $0 * 0 }.withParameters(contentsOf: folder("other"))

    #expect(read["fc.weight"] == network["fc.weight"])
    #expect(read["bn1.bias"] == network["bn1.bias"])
    #expect(
      message { _ = try Network.strided(way: 3).withParameters(contentsOf: folder("other")) }
        == "'\(folder("other"))' should have 'conv1.weight' as [64, 1, 3, 3] of F32, "
        + "but has [2, 1, 3, 3] of F32")
    #expect(
      throws: CheckpointError.foreign(path: folder("other"))
    ) { try TrainingRun(contentsOf: folder("other")) }
  }

  // MARK: Damage

  /// The places of a checkpoint's file where `damage` makes one that can still be read.
  private func unnoticed(_ damage: ([UInt8], _ place: Int) -> [UInt8]) throws -> [Int] {
    try SmallTraining.run(iterations: 2).save(to: folder("run"))
    let whole = try bytes(of: folder("run"))
    return whole.indices.filter { place in
      let file = try? SafeTensors(damage(whole, place))
      return file.map { (try? TrainingRun($0, path: "run")) != nil } ?? false
    }
  }

  @Test func `every truncation of a checkpoint is an error`() throws {
    #expect(try unnoticed { whole, place in Array(whole[..<place]) }.isEmpty)
  }

  @Test(arguments: 0..<8)
  func `a flipped bit in any byte of a checkpoint is an error`(bit: Int) throws {
    let found = try unnoticed { whole, place in
      var damaged = whole
      damaged[place] ^= 1 << bit
      return damaged
    }
    #expect(found.isEmpty)
  }

  @Test func `a damaged file is an error with its path`() throws {
    try SmallTraining.run(iterations: 2).save(to: folder("run"))
    let whole = try bytes(of: folder("run"))
    for place in stride(from: 0, to: whole.count, by: 211) {
      var damaged = whole
      damaged[place] ^= 4
      for bytes in [Array(whole[..<place]), damaged] {
        try folder.write(bytes, to: "damaged")
        let text = message { _ = try TrainingRun(contentsOf: folder("damaged")) }
        #expect(text.contains("'\(folder("damaged"))'"))
      }
    }
  }

  @Test func `contents that do not fit are refused although the checksum is right`() throws {
    try SmallTraining.run(iterations: 2).save(to: folder("run"))
    let whole = try SafeTensors(contentsOf: folder("run"))
    func message(_ change: (inout SafeTensors) -> Void) throws -> String {
      var file = whole
      change(&file)
      file.seal(as: "training run")
      try file.write(to: folder("changed"))
      do { _ = try TrainingRun(contentsOf: folder("changed")) } catch { return "\(error)" }
      return "nothing was thrown"
    }
    let name = "'\(folder("changed"))'"
    let one = StoredTensor(shape: [1], floats: [1])

    #expect(try message { $0.tensors["fc.bias"] = nil } == "\(name) has no tensor 'fc.bias'")
    #expect(
      try message { $0.tensors["optimizer.mean.fc.bias"] = nil }
        == "\(name) has no tensor 'optimizer.mean.fc.bias'")
    #expect(
      try message { $0.tensors["best.fc.bias"] = one }
        == "\(name) should have 'best.fc.bias' as [3] of F32, but has [1] of F32")
    #expect(
      try message { $0.tensors["more"] = one }
        == "\(name) has a tensor 'more' that belongs to nothing")
    #expect(
      try message { $0.metadata["layers"] = "relu, dense inputs=1" }
        == "\(name) has the impossible layer 'dense inputs=1'")
    #expect(
      try message { $0.metadata["layers"] = "dense inputs=1048577 outputs=1" }
        == "\(name) has the impossible layer 'dense inputs=1048577 outputs=1'")
    #expect(
      try message { $0.metadata["layers"] = "dense inputs=1048576 outputs=1048576" }
        == "\(name) should have 'fc.weight' as [1048576, 1048576] of F32, but has [3, 2] of F32")
    #expect(
      try message { $0.metadata["iteration"] = nil }
        == "\(name) does not say what its 'iteration' is")
    #expect(
      try message { $0.metadata["iteration"] = "-1" }
        == "\(name) has the impossible iteration '-1'")
    for key in ["history.losses", "history.accuracies", "history.validations", "adam.epsilon"] {
      #expect(
        try message { $0.metadata[key] = "1 x" } == "\(name) has the impossible \(key) '1 x'")
    }
    #expect(
      try message { $0.metadata["history.losses"] = "1 2 3" }
        == "\(name) has the impossible history.losses '1 2 3'")
  }

  @Test func `a file of another version or with another content says so`() throws {
    try SmallTraining.network().write(to: folder("network"))
    #expect(
      message { _ = try TrainingRun(contentsOf: folder("network")) }
        == "'\(folder("network"))' has a network, not a training run")

    try SmallTraining.run(iterations: 0).save(to: folder("run"))
    var file = try SafeTensors(contentsOf: folder("run"))
    #expect(
      message { _ = try Network(contentsOf: folder("run")) }
        == "'\(folder("run"))' has a training run, not a network")
    file.metadata["iteration"] = "1"
    try file.write(to: folder("run"))
    #expect(
      message { _ = try TrainingRun(contentsOf: folder("run")) }
        == "'\(folder("run"))' is damaged: its checksum is not that of its contents")
  }

  // MARK: Foreign files and full disks

  @Test func `files of other kinds are refused in words`() throws {
    let array = folder("array.npy")
    try NumberArray(shape: [2], values: [1, 2]).write(to: array)
    let empty = try folder.write([], to: "empty")
    func message(_ path: String) -> String {
      MetaLearningTests.message { _ = try TrainingRun(contentsOf: path) }
    }
    #expect(
      message(array)
        == "'\(array)' is not an intact safetensors file: its header would have "
        + "379676406402707 bytes, but no safetensors file's has more than 100000000")
    #expect(
      message(empty) == "'\(empty)' is not an intact safetensors file: it has 0 bytes, "
        + "too few for a safetensors file")
    #expect(message(folder.path) == "cannot read '\(folder.path)': Is a directory")
    #expect(message("/nowhere/run") == "cannot read '/nowhere/run': No such file or directory")
    let reference = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/reference.safetensors").path
    #expect(
      message(reference) == "'\(reference)' is a safetensors file, but not a checkpoint of mamlnb; "
        + "a network's parameters can be read from it all the same")
  }

  @Test func `a full disk leaves the old file`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let old = try SmallTraining.run(iterations: 1)
      try old.save(to: folder("run"))
      // The limit of a file's size stands for the end of the disk.
      var limit = rlimit(rlim_cur: 1_000, rlim_max: 1_000)
      _ = signal(SIGXFSZ, SIG_IGN)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)

      let full = CheckpointError.file(FileError(.write, folder("run"), code: EFBIG))
      #expect(throws: full) { try SmallTraining.run(iterations: 2).save(to: folder("run")) }
      #expect(try TrainingRun(contentsOf: folder("run")) == old)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["run"])
    }
  }

  @Test func `a folder that is not there is an error with its path`() throws {
    let missing = CheckpointError.file(FileError(.write, "/nowhere/run", code: ENOENT))
    #expect(throws: missing) { try SmallTraining.run(iterations: 1).save(to: "/nowhere/run") }
  }
}
