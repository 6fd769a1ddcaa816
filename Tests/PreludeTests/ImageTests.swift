import Testing

@Suite struct ImageTests {
  @Test func `reading single pixels of a batch takes no longer the more there are`() {
    let source = """
      let p = try loadCharacters("glyphs").samples(perCharacter: 4)
      var sum = Float(0)
      for i in 0..<20_000 { sum += p.pixels[i % p.pixels.count] }
      let task = try TaskDistribution(
        try loadCharacters("glyphs"), way: 5, shot: 5, queriesPerClass: 5, seed: 0)[0]
      for i in 0..<20_000 { sum += task.supportImages.pixels[i % 784] }
      var copy = p.pixels
      copy[0] = 7
      print(sum.isFinite, copy[0], p.pixels[0] == 7, p.pixels.count == p.count * 784)
      let first = p[0]
      print(first.pixels[28] == p.pixels[28], first.pixels[28] == first[1, 0])
      """
    let start = ContinuousClock.now

    let run = CellRun(source)

    #expect(run.failure == nil)
    #expect(run.text == "true 7.0 false true\ntrue true\n")
    // Converted at every access, two thousand reads took ten seconds.
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test(arguments: [
    "characters.withRotations().withRotations()",
    "characters.withRotations().split(seed: 0).withRotations(.training)",
    "characters.split(seed: 0).withRotations(.all).withRotations(.all)",
    "try FewShotProtocol.paper().tasks(of: characters.withRotations())",
  ])
  func `characters are turned once`(expression: String) {
    let run = CellRun("let characters = try loadCharacters(\"glyphs\")\n_ = \(expression)")

    #expect(
      run.failure?.contains(
        "the characters are turned already: turned again, each would come several times") == true)
    #expect(run.failure?.contains("cell:2:") == true)
  }

  @Test func `characters without their turns are turned`() {
    let run = CellRun(
      """
      let characters = try loadCharacters("glyphs")
      let split = characters.split(seed: 0).withRotations(.training)
      print(split.train.count == 4 * characters.split(seed: 0).train.count)
      print(split.withRotations(.none) == split)
      print(characters.withRotations()[0..<characters.count].withRotations().count == 4 * characters.count)
      """)

    #expect(run.text == "true\ntrue\ntrue\n")
  }
}
