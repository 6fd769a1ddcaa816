import DocumentFuzzing
import Foundation
import Notebook
import Publishing
import Testing

private func page(
  _ text: String, _ outputs: [Output] = [], picture: @escaping (String) -> [UInt8]? = { _ in nil }
) -> HTMLPage {
  HTMLPage(
    Publication(
      NotebookDocument(parsing: text), named: "my-notes.mamlnb",
      outputs: Sidecar(cells: [.init(name: "cell-1", outcome: .ok, outputs: outputs)])),
    picture: picture)
}

private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]
private let cell = "```swift\n1\n```\n"

@Suite struct `A page` {
  @Test(arguments: [
    ("# A\n\n## B\n", ["<h1>A</h1>", "<h2>B</h2>"]),
    ("## B\n\ntext\n", ["<h1>my-notes</h1>", "<h2>B</h2>"]),
    ("# A\n\n# B\n\n###### C\n", ["<h1>A</h1>", "<h2>B</h2>", "<h6>C</h6>"]),
    ("## B\n\n# A\n", ["<h1>my-notes</h1>", "<h3>B</h3>", "<h2>A</h2>"]),
    ("---\ntitle: T & U\n---\n\ntext\n", ["<h1>T &amp; U</h1>"]),
    ("", ["<h1>my-notes</h1>"]),
  ])
  func `has one heading of the first level`(text: String, headings: [String]) {
    let html = page(text).text

    let found = html.replacing(/<span id="[^"]*"><\/span>/, with: "")
      .matches(of: /<h[1-6]>.*<\/h[1-6]>/)
    #expect(found.map { String($0.0) } == headings)
  }

  @Test func `has a place for links at each heading, named as code hosts do`() {
    let html = page("# A title!\n\n## *B* `c`\n\n## B c\n\n## cell-1\n\n## …\n\n\(cell)").text
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }

