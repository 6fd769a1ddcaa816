import JupyterKernel
import Testing

@Suite struct OptionsOfRequestTests {
  @Test(arguments: ["print(1)", "//| id: a\nprint(1)", "//| tags: [slow]\n1", "// | eval: false"])
  func `most cells run`(code: String) {
    let options = OptionsOfRequest(of: code)
    #expect(!options.isSkipped && options.problem == nil)
  }

  @Test(arguments: ["//| eval: false\nprint(1)", "//| tags: [skip-execution]\n````\n1"])
  func `a cell that says so does not run`(code: String) {
    #expect(OptionsOfRequest(of: code).isSkipped)
  }

  @Test func `an option that nobody knows is told with its line`() {
    #expect(
      OptionsOfRequest(of: "//| id: a\n//| evil: false\n1").problem
        == "line 2: unknown cell option 'evil'; did you mean 'eval'?")
  }
}
