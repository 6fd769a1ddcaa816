public import CellLanguage
public import FewShotData

extension ImageCollection: HostValue, CellConvertible {}
extension ImageClass: HostValue, CellConvertible {}
extension ClassSplit: HostValue, CellConvertible {}

extension SplitProportion: HostValue, CellConvertible {
  /// Whose proportion it is.
  public var description: String { rawValue }
}

extension Rotations: HostValue, CellConvertible {
  /// Which characters are turned.
  public var description: String { rawValue }
}

/// The types that hold classes of pictures, as cells see them.
let collectionTypes: [HostType] = [
  collectionType, classType, splitType,
  choice(SplitProportion.self, "In which proportion characters are divided."),
  choice(Rotations.self, "Which characters also come turned by 90°, 180° and 270°, as new ones."),
]

private let collectionType = HostType(
  ImageCollection.self,
  "Classes of pictures, several of each: what few-shot tasks are made of.",
  conformances: ["Equatable"],
  members: collectionProperties + [
    HostFunction(
      "func split(seed: Int, like proportion: SplitProportion = .walkthrough) -> ClassSplit",
      "The classes shuffled and parted into those to train on, to validate on and to test on."
    ) { (classes: ImageCollection, seed: Int, proportion: SplitProportion) in
      classes.split(seed: seed, like: proportion)
    },
    HostFunction(
      "func split(seed: Int, train: Int, validation: Int, test: Int) throws -> ClassSplit",
      """
      The classes shuffled and parted into so many to train on, to validate on and to test on; what is \
      left over is in no part.
      """
    ) { (classes: ImageCollection, seed: Int, train: Int, validation: Int, test: Int) in
      try classes.split(seed: seed, train: train, validation: validation, test: test)
    },
    samples("perClass", "The first few pictures of every class, class by class."),
    samples("perCharacter", "The first few drawings of every character, character by character."),
    HostFunction(
      "func withRotations() -> ImageCollection",
      "The classes and their turns by 90°, 180° and 270° as new classes."
    ) { (classes: ImageCollection) in
      try checkTurning(classes)
      return classes.withRotations()
    },
    HostFunction(
      "func withMirrorImages() -> ImageCollection",
      "The classes and their mirror images, left and right exchanged, as new classes."
    ) { (classes: ImageCollection) in
      if classes.parts.classes.contains(where: \.isMirrored) { throw TaskError.alreadyTurned }
      return classes.withMirrorImages()
    },
    HostFunction(
      "func selecting(_ places: [Int]) -> ImageCollection",
      "The classes at some places, in that order."
    ) { (classes: ImageCollection, places: [Int]) in
      for place in places { try IndexOutOfRange.check(place, count: classes.count) }
      return classes.selecting(places)
    },
    HostFunction("subscript(_ index: Int) -> ImageClass", "The class at a place.") {
      (classes: ImageCollection, index: Int) in
      try IndexOutOfRange.check(index, count: classes.count)
      return classes[index]
    },
    HostFunction(
      "subscript(_ range: Range<Int>) -> ImageCollection",
      "The classes of a range of places, as a collection that starts at 0."
    ) { (classes: ImageCollection, places: PlaceRange) in
      let range = places.range
      if !range.isEmpty {
        try IndexOutOfRange.check(range.lowerBound, count: classes.count)
        try IndexOutOfRange.check(range.upperBound - 1, count: classes.count)
      }
      return classes.selecting(Array(range))
    },
  ])

