/// The Gregorian calendar in the cell language: days are counted from March on, so that leap days come
/// last (H. Hinnant, "chrono-compatible low-level date algorithms").
enum CalendarText {
  static let calendar = #"""
    func _dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
      let y = month <= 2 ? year - 1 : year
      let era = (y >= 0 ? y : y - 399) / 400
      let yearOfEra = y - era * 400
      let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
      return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
    }
    func _dateOfDay(_ number: Int) -> (year: Int, month: Int, day: Int) {
      let z = number + 719468
      let era = (z >= 0 ? z : z - 146096) / 146097
      let dayOfEra = z - era * 146097
      let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let m = (5 * dayOfYear + 2) / 153
      let month = m < 10 ? m + 3 : m - 9
      let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
      return (year: year, month: month, day: dayOfYear - (153 * m + 2) / 5 + 1)
    }
    func _daysInMonth(_ year: Int, _ month: Int) -> Int {
      let next = month == 12 ? _dayNumber(year + 1, 1, 1) : _dayNumber(year, month + 1, 1)
      return next - _dayNumber(year, month, 1)
    }
    func _floored(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : 0 - (b - 1 - a) / b }
    struct Calendar: Hashable {
      enum Identifier { case gregorian, iso8601 }
      enum Component: Hashable {
        case era, year, month, day, hour, minute, second, weekday, weekdayOrdinal, quarter, weekOfMonth
        case weekOfYear, yearForWeekOfYear, nanosecond, dayOfYear
      }
      let identifier: Calendar.Identifier
      var timeZone: TimeZone
      var locale: Locale?
      var firstWeekday: Int
      var minimumDaysInFirstWeek: Int
      init(identifier: Calendar.Identifier) {
        self.identifier = identifier
        self.timeZone = .gmt
        self.locale = nil
        self.firstWeekday = identifier == .iso8601 ? 2 : 1
        self.minimumDaysInFirstWeek = identifier == .iso8601 ? 4 : 1
      }
      static var current: Calendar { Calendar(identifier: .gregorian) }
      static var autoupdatingCurrent: Calendar { Calendar(identifier: .gregorian) }
      var monthSymbols: [String] { _monthNames() }
      var standaloneMonthSymbols: [String] { _monthNames() }
      var shortMonthSymbols: [String] { _monthNames().map { String($0.prefix(3)) } }
      var weekdaySymbols: [String] { _dayNames() }
      var standaloneWeekdaySymbols: [String] { _dayNames() }
      var shortWeekdaySymbols: [String] { _dayNames().map { String($0.prefix(3)) } }
      var veryShortWeekdaySymbols: [String] { _dayNames().map { String($0.prefix(1)) } }
      var amSymbol: String { "AM" }
      var pmSymbol: String { "PM" }
      func _parts(_ date: Date) -> DateComponents {
        let exact = date.timeIntervalSince1970 + Double(timeZone._seconds)
        let seconds = Int(exact.rounded(.down))
        let days = _floored(seconds, 86400)
        let rest = seconds - days * 86400
        let (year, month, day) = _dateOfDay(days)
        var result = DateComponents(
          year: year, month: month, day: day, hour: rest / 3600, minute: rest / 60 % 60,
          second: rest % 60)
        result.era = year > 0 ? 1 : 0
        result.nanosecond = Int((exact - Double(seconds)) * 1e9)
        result.weekday = days + 4 - _floored(days + 4, 7) * 7 + 1
        result.weekdayOrdinal = (day - 1) / 7 + 1
        result.quarter = (month - 1) / 3 + 1
        result.dayOfYear = days - _dayNumber(year, 1, 1) + 1
        let start = days - (result.weekday! - firstWeekday + 7) % 7
        result.weekOfMonth = _week(start, _dayNumber(year, month, 1))
        var weekYear = year
        var week = _week(start, _dayNumber(year, 1, 1))
        if week == 0 {
          weekYear -= 1
          week = _week(start, _dayNumber(weekYear, 1, 1))
        } else if week >= 52 && _week(start, _dayNumber(year + 1, 1, 1)) >= 1 {
          weekYear += 1
          week = 1
        }
        result.weekOfYear = week
        result.yearForWeekOfYear = weekYear
        return result
      }
      func _week(_ start: Int, _ first: Int) -> Int {
        let weekday = first + 4 - _floored(first + 4, 7) * 7 + 1
        let before = (weekday - firstWeekday + 7) % 7
        let firstStart = first - before
        let number = _floored(start - firstStart, 7)
        return 7 - before >= minimumDaysInFirstWeek ? number + 1 : number
      }
      func component(_ unit: Calendar.Component, from date: Date) -> Int { _parts(date).value(for: unit)! }
      func dateComponents(_ units: Set<Calendar.Component>, from date: Date) -> DateComponents {
        let all = _parts(date)
        var result = DateComponents()
        for unit in units { result.setValue(all.value(for: unit), for: unit) }
        return result
      }
      func dateComponents(in zone: TimeZone, from date: Date) -> DateComponents {
        var other = self
        other.timeZone = zone
        var result = other._parts(date)
        result.timeZone = zone
        return result
      }
      func date(from parts: DateComponents) -> Date? {
        var year = parts.year ?? 1
        var month = parts.month ?? 1
        let months = year * 12 + month - 1
        year = _floored(months, 12)
        month = months - year * 12 + 1
        var days = _dayNumber(year, month, 1) + (parts.day ?? 1) - 1
        if parts.day == nil, let weekday = parts.weekday {
          let first = days + 4 - _floored(days + 4, 7) * 7 + 1
          days += (weekday - first + 7) % 7 + 7 * ((parts.weekdayOrdinal ?? 1) - 1)
        }
        let seconds = days * 86400 + (parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60
        let zone = parts.timeZone ?? timeZone
        return Date(
          timeIntervalSince1970: Double(seconds + (parts.second ?? 0) - zone._seconds)
            + Double(parts.nanosecond ?? 0) / 1e9)
      }
    }
    func _monthNames() -> [String] {
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ]
    }
    func _dayNames() -> [String] {
      ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    }
    """#

  static let sums = #"""
    extension Calendar {
      func date(byAdding unit: Calendar.Component, value: Int, to date: Date, wrappingComponents: Bool = false) -> Date? {
        var parts = DateComponents()
        parts.setValue(value, for: unit)
        return self.date(byAdding: parts, to: date)
      }
      func date(byAdding parts: DateComponents, to date: Date, wrappingComponents: Bool = false) -> Date? {
        var all = _parts(date)
        let months = all.year! * 12 + all.month! - 1 + (parts.month ?? 0)
          + 12 * ((parts.year ?? 0) + (parts.yearForWeekOfYear ?? 0)) + 3 * (parts.quarter ?? 0)
        all.year = _floored(months, 12)
        all.month = months - all.year! * 12 + 1
        all.day = _min(all.day!, _daysInMonth(all.year!, all.month!))
        let days = (parts.day ?? 0) + (parts.weekday ?? 0) + (parts.dayOfYear ?? 0)
          + 7 * ((parts.weekOfYear ?? 0) + (parts.weekOfMonth ?? 0) + (parts.weekdayOrdinal ?? 0))
        all.day = all.day! + days
        let seconds = (parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0)
        return self.date(from: all).map { $0 + Double(seconds) + Double(parts.nanosecond ?? 0) / 1e9 }
      }
      func date(bySettingHour hour: Int, minute: Int, second: Int, of date: Date) -> Date? {
        var all = _parts(date)
        all.hour = hour
        all.minute = minute
        all.second = second
        all.nanosecond = 0
        return self.date(from: all)
      }
      func date(bySetting unit: Calendar.Component, value: Int, of date: Date) -> Date? {
        var all = _parts(date)
        all.setValue(value, for: unit)
        return self.date(from: all)
      }
      func dateComponents(
        _ units: Set<Calendar.Component>, from start: Date, to end: Date
      ) -> DateComponents {
        var result = DateComponents()
        var current = start
        let isForward = end >= start
        for unit in [Calendar.Component.year, .month, .weekOfYear, .day, .hour, .minute, .second]
        where units.contains(unit) {
          let steps = _steps(unit, from: current, to: end, isForward)
          result.setValue(steps, for: unit)
          current = date(byAdding: unit, value: steps, to: current)!
        }
        if units.contains(.nanosecond) {
          result.nanosecond = Int(end.timeIntervalSince(current) * 1e9)
        }
        return result
      }
      func _steps(_ unit: Calendar.Component, from start: Date, to end: Date, _ isForward: Bool) -> Int {
        let lengths: [Calendar.Component: Double] = [
          .year: 31556952, .month: 2629746, .weekOfYear: 604800, .day: 86400, .hour: 3600, .minute: 60,
          .second: 1,
        ]
        var steps = Int(end.timeIntervalSince(start) / lengths[unit]!)
        func isPast(_ steps: Int) -> Bool {
          let there = date(byAdding: unit, value: steps, to: start)!
          return isForward ? there > end : there < end
        }
        let one = isForward ? 1 : -1
        while isPast(steps) { steps -= one }
        while !isPast(steps + one) { steps += one }
        return steps
      }
      func dateComponents(
        _ units: Set<Calendar.Component>, from start: DateComponents, to end: DateComponents
      ) -> DateComponents {
        dateComponents(units, from: date(from: start)!, to: date(from: end)!)
      }
      func startOfDay(for date: Date) -> Date {
        self.date(bySettingHour: 0, minute: 0, second: 0, of: date)!
      }
      func isDate(_ a: Date, inSameDayAs b: Date) -> Bool { startOfDay(for: a) == startOfDay(for: b) }
      func isDateInToday(_ date: Date) -> Bool { isDate(date, inSameDayAs: Date()) }
      func isDateInYesterday(_ date: Date) -> Bool { isDate(date + 86400, inSameDayAs: Date()) }
      func isDateInTomorrow(_ date: Date) -> Bool { isDate(date - 86400, inSameDayAs: Date()) }
      func isDateInWeekend(_ date: Date) -> Bool { [1, 7].contains(component(.weekday, from: date)) }
      func isDate(_ a: Date, equalTo b: Date, toGranularity unit: Calendar.Component) -> Bool {
        compare(a, to: b, toGranularity: unit) == .orderedSame
      }
      func compare(_ a: Date, to b: Date, toGranularity unit: Calendar.Component) -> ComparisonResult {
        let (x, y) = (_parts(a), _parts(b))
        for next in [Calendar.Component.year, .month, .day, .hour, .minute, .second] {
          let (p, q) = (x.value(for: next)!, y.value(for: next)!)
          if p != q { return p < q ? .orderedAscending : .orderedDescending }
          if next == unit { break }
        }
        return .orderedSame
      }
      func range(
        of smaller: Calendar.Component, in larger: Calendar.Component, for date: Date
      ) -> Range<Int>? {
        let parts = _parts(date)
        switch smaller {
        case .day:
          if larger == .month { return 1..<(_daysInMonth(parts.year!, parts.month!) + 1) }
          return 1..<(_dayNumber(parts.year! + 1, 1, 1) - _dayNumber(parts.year!, 1, 1) + 1)
        case .month: return 1..<13
        case .hour: return 0..<24
        case .minute, .second: return 0..<60
        case .weekday: return 1..<8
        default: return nil
        }
      }
      func ordinality(
        of smaller: Calendar.Component, in larger: Calendar.Component, for date: Date
      ) -> Int? {
        let parts = _parts(date)
        if smaller == .day && larger == .year { return parts.dayOfYear }
        return smaller == .day && larger == .month ? parts.day : parts.value(for: smaller)
      }
      func dateInterval(of unit: Calendar.Component, for date: Date) -> DateInterval? {
        var parts = _parts(date)
        parts.nanosecond = 0
        parts.second = 0
        if unit != .minute { parts.minute = 0 }
        if unit != .minute && unit != .hour { parts.hour = 0 }
        if unit == .weekOfYear { parts.day = parts.day! - (parts.weekday! - firstWeekday + 7) % 7 }
        if unit == .month || unit == .year { parts.day = 1 }
        if unit == .year { parts.month = 1 }
        guard let start = self.date(from: parts), let end = self.date(byAdding: unit, value: 1, to: start)
        else { return nil }
        return DateInterval(start: start, end: end)
      }
    }
    """#
}
