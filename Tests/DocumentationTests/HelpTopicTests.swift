import Foundation
import Testing
import mamlnb

@Suite struct `A help topic` {
  @Test(arguments: HelpTopic.all.map(\.name)) func `fits on a screen`(name: String) throws {
    let topic = try #require(HelpTopic.named(name))
    let lines = topic.text.split(separator: "\n", omittingEmptySubsequences: false)

    #expect(lines.count <= 60)
    for line in lines { #expect(line.count <= 80, "\(line)") }
    #expect(topic.abstract.count + 14 <= 80)
  }

  @Test(arguments: HelpTopic.all.map(\.name))
  func `names commands that the command line understands`(name: String) throws {
    for command in try #require(HelpTopic.named(name)).commands {
      #expect(answer(to: command) == nil, "mamlnb \(command.joined(separator: " "))")
    }
  }

  @Test func `is listed by the help, and is no command`() throws {
    let help = try #require(answer(to: ["--help"])).split(separator: "\n")

    for topic in HelpTopic.all {
      let lines = help.filter { $0.hasPrefix("  \(topic.name) ") }
      #expect(lines.count == 1 && lines[0].hasSuffix("  \(topic.abstract)"))
    }
  }

  @Test func `is what help says`() {
    #expect(answer(to: ["help", "cells"]) == HelpTopic.named("cells")?.text)
  }

  @Test func `of the format is the guide, which is the document`() throws {
    let document = try String(
      contentsOf: Guide.root.appending(path: "Documentation/notebook-format.md"), encoding: .utf8)
    let shown = try #require(answer(to: ["help", "format"]))

    #expect(FormatGuide.markdown == document)
    #expect(shown.hasPrefix("# The notebook format\n"))
    #expect(shown.hasSuffix("see 'mamlnb format --help'."))
    #expect(answer(to: ["format", "--help"])?.contains("USAGE: mamlnb format") == true)
    #expect(answer(to: ["--help"])?.contains("  format       the format in full") == true)
    for option in ["id", "eval", "echo", "error", "timeout", "tolerance", "tags"] {
      #expect(document.contains("//| \(option): "), "no example of '\(option)'")
    }
  }

  @Test func `that is unknown is an error that lists the known`() throws {
    let message = try #require(answer(to: ["help", "figurs"]))

    #expect(message.contains("nothing is called 'figurs'; the topics are notebooks, session,"))
  }
}

extension HelpTopic {
  /// The arguments of each line that is a command, without what stands apart behind it.
  fileprivate var commands: [[String]] {
    text.split(separator: "\n").compactMap { line in
      let command = line.drop { $0 == " " }
      guard line.first == " ", command.hasPrefix("mamlnb ") else { return nil }
      let end = command.ranges(of: "  ").first?.lowerBound ?? command.endIndex
      return command[..<end].split(separator: " ").dropFirst().map(String.init)
    }
  }
}
