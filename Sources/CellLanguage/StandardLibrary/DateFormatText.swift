/// Dates as text and back, by patterns, in English, in the cell language.
enum DateFormatText {
  static let formatter = #"""
    class DateFormatter {
      enum Style { case none, short, medium, long, full }
      var dateFormat: String = ""
      var locale: Locale? = nil
      var timeZone: TimeZone? = TimeZone.gmt
      var calendar: Calendar? = Calendar(identifier: .gregorian)
      var dateStyle = DateFormatter.Style.none
      var timeStyle = DateFormatter.Style.none
      var isLenient = false
      init() {}
      func setLocalizedDateFormatFromTemplate(_ template: String) {
        _stop("Fatal error", "dates by templates of a place are not part of the cell language; use 'dateFormat'")
      }
      var _pattern: String {
        if !dateFormat.isEmpty { return dateFormat }
        var parts: [String] = []
        switch dateStyle {
        case .none: break
        case .short: parts.append("M/d/yy")
        case .medium: parts.append("MMM d, yyyy")
        case .long: parts.append("MMMM d, yyyy")
        case .full: parts.append("EEEE, MMMM d, yyyy")
        }
        switch timeStyle {
        case .none: break
        case .short: parts.append("h:mm\u{202F}a")
        case .medium: parts.append("h:mm:ss\u{202F}a")
        case .long, .full: parts.append("h:mm:ss\u{202F}a z")
        }
        return parts.joined(separator: dateStyle == .long || dateStyle == .full ? " 'at' " : ", ")
      }
      func string(from date: Date) -> String {
        _checkLocale(locale)
        return _dateText(date, _pattern, timeZone ?? .gmt)
      }
      func date(from text: String) -> Date? {
        _checkLocale(locale)
        return _dateOfText(text, _pattern, timeZone ?? .gmt)
      }
    }
    func _patternRuns(_ pattern: String) -> [(letter: Character, count: Int, text: String)] {
      var result: [(letter: Character, count: Int, text: String)] = []
      let all = Array(pattern)
      var i = 0
      while i < all.count {
        if all[i] == "'" {
          var text = ""
          i += 1
          if i < all.count && all[i] == "'" { text = "'" }
          while i < all.count && all[i] != "'" {
            text.append(all[i])
            i += 1
          }
          i += 1
          result.append((letter: "'", count: 0, text: text))
        } else if all[i].isASCII && all[i].isLetter {
          let start = i
          while i < all.count && all[i] == all[start] { i += 1 }
          result.append((letter: all[start], count: i - start, text: ""))
        } else {
          result.append((letter: "'", count: 0, text: String(all[i])))
          i += 1
        }
      }
      return result
    }
    """#

  static let patterns = #"""
    func _dateText(_ date: Date, _ pattern: String, _ zone: TimeZone) -> String {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = zone
      let parts = calendar._parts(date)
      return _patternRuns(pattern).map { $0.count == 0 ? $0.text : _field($0.letter, $0.count, parts, zone) }
        .joined()
    }
    func _named(_ names: [String], _ index: Int, _ count: Int) -> String {
      count == 5 ? String(names[index].prefix(1)) : count == 4 ? names[index] : String(names[index].prefix(3))
    }
    func _field(_ letter: Character, _ count: Int, _ parts: DateComponents, _ zone: TimeZone) -> String {
      let hour = parts.hour!
      switch letter {
      case "y", "u": return count == 2 ? _padded(parts.year! % 100, 2) : _padded(parts.year!, count)
      case "Y":
        let year = parts.yearForWeekOfYear!
        return count == 2 ? _padded(year % 100, 2) : _padded(year, count)
      case "M", "L":
        return count < 3 ? _padded(parts.month!, count) : _named(_monthNames(), parts.month! - 1, count)
      case "d": return _padded(parts.day!, count)
      case "D": return _padded(parts.dayOfYear!, count)
      case "E", "c", "e":
        if letter == "e" && count < 3 { return _padded(parts.weekday!, count) }
        return _named(_dayNames(), parts.weekday! - 1, count)
      case "Q", "q": return (count < 3 ? "" : "Q") + _padded(parts.quarter!, count < 3 ? count : 1)
      case "w": return _padded(parts.weekOfYear!, count)
      case "W": return _padded(parts.weekOfMonth!, count)
      case "H": return _padded(hour, count)
      case "k": return _padded(hour == 0 ? 24 : hour, count)
      case "h": return _padded(hour % 12 == 0 ? 12 : hour % 12, count)
      case "K": return _padded(hour % 12, count)
      case "m": return _padded(parts.minute!, count)
      case "s": return _padded(parts.second!, count)
      case "S":
        let digits = _padded(Int((Double(parts.nanosecond!) / 1e6).rounded()), 3)
        return count <= 3 ? String(digits.prefix(count)) : digits + String(repeating: "0", count: count - 3)
      case "a": return hour < 12 ? "AM" : "PM"
      case "G": return count == 4 ? "Anno Domini" : "AD"
      case "Z": return count == 5 ? (zone._seconds == 0 ? "Z" : _zoneText(zone._seconds, ":")) : _zoneText(zone._seconds, "")
      case "X", "x":
        if letter == "X" && zone._seconds == 0 { return "Z" }
        return _zoneText(zone._seconds, count == 3 || count == 5 ? ":" : "")
      case "z", "v", "V", "O": return zone._seconds == 0 ? "GMT" : "GMT" + _zoneText(zone._seconds, ":")
      default:
        _stop("Fatal error", "'\(letter)' in a date's format is not part of the cell language")
      }
    }
    func _dateOfText(_ text: String, _ pattern: String, _ zone: TimeZone) -> Date? {
      var parts = DateComponents(timeZone: zone, year: 2000)
      var rest = text[text.startIndex...]
      var isAfternoon: Bool? = nil
      for (letter, count, literal) in _patternRuns(pattern) {
        if count == 0 {
          guard rest.hasPrefix(literal) else { return nil }
          rest = rest.dropFirst(literal.count)
          continue
        }
        let isName = count >= 3 && (letter == "M" || letter == "L") || letter == "E"
        if isName {
          let names = letter == "E" ? _dayNames() : _monthNames()
          let found = names.firstIndex { rest.lowercased().hasPrefix(_named([$0], 0, count).lowercased()) }
          guard let found else { return nil }
          rest = rest.dropFirst(_named(names, found, count).count)
          if letter != "E" { parts.month = found + 1 }
        } else if letter == "a" {
          let word = rest.prefix(2).uppercased()
          if word != "AM" && word != "PM" { return nil }
          isAfternoon = word == "PM"
          rest = rest.dropFirst(2)
        } else if "zZXxvO".contains(letter) {
          guard let (seconds, length) = _zoneOfText(rest) else { return nil }
          parts.timeZone = TimeZone(secondsFromGMT: seconds)
          rest = rest.dropFirst(length)
        } else {
          let most = letter == "y" && count != 2 ? 9 : letter == "S" ? count : _max(count, 2)
          let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }.prefix(most)
          guard let number = Int(digits) else { return nil }
          rest = rest.dropFirst(digits.count)
          guard _take(letter, count, number, digits.count, &parts) else { return nil }
        }
      }
      if !rest.isEmpty { return nil }
      if let isAfternoon { parts.hour = (parts.hour ?? 0) % 12 + (isAfternoon ? 12 : 0) }
      let month = parts.month ?? 1
      if (parts.day ?? 1) > _daysInMonth(parts.year!, month) { return nil }
      return Calendar(identifier: .gregorian).date(from: parts)
    }
    func _take(
      _ letter: Character, _ count: Int, _ number: Int, _ length: Int, _ parts: inout DateComponents
    ) -> Bool {
      switch letter {
      case "y", "u", "Y": parts.year = count == 2 && length == 2 ? (number < 50 ? 2000 : 1900) + number : number
      case "M", "L":
        if number < 1 || number > 12 { return false }
        parts.month = number
      case "d":
        if number < 1 || number > 31 { return false }
        parts.day = number
      case "H", "k", "h", "K":
        if number > 24 || letter == "h" && number > 12 { return false }
        parts.hour = number % 24
      case "m":
        if number > 59 { return false }
        parts.minute = number
      case "s":
        if number > 59 { return false }
        parts.second = number
      case "S": parts.nanosecond = Int(Double(number) * pow(10.0, Double(9 - length)))
      case "e", "w", "W", "D", "Q", "q", "F": break
      default: return false
      }
      return true
    }
    func _zoneOfText(_ text: Substring) -> (seconds: Int, length: Int)? {
      if text.hasPrefix("Z") { return (seconds: 0, length: 1) }
      var length = 0
      if text.hasPrefix("GMT") || text.hasPrefix("UTC") { length = 3 }
      let rest = text.dropFirst(length)
      guard let sign = rest.first, sign == "+" || sign == "-" else {
        return length > 0 ? (seconds: 0, length: length) : nil
      }
      let digits = rest.dropFirst().filter { $0 != ":" }.prefix(4)
      guard let number = Int(digits), digits.count == 4 else { return nil }
      let seconds = number / 100 * 3600 + number % 100 * 60
      let hasColon = rest.dropFirst(3).hasPrefix(":")
      return (seconds: sign == "-" ? 0 - seconds : seconds, length: length + (hasColon ? 6 : 5))
    }
    """#

  static let standard = #"""
    class ISO8601DateFormatter {
      struct Options: OptionSet {
        let rawValue: Int
        init(rawValue: Int) { self.rawValue = rawValue }
        static var withInternetDateTime: ISO8601DateFormatter.Options { Options(rawValue: 1) }
        static var withFractionalSeconds: ISO8601DateFormatter.Options { Options(rawValue: 2) }
        static var withFullDate: ISO8601DateFormatter.Options { Options(rawValue: 4) }
        static var withFullTime: ISO8601DateFormatter.Options { Options(rawValue: 8) }
      }
      var formatOptions: ISO8601DateFormatter.Options = [.withInternetDateTime]
      var timeZone: TimeZone = .gmt
      init() {}
      var _pattern: String {
        let fraction = formatOptions.contains(.withFractionalSeconds) ? ".SSS" : ""
        let time = "HH:mm:ss" + fraction + "ZZZZZ"
        if formatOptions.contains(.withInternetDateTime) { return "yyyy-MM-dd'T'" + time }
        if formatOptions.contains(.withFullDate) {
          return "yyyy-MM-dd" + (formatOptions.contains(.withFullTime) ? "'T'" + time : "")
        }
        return time
      }
      func string(from date: Date) -> String { _dateText(date, _pattern, timeZone) }
      func date(from text: String) -> Date? { _dateOfText(text, _pattern, timeZone) }
    }
    """#
}
