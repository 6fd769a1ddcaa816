import CellLanguage
import Foundation
import Prelude
import SystemFiles
import Testing

/// What the cells of a stranger's notebook try on files that are not theirs. `@` stands for the
/// folder that they may use, in which a link leads out, and `^` for the one above.
private let attempts = [
  #"try plot([1, 2]).save("@/link/../new.png")"#,
  #"try plot([1, 2]).save("@/link/new.png")"#,
  #"try plot([1, 2]).save("@/link/deep/new.svg")"#,
  #"try plot([1, 2]).save("@/../outside/new.png")"#,
  #"try plot([1, 2]).save("^/outside/new.png")"#,
  #"try plot([1, 2]).save("/proc/self/root^/outside/new.png")"#,
  #"try plot([1, 2]).save("/proc/self/cwd/new.png")"#,
  #"try plot([1, 2]).save("@/root^/outside/new.png")"#,
  #"try plot([1, 2]).save("@/none/../link/new.png")"#,
  #"try plot([1, 2]).save("@/\0/../../outside/new.png")"#,
  #"try plot([1, 2]).save("@/new\n/../link/new.png")"#,
  #"try run().save(to: "@/link/../new")"#,
  #"try run().save(to: "@/link/new")"#,
  #"try run().save(to: "@/link/deep/new")"#,
  #"try run().save(to: "^/outside/run.safetensors")"#,
  #"try run().save(to: "@/../outside/run.safetensors")"#,
  #"try run().save(to: "")"#,
  #"try run().save(to: "@/")"#,
  #"try run().save(to: "@/..")"#,
  #"_ = try run(Checkpointing(to: "@/link/../new.safetensors"))"#,
  #"_ = try run(Checkpointing(to: "@/link/new.safetensors"))"#,
  #"_ = try run(Checkpointing(to: "@/link/run.safetensors", replacing: true))"#,
  #"_ = try run(Checkpointing(to: "^/outside/deep/new.safetensors"))"#,
  #"_ = try run(Checkpointing(to: "@/../outside/run.safetensors", replacing: true))"#,
  #"_ = try TrainingRun(contentsOf: "@/link/run.safetensors")"#,
  #"_ = try TrainingRun(contentsOf: "@/link/../outside/run.safetensors")"#,
  #"_ = try TrainingRun(contentsOf: "@/linked-run.safetensors")"#,
  #"_ = try TrainingRun(contentsOf: "^/outside/run.safetensors")"#,
  #"_ = try TrainingRun(contentsOf: "/proc/self/root^/outside/run.safetensors")"#,
  #"_ = try TrainingRun(contentsOf: "@/pipe")"#,
  #"_ = try TrainingRun(contentsOf: "/dev/zero")"#,
  #"_ = try TrainingRun(contentsOf: "/dev/stdin")"#,
  #"_ = try TrainingRun(contentsOf: "")"#,
  #"_ = try loadCharacters("omniglot", from: "@/link")"#,
  #"_ = try loadCharacters("omniglot", from: "@/link/../outside")"#,
  #"_ = try loadCharacters("omniglot", from: "@/omniglot")"#,
  #"_ = try loadCharacters("omniglot", from: "^/outside")"#,
  #"_ = try loadCharacters("omniglot", from: "@/..")"#,
  #"_ = try loadCharacters("omniglot", from: "/")"#,
  #"_ = try loadImages("@/link")"#,
  #"_ = try loadImages("^/outside")"#,
  #"_ = try loadImage("@/link/secret.png")"#,
  #"_ = try loadArray("@/link/../outside/secret.npy")"#,
  #"_ = try loadTensors("@/linked-run.safetensors")"#,
  #"_ = try Network(contentsOf: "@/linked-run.safetensors")"#,
  #"_ = try loadTable("@/link/secret.zip")"#,
  #"_ = try readText("@/link/secret.zip")"#,
  #"_ = try readLines("/proc/self/root^/outside/secret.zip")"#,
  #"try save(Tensor(1), "@/link/new.npy")"#,
  #"try save(["a": Tensor(1)], "@/link/deep/new.safetensors")"#,
  #"try save(Image(Tensor([[0]])), "@/link/../new.png")"#,
  #"try save(Table(columnNames: ["a"], rows: []), "^/outside/new.csv")"#,
  #"try writeText("x", to: "@/link/new.txt")"#,
]

