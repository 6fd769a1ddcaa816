extension HelpTopic {
  /// Where data comes from: characters, and one's own files.
  static let data = HelpTopic(
    name: "data", abstract: "glyphs, Omniglot and your own pictures and files",
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

      YOUR OWN  pictures lie in a folder for each class, as PNG or JPEG:

        let birds = try loadImages("birds", size: 84)
        let network = try Network.strided(way: 5, inputs: 3)   3: in colour

        Other files are read and written, too:

        let x = try loadArray("x.npy")              save(x, "y.npy")
        let w = try loadTensors("w.safetensors")    save(w, "v.safetensors")
        let n = try Network(contentsOf: "n.safetensors")    save(n, …)
        let t = try loadTable("t.csv")              t.numbers("column"), save(t, …)
        let lines = try readLines("a.txt")          readText, writeText

        A cell reads the folder of its notebook, data and checkpoints, and writes
        checkpoints; '--allow-read FOLDER' and '--allow-write FOLDER' allow more.

      SINUSOIDS  are the other kind of task, and need no data:

        let waves = try SinusoidTasks(shot: 10, seed: seed)
      """#)
}