    #expect(ids == ["a-title", "b-c", "b-c-1", "cell-1-1", "section", "cell-1"])
  }

  @Test func `has a language and a title`() {
    let html = page("---\ntitle: Sums <1>\n---\n").text

    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("<title>Sums &lt;1&gt;</title>"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>\n", "a <script>alert(1)</script> b\n",
    "<img src=x onerror=alert(1)>\n",
    "a <img src=x onerror=alert(1)> b\n", "<iframe src=\"https://x.org\"></iframe>\n",
    "<b onclick=alert(1)>x</b>\n", "<style>*{}</style>\n",
    "<!-- <script> -->\n\n<!--><script>-->\n",
    "<details open ontoggle=alert(1)>\n", "<br/><script >1</script>\n", "<svg onload=alert(1)>\n",
    "<base href=x>\n", "<link rel=stylesheet href=//x.org>\n", "<meta http-equiv=refresh>\n",
    "[x](javascript:alert(1))\n", "[x](<JavaScript:alert(1)>)\n", "![x](javascript:alert(1))\n",
    "[x](vbscript:1) [y](file:///etc/passwd) [z](data:text/html,x)\n",
    "[x](&#106;avascript:alert(1))\n", "![x\" onerror=\"alert(1)](a.png \"y\\\" onerror=\\\"z\")\n",
    "```swift \" onclick=\"alert(1)\nlet x = 1\n```\n", "$<script>alert(1)</script>$\n",
    "| a |\n|---|\n| <script>1</script> $<script>$ |\n", "<http://x.org/\"onclick=1>\n",
    "```py\" onclick=\"x\n```\n",
  ])
  func `runs nothing that somebody wrote into the prose`(text: String) {
    let html = page(text).text
    let tags = html.matches(of: /<[A-Za-z\/][^<>]*>/).map { String($0.0) }

    for tag in tags where !tag.hasPrefix("<meta") {
      let name = tag.drop { "</".contains($0) }.prefix { $0.isLetter || $0.isNumber }
      #expect(!["script", "iframe", "svg", "base", "link", "img"].contains(name), "\(tag)")
      let values = tag.replacing(/"[^"]*"/, with: "")
      #expect(!values.contains(/\son\w+\s*=/), "\(tag)")
      #expect(
        !tag.lowercased().contains(/(href|src)="\s*(javascript|vbscript|file|data):/), "\(tag)")
    }
    #expect(html.matches(of: /<style/).count == 1)
    #expect(html.matches(of: /http-equiv/).count - (text.contains("http-equiv") ? 1 : 0) == 1)
  }

  @Test func `lets marks and folds of the prose through`() {
    let html = page("H<sub>2</sub>O<br>\n\n<details>\n<summary>x</summary>\n\ny\n\n</details>\n")
      .text

    #expect(html.contains("H<sub>2</sub>O<br>"))
    #expect(html.contains("<details>\n<summary>x</summary>"))
  }

  @Test func `has pictures of the prose in itself, and links to those of the web`() {
    let result = page(
      "![a *b*](p/x%20y.png \"t\") ![c](https://e.org/c.png) ![d](none.png)\n"
    ) { $0 == "p/x y.png" ? png : nil }

    #expect(result.text.contains("<img src=\"data:image/png;base64,"))
    #expect(result.text.contains("alt=\"a b\" title=\"t\">"))
    #expect(result.text.contains("<a href=\"https://e.org/c.png\">c</a>"))
    #expect(result.missingPictures == ["none.png"])
    for match in result.text.matches(of: /src="(?<address>[^"]*)"/) {
      #expect(match.address.hasPrefix("data:"))
    }
  }

  @Test func `has figures with text in their place`() {
    let figure = MediaBundle([
      .init(mediaType: "image/png", content: .data(png)),
      .init(mediaType: "text/plain", content: .text("plots/x/accuracy-on-tasks.png")),
    ])

    let html = page(cell, [.displayData(figure)]).text

    #expect(html.contains("alt=\"accuracy on tasks\""))
    #expect(!html.contains("plots/x"))
  }

  @Test func `has cells in the colours of their language`() {
    let html = page("```swift\n//| id: a\nlet text = \"<b>\" // why\n```\n").text

    #expect(
      html.contains(
        "<span class=\"k\">let</span> text = <span class=\"s\">&quot;&lt;b&gt;&quot;</span> "
          + "<span class=\"c\">// why</span>"))
    #expect(!html.contains("id: a"))
  }

  @Test func `has what cells printed without colours and control characters`() {
    let html = page(
      cell,
      [.stream(.stdout, text: "\u{1B}[1;31mred\u{1B}[0m \u{1B}]0;title\u{07}<x>\u{07}\u{9B}1m\n")]
    ).text

    #expect(html.contains("<pre class=\"text\">red &lt;x&gt;␇\u{FFFD}1m\n</pre>"))
  }

  @Test func `has errors with their lines`() {
    let html = page(
      cell, [.error(.init(name: "e", message: "m", traceback: ["x:1:1: error: m", "1 │ <"]))]
    ).text

    #expect(html.contains("<pre class=\"error\">x:1:1: error: m\n1 │ &lt;</pre>"))
  }

  @Test func `shows no source of a cell with echo false, and says which cells do not run`() {
    #expect(!page("```swift\n//| echo: false\nlet hidden = 1\n```\n").text.contains("hidden"))
    #expect(page("```swift\n//| eval: false\nlet a = 1\n```\n").text.contains(">not run<"))
  }

  @Test func `resolves a link that is defined after a cell`() {
    #expect(
      page("[a]\n\n\(cell)\n[a]: https://e.org\n").text.contains("<a href=\"https://e.org\">a</a>"))
  }

  @Test func `has a formula as it is written, in a table too`() {
    let html = page("$a_1*b$ and *c*\n\n| x |\n|---|\n| $y_1$ |\n").text

    #expect(html.contains("<span class=\"math\">$a_1*b$</span> and <em>c</em>"))
    #expect(html.contains("<td><span class=\"math\">$y_1$</span></td>"))
  }

  @Test func `has every cell once, also where prose has its mark`() {
    let mark = "```\u{F8FF}mamlnb\n```\n"
    let html = page(mark + "\n```swift\nlet one = 1\n```\n\n" + mark).text

    #expect(html.matches(of: /class="source"/).count == 1)
  }

  @Test func `is made of every generated notebook`() {
    for seed in 0..<200 {
      let text = GeneratedNotebook(seed: UInt64(seed)).text
      #expect(page(text).text.matches(of: /<h1>/).count == 1, "seed \(seed)")
    }
  }
}
