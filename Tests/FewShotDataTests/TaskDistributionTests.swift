import FewShotData
import Images
import Testing

@Suite struct TaskDistributionTests {
  /// 40 characters; every drawing's pixels are its own number, in two of its first pixels.
  private let characters: ImageCollection = {
    var levels: [UInt8] = []
    for character in 0..<40 {
      for drawing in 0..<20 {
        levels += [UInt8(character), UInt8(drawing)] + [UInt8](repeating: 0, count: 782)
      }
    }
    return ImageCollection(
      names: (0..<40).map { "c\($0)" }, drawingsPerCharacter: 20, levels: levels)
  }()

  /// The character and the drawing that each image of a batch is.
  private func origins(_ images: ImageBatch) -> [[UInt8]] {
    images.map { Array(levels($0.pixels)[..<2]) }
  }

  @Test func `a task has the shape it was asked for`() throws {
    let task = try TaskDistribution(characters, way: 5, shot: 2, queriesPerClass: 3)[0]

    #expect(task.supportImages.count == 10)
    #expect(task.queryImages.count == 15)
    #expect(task.supportLabels == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    #expect(task.queryLabels == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
    #expect(task.names == task.classes.map { "c\($0)" })
  }

  @Test func `labels name the classes in the order they were drawn`() throws {
    let tasks = try TaskDistribution(characters, way: 5, shot: 2, queriesPerClass: 3)
    for index in 0..<50 {
      let task = tasks[index]
      #expect(
        origins(task.supportImages).map { Int($0[0]) }
          == task.supportLabels.map { task.classes[$0] })
      #expect(
        origins(task.queryImages).map { Int($0[0]) } == task.queryLabels.map { task.classes[$0] })
    }
  }

  @Test func `images are shifted by numbers of their own, and paper comes in`() throws {
    let plain = try TaskDistribution(characters, way: 5, shot: 2, queriesPerClass: 3, seed: 4)[7]
    let shifted = try TaskDistribution(
      characters, way: 5, shot: 2, queriesPerClass: 3, shift: 2, seed: 4)[7]
    #expect(shifted.classes == plain.classes)
    var places: Set<[Int]> = []
    for (image, original) in zip(shifted.queryImages, plain.queryImages) {
      let found = (0..<25).map { [$0 / 5 - 2, $0 % 5 - 2] }.filter { place in
        (0..<784).allSatisfy { pixel in
          let (row, column) = (pixel / 28 - place[0], pixel % 28 - place[1])
          let isInside = 0..<28 ~= row && 0..<28 ~= column
          return image.pixels[pixel] == (isInside ? original.pixels[row * 28 + column] : 1)
        }
      }
      #expect(found.count == 1)
      places.formUnion(found)
    }
    #expect(places.count > 3)
  }

  @Test(arguments: [-1, 28, Int.max]) func `a shift out of sight is refused`(shift: Int) {
    #expect(throws: TaskError.shiftOutOfRange(shift, side: 28)) {
      try TaskDistribution(characters, way: 5, shot: 1, shift: shift)
    }
  }

  @Test func `no class is drawn twice and no image is in both sets`() throws {
    let tasks = try TaskDistribution(characters, way: 8, shot: 5, queriesPerClass: 15)
    for index in 0..<50 {
      let task = tasks[index]
      #expect(Set(task.classes).count == 8)
      #expect(Set(origins(task.supportImages) + origins(task.queryImages)).count == 160)
    }
  }

  @Test func `task i is a function of the seed and i`() throws {
    let tasks = try TaskDistribution(characters, way: 5, shot: 1, seed: 3)
    let again = try TaskDistribution(characters, way: 5, shot: 1, seed: 3)
    let other = try TaskDistribution(characters, way: 5, shot: 1, seed: 4)

    let backwards = (0..<20).reversed().map { tasks[$0] }

    #expect((0..<20).map { again[$0] } == backwards.reversed())
    #expect(tasks[7] != other[7])
    #expect(tasks[7] != tasks[8])
    #expect(tasks[-1] != tasks[1])
  }

  @Test func `every class and every drawing is drawn at times`() throws {
    let tasks = try TaskDistribution(characters, way: 5, shot: 1, queriesPerClass: 1)
    var seen: Set<[UInt8]> = []
    for index in 0..<2000 { seen.formUnion(origins(tasks[index].supportImages)) }
    #expect(seen.count == 800)
  }

  @Test func `tasks that cannot be drawn are refused with the reason`() {
    #expect(throws: TaskError.tooFewClasses(way: 41, available: 40)) {
      try TaskDistribution(characters, way: 41, shot: 1)
    }
    #expect(throws: TaskError.tooFewImages(shot: 6, queriesPerClass: 15, available: 20, name: nil))
    {
      try TaskDistribution(characters, way: 5, shot: 6)
    }
    #expect(
      throws: TaskError.tooFewImages(shot: .max, queriesPerClass: .max, available: 20, name: nil)
    ) {
      try TaskDistribution(characters, way: 5, shot: .max, queriesPerClass: .max)
    }
    #expect(throws: TaskError.notPositive(name: "shot", value: 0)) {
      try TaskDistribution(characters, way: 5, shot: 0)
    }
    #expect(
      "\(TaskError.tooFewImages(shot: 6, queriesPerClass: 15, available: 20, name: nil))"
        == "cannot draw 6 support and 15 query images of a class that has 20")
  }
}
