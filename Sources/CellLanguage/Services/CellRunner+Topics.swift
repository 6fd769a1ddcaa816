extension CellRunner {
  /// One's own names with what they are, in alphabetical order: variables, functions, types.
  public func names(in state: CellState) -> [NameSummary] {
    compiler(state).ownEntries.map(\.summary)
  }

  /// The functions and types of the host's library by topic, then those of the standard library; each
  /// name once.
  public func topics(in state: CellState) -> [(topic: String, names: [NameSummary])] {
    var topics: [(topic: String, names: [NameSummary])] = []
    func add(_ summary: NameSummary) {
      let topic = summary.topic.isEmpty ? "Other" : summary.topic
      guard let index = topics.firstIndex(where: { $0.topic == topic }) else {
        topics.append((topic, [summary]))
        return
      }
      if !topics[index].names.contains(where: { $0.name == summary.name }) {
        topics[index].names.append(summary)
      }
    }
    let search = helpSearch(state)
    for function in library.functions where !function.isHidden { add(function.summary()) }
    for type in library.types { add(type.summary) }
    for summary in protocols(search) { add(summary) }
    for constant in library.constants { add(constant.summary) }
    for index in topics.indices { topics[index].names.sort { $0.name < $1.name } }
    for entry in StandardDocumentation.entries where entry.owner == nil {
      add(search.summary(of: entry))
    }
    return topics
  }

  /// The names that some words have to do with, the likeliest first: those of the cells, of the host's
  /// library with its members, of the standard library, and the words of the language.
  ///
  /// All words must occur, in the name, the declaration, the documentation or the topic, whatever the
  /// case of their letters.
  public func find(_ words: String, in state: CellState) -> [NameSummary] {
    let wanted = words.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      .map(String.init)
    guard !wanted.isEmpty else { return [] }
    return onLargeStack { _ in
      let search = helpSearch(state)
      var found: [(score: Int, summary: NameSummary)] = []
      // Overloads of which the same is said are listed once.
      var listed: Set<[String]> = []
      for summary in everything(search) {
        guard let score = summary.score(of: wanted),
          listed.insert([summary.name, summary.summary]).inserted
        else { continue }
        found.append((score, summary))
      }
      found.sort { ($1.score, $0.summary.name) < ($0.score, $1.summary.name) }
      return found.map(\.summary)
    }
  }

  private func helpSearch(_ state: CellState) -> HelpSearch {
    HelpSearch(compiler(state), library) { staticType(of: $0, from: state) }
  }

  private func everything(_ search: HelpSearch) -> [NameSummary] {
    var all = search.compiler.ownEntries.map(\.summary)
    all += library.functions.filter { !$0.isHidden }.map { $0.summary() }
    for type in library.types {
      all.append(type.summary)
      all += summaries(of: type.members, in: type.name, topic: type.topic)
    }
    all += protocols(search)
    for type in library.protocols {
      all += summaries(of: type.members, in: type.name, topic: type.topic)
    }
    all += library.constants.map(\.summary)
    all += StandardDocumentation.entries.map { search.summary(of: $0) }
    all += Keywords.help.keys.sorted().compactMap { Keywords.summary(of: $0) }
    return all
  }

  /// The protocols of the host's library that are listed under a topic.
  private func protocols(_ search: HelpSearch) -> [NameSummary] {
    let names =
      library.protocols.map { (name: $0.name, topic: $0.topic) }
      + library.sources.filter { !$0.topic.isEmpty }.map { (name: $0.name, topic: $0.topic) }
    return names.compactMap { name, topic in
      guard let symbol = search.symbols(name).first else { return nil }
      var summary = search.summary(name, symbol)
      summary.topic = topic
      return summary
    }
  }

  private func summaries(
    of members: [HostFunction], in owner: String, topic: String
  ) -> [NameSummary] {
    members.filter { !$0.isHidden }.map { member in
      var summary = member.summary(in: owner)
      if summary.topic.isEmpty { summary.topic = topic }
      return summary
    }
  }
}

extension HelpSearch {
  /// A name of the standard library as lists show it.
  func summary(of entry: StandardDocumentation.Entry) -> NameSummary {
    if entry.owner == nil, let symbol = symbols(entry.key).first {
      let known = summary(entry.key, symbol)
      return NameSummary(
        name: known.name, kind: known.kind, declaration: known.declaration,
        documentation: entry.text, topic: entry.topic)
    }
    return NameSummary(
      name: entry.key, kind: entry.owner == nil ? .type : .function, declaration: entry.key,
      documentation: entry.text, topic: entry.topic)
  }
}

extension HostType {
  /// The type as lists show it.
  var summary: NameSummary {
    NameSummary(
      name: name, kind: .type, declaration: "struct \(name)", documentation: documentation,
      topic: topic)
  }
}

extension HostConstant {
  /// The constant as lists show it.
  var summary: NameSummary {
    NameSummary(
      name: name, kind: .constant, declaration: declaration, documentation: documentation)
  }
}

extension NameSummary {
  /// How well the name fits some words in small letters; `nil` where one of them does not occur.
  fileprivate func score(of words: [String]) -> Int? {
    let name = name.lowercased()
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let declaration = declaration.lowercased()
    let documentation = documentation.lowercased()
    let topic = topic.lowercased()
    var total = isOwn ? 5 : 0
    for word in words {
      if last == word || name == word {
        total += 100
      } else if last.hasPrefix(word) || name.hasPrefix(word) {
        total += 60
      } else if name.contains(word) {
        total += 40
      } else if topic.contains(word) {
        total += 20
      } else if declaration.contains(word) {
        total += 15
      } else if documentation.contains(word) {
        total += 10
      } else {
        return nil
      }
    }
    // A short name is nearer to what was asked for.
    return total * 100 - min(name.utf8.count, 99)
  }
}
