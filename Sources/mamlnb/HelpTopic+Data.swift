extension HelpTopic {
  /// Where characters come from.
  static let data = HelpTopic(
    name: "data", abstract: "glyphs and Omniglot, and where they are",
    text: #"""
      Few-shot tasks are made of characters, each of which is drawn 20 times, at
      28×28 pixels. There are two sets, of 1,623 characters each:

        glyphs     invented from a seed, made in seconds, needs no download
        omniglot   handwritten, of fifty alphabets (Lake et al. 2015)

      A notebook says which in its front matter, 'data: omniglot', and its cells ask
      for it by 'loadCharacters(data)'. A run may say otherwise:

        mamlnb run NAME.mamlnb --set data=omniglot

      OMNIGLOT  is two archives, images_background.zip and images_evaluation.zip, or
        the folders that they unpack to. They are looked for in

        the folder that a cell names   try loadCharacters("omniglot", from: "…")
        $OMNIGLOT                      OMNIGLOT=FOLDER mamlnb run NAME.mamlnb
        data/omniglot                  in the folder that mamlnb was started in

        'fetch' downloads both into data/omniglot and checks them:

        mamlnb fetch omniglot

      SPLITS  part the characters before anything is learned: 973 to train on, 325 to
        validate on and 325 to test on.

        let split = try loadCharacters(data).split(seed: seed)
        let turned = split.withRotations(.training)   turned ones as new characters
        let tasks = try TaskDistribution(split.train, way: 5, shot: 1, seed: seed)
        show(split.train[0..<4].samples(perCharacter: 8), columns: 8)

      SINUSOIDS  are the other kind of task, and need no data:

        let waves = try SinusoidTasks(shot: 10, seed: seed)
      """#)
}