@Suite final class StrangerTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "stranger-\(UUID().uuidString)").path

  init() throws {
    let files = FileManager.default
    for path in ["checkpoints/omniglot", "outside/images_background/A/b"] {
      try files.createDirectory(atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
    }
    for (link, target) in [
      ("checkpoints/link", "../outside"), ("checkpoints/dangling.pdf", "../outside/new.pdf"),
      ("checkpoints/root", "/"), ("plots", "outside"),
      ("checkpoints/linked-run.safetensors", "../outside/run.safetensors"),
      ("checkpoints/omniglot/images_background", "../../outside/images_background"),
      ("checkpoints/omniglot/images_evaluation.zip", "../../outside/secret.zip"),
    ] {
      try files.createSymbolicLink(atPath: "\(folder)/\(link)", withDestinationPath: target)
    }
    try Data("secret".utf8).write(to: URL(filePath: "\(folder)/outside/secret.zip"))
    _ = unsafe mkfifo("\(folder)/checkpoints/pipe", 0o666)
    let made = CellRun(
      Self.definitions + "try run().save(to: \"\(folder)/outside/run.safetensors\")",
      writable: ["\(folder)/outside"])
    #expect(made.failure == nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let definitions = """
    func run(_ place: Checkpointing? = nil) throws -> TrainingRun {
      try train(
        Network.mlp(inputs: 1, hidden: [2], outputs: 1), using: MAML(innerSteps: 1),
        on: SinusoidTasks(shot: 2), iterations: 1, tasksPerBatch: 1, checkpoint: place)
    }

    """

  /// All that is outside, with its bytes.
  private var outside: [String: Data] {
    get throws {
      var found: [String: Data] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/outside") {
        found[name] = (try? Data(contentsOf: URL(filePath: "\(folder)/outside/\(name)"))) ?? Data()
      }
      return found
    }
  }

  /// The folder that cells may use, as it is by custom.
  private var permissions: FilePermissions {
    let checkpoints = AllowedFolder.customary("checkpoints", in: folder)
    return FilePermissions(readable: [checkpoints], writable: [checkpoints])
  }

  @Test(arguments: attempts)
  func `a cell reaches nothing outside`(attempt: String) throws {
    let before = try outside
    let cell = attempt.replacing("@", with: "\(folder)/checkpoints").replacing("^", with: folder)

    let run = CellRun(Self.definitions + cell + "\nprint(1)", permissions: permissions)

    #expect(run.failure != nil)
    #expect(run.text == "")
    #expect(try outside == before)
  }

  @Test func `what is refused names the option that allows it`() {
    for (cell, option) in [
      (#"_ = try TrainingRun(contentsOf: "@/link/run.safetensors")"#, "--allow-read '@/link/run"),
      (#"try plot([1]).save("@/link/../new.png")"#, "--allow-write '@/link/../new.png'"),
      (#"_ = try run(Checkpointing(to: "^/outside/run.safetensors"))"#, "--allow-write '^/out"),
    ] {
      func place(_ text: String) -> String {
        text.replacing("@", with: "\(folder)/checkpoints").replacing("^", with: folder)
      }
      let run = CellRun(Self.definitions + place(cell), permissions: permissions)
      #expect(run.failure?.contains(place(option)) == true, "\(run.failure ?? "no failure")")
    }
  }

  @Test func `figures are not drawn into a link of the plots folder's name`() throws {
    let before = try outside

    let run = CellRun(
      "plot([1, 2])", permissions: permissions, plots: .customary("plots/name", in: folder))

    // The figure is shown all the same.
    #expect(run.failure == nil)
    #expect(run.note?.contains("--allow-write") == true, "\(run.note ?? "no note")")
    #expect(try outside == before)
  }

  @Test func `a link in the place of a file is replaced, and not followed`() throws {
    let before = try outside
    let path = "\(folder)/checkpoints/dangling.pdf"

    let run = CellRun("try plot([1, 2]).save(\"\(path)\")", permissions: permissions)

    #expect(run.failure == nil)
    #expect(
      try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        == .typeRegular)
    #expect(try outside == before)
  }

  @Test func `what is inside works`() throws {
    let run = CellRun(
      Self.definitions + """
        let folder = "\(folder)/checkpoints"
        _ = try run(Checkpointing(to: folder + "/new/run.safetensors"))
        try run().save(to: folder + "/other/run.safetensors")
        try plot([1, 2]).save(folder + "/other/../figures/new.png")
        print(try TrainingRun(contentsOf: folder + "/new/run.safetensors").iteration)
        """, permissions: permissions)

    #expect(run.failure == nil)
    #expect(run.text == "1\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/checkpoints/new")
    #expect(names.sorted() == ["run.csv", "run.safetensors"])
    #expect(FileManager.default.fileExists(atPath: "\(folder)/checkpoints/figures/new.png"))
  }
}