private let collectionProperties: [HostFunction] = [
  property("var count: Int", "The number of classes.", of: ImageCollection.self) { $0.count },
  property("var isEmpty: Bool", "Whether there is no class.", of: ImageCollection.self) {
    $0.isEmpty
  },
  property("var names: [String]", "The names of all classes, in order.", of: ImageCollection.self) {
    $0.names
  },
  property(
    "var imageCounts: [Int]", "The number of pictures of each class, in order.",
    of: ImageCollection.self
  ) { $0.imageCounts },
  property(
    "var imagesPerClass: Int",
    "The number of pictures that every class has: that of the class with the fewest.",
    of: ImageCollection.self
  ) { $0.imagesPerClass },
  property(
    "var drawingsPerCharacter: Int", "The number of times each character was drawn.",
    of: ImageCollection.self
  ) { $0.drawingsPerCharacter },
  property("var width: Int", "The number of columns of each picture.", of: ImageCollection.self) {
    $0.width
  },
  property("var height: Int", "The number of rows of each picture.", of: ImageCollection.self) {
    $0.height
  },
  property(
    "var channels: Int", "The numbers of a pixel: 1 for gray, 3 for colour.",
    of: ImageCollection.self
  ) { $0.channels },
]

/// A number of pictures that not every class has.
private struct TooFewImages: Error, CustomStringConvertible {
  let asked, count: Int

  var description: String {
    asked < 0
      ? "cannot take \(asked) pictures of a class"
      : "cannot take \(asked) pictures of each class: there is one with \(count)"
  }
}

private func samples(_ label: String, _ documentation: String) -> HostFunction {
  HostFunction("func samples(\(label): Int) -> ImageBatch", documentation) {
    (classes: ImageCollection, count: Int) in
    guard 0...classes.imagesPerClass ~= count else {
      throw TooFewImages(asked: count, count: classes.imagesPerClass)
    }
    return classes.samples(perClass: count)
  }
}

private let classType = HostType(
  ImageClass.self, "A class of pictures with all of them: a character and its drawings.",
  conformances: ["Equatable"],
  members: [
    property(
      "var name: String",
      "The folder it came from, or an alphabet and a number: `Latin/character01`.",
      of: ImageClass.self
    ) { $0.name },
    property("var images: ImageBatch", "Its pictures.", of: ImageClass.self) { $0.images },
    property("var drawings: ImageBatch", "The drawings of a character.", of: ImageClass.self) {
      $0.drawings
    },
  ])

private let splitType = HostType(
  ClassSplit.self, "Classes to train on, to validate on and to test on; none is in two parts.",
  conformances: ["Equatable"],
  members: [
    HostFunction(
      "init(train: ImageCollection, validation: ImageCollection, test: ImageCollection)",
      "A split of parts that one has chosen, such as of three folders."
    ) { (train: ImageCollection, validation: ImageCollection, test: ImageCollection) in
      ClassSplit(train: train, validation: validation, test: test)
    },
    property(
      "var train: ImageCollection", "Those that meta-training may see.", of: ClassSplit.self
    ) { $0.train },
    property(
      "var validation: ImageCollection", "Those that settings are chosen by.", of: ClassSplit.self
    ) { $0.validation },
    property(
      "var test: ImageCollection", "Those that the result is measured on.", of: ClassSplit.self
    ) { $0.test },
    HostFunction(
      "func withRotations(_ rotations: Rotations) -> ClassSplit",
      "The split with turned pictures as new classes beside the others."
    ) { (split: ClassSplit, rotations: Rotations) in
      if rotations != .none { try checkTurning(split.train) }
      if rotations == .all { try checkTurning(split.validation, split.test) }
      return split.withRotations(rotations)
    },
  ])

/// Throws where any of some collections has classes together with their turns, or pictures that cannot be
/// turned.
private func checkTurning(_ collections: ImageCollection...) throws(TaskError) {
  for classes in collections {
    if classes.hasTurnedCharacters { throw .alreadyTurned }
    if classes.width != classes.height {
      throw .notSquare(width: classes.width, height: classes.height)
    }
  }
}

/// The names that types had when all pictures were of characters, and gray.
let formerNames = HostSource(
  "former names",
  """
  typealias CharacterCollection = ImageCollection
  typealias DrawnCharacter = ImageClass
  typealias GrayImage = Image
  """)
