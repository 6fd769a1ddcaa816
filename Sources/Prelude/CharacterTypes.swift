public import CellLanguage
public import FewShotData

extension CharacterCollection: HostValue, CellConvertible {}
extension DrawnCharacter: HostValue, CellConvertible {}
extension ClassSplit: HostValue, CellConvertible {}

extension SplitProportion: HostValue, CellConvertible {
  /// Whose proportion it is.
  public var description: String { rawValue }
}

extension Rotations: HostValue, CellConvertible {
  /// Which characters are turned.
  public var description: String { rawValue }
}

/// The types that hold characters, as cells see them.
let characterTypes: [HostType] = [
  HostType(
    CharacterCollection.self,
    "Handwritten characters, each drawn several times: what few-shot tasks are made of.",
    conformances: ["Equatable"],
    members: [
      property("var count: Int", "The number of characters.", of: CharacterCollection.self) {
        $0.count
      },
      property(
        "var isEmpty: Bool", "Whether there is no character.", of: CharacterCollection.self
      ) { $0.isEmpty },
      property(
        "var drawingsPerCharacter: Int", "The number of times each character was drawn.",
        of: CharacterCollection.self
      ) { $0.drawingsPerCharacter },
      property(
        "var names: [String]", "The names of all characters, in order.",
        of: CharacterCollection.self
      ) { $0.names },
      HostFunction(
        "func split(seed: Int, like proportion: SplitProportion = .walkthrough) -> ClassSplit",
        "The characters shuffled and parted into those to train on, to validate on and to test on."
      ) { (characters: CharacterCollection, seed: Int, proportion: SplitProportion) in
        characters.split(seed: seed, like: proportion)
      },
      HostFunction(
        "func samples(perCharacter: Int) -> ImageBatch",
        "The first few drawings of every character, character by character."
      ) { (characters: CharacterCollection, count: Int) in
        try IndexOutOfRange.check(count, count: characters.drawingsPerCharacter + 1)
        return characters.samples(perCharacter: count)
      },
      HostFunction(
        "func withRotations() -> CharacterCollection",
        "The characters and their turns by 90°, 180° and 270° as new characters."
      ) { (characters: CharacterCollection) in
        try checkTurning(characters)
        return characters.withRotations()
      },
      HostFunction("subscript(_ index: Int) -> DrawnCharacter", "The character at a place.") {
        (characters: CharacterCollection, index: Int) in
        try IndexOutOfRange.check(index, count: characters.count)
        return characters[index]
      },
      HostFunction(
        "subscript(_ range: Range<Int>) -> CharacterCollection",
        "The characters of a range of places, as a collection that starts at 0."
      ) { (characters: CharacterCollection, places: PlaceRange) in
        let range = places.range
        if !range.isEmpty {
          try IndexOutOfRange.check(range.lowerBound, count: characters.count)
          try IndexOutOfRange.check(range.upperBound - 1, count: characters.count)
        }
        return characters.selecting(Array(range))
      },
    ]),
  HostType(
    DrawnCharacter.self, "One character with all its drawings.", conformances: ["Equatable"],
    members: [
      property(
        "var name: String", "Its alphabet and number: `Latin/character01`.",
        of: DrawnCharacter.self
      ) { $0.name },
      property("var drawings: ImageBatch", "Its drawings.", of: DrawnCharacter.self) {
        $0.drawings
      },
    ]),
  HostType(
    ClassSplit.self, "Characters to train on, to validate on and to test on; none is in two parts.",
    conformances: ["Equatable"],
    members: [
      property(
        "var train: CharacterCollection", "Those that meta-training may see.", of: ClassSplit.self
      ) { $0.train },
      property(
        "var validation: CharacterCollection", "Those that settings are chosen by.",
        of: ClassSplit.self
      ) { $0.validation },
      property(
        "var test: CharacterCollection", "Those that the result is measured on.",
        of: ClassSplit.self
      ) { $0.test },
      HostFunction(
        "func withRotations(_ rotations: Rotations) -> ClassSplit",
        "The split with turned characters as new ones beside the others."
      ) { (split: ClassSplit, rotations: Rotations) in
        if rotations != .none { try checkTurning(split.train) }
        if rotations == .all { try checkTurning(split.validation, split.test) }
        return split.withRotations(rotations)
      },
    ]),
  choice(SplitProportion.self, "In which proportion characters are divided."),
  choice(Rotations.self, "Which characters also come turned by 90°, 180° and 270°, as new ones."),
]

/// Throws where any of some collections has characters together with their turns.
private func checkTurning(_ collections: CharacterCollection...) throws(TaskError) {
  if collections.contains(where: \.hasTurnedCharacters) { throw .alreadyTurned }
}
