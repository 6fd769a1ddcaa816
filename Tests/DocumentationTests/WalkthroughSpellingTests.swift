import Testing
import mamlnb

@Suite struct WalkthroughSpellingTests {
  @Test(arguments: [
    (["train", "--n_way", "5"], ["train", "--n-way", "5"]),
    (["train", "--n_way=5", "--data", "a_b"], ["train", "--n-way=5", "--data", "a_b"]),
    (["train", "--use_gpu"], ["train", "--use-gpu=true"]),
    (["train", "--use_gpu", "--seed", "1"], ["train", "--use-gpu=true", "--seed", "1"]),
    (["train", "--use_gpu", "False"], ["train", "--use-gpu=false"]),
    (["train", "--use_gpu=True"], ["train", "--use-gpu=true"]),
    (["train", "--use-gpu", "1"], ["train", "--use-gpu=true"]),
    (["train", "--seed", "-1"], ["train", "--seed=-1"]),
    (["train", "--glob_base_lr", "-1e3"], ["train", "--glob-base-lr=-1e3"]),
    (
      ["evaluate", "my_file.safetensors", "--tasks=3"],
      ["evaluate", "my_file.safetensors", "--tasks=3"]
    ),
  ])
  func `options may be spelled as the walkthrough does`(typed: [String], declared: [String]) {
    #expect(WalkthroughSpelling.normalized(typed) == declared)
  }
}
