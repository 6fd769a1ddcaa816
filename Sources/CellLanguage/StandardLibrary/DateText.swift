/// `Date`, time zones at a fixed distance from Greenwich, and the parts of a date, in the cell language.
enum DateText {
  static let date = #"""
    typealias TimeInterval = Double
    struct Date: Hashable, Comparable, Strideable, CustomStringConvertible, CustomDebugStringConvertible {
      typealias Stride = Double
      var timeIntervalSinceReferenceDate: Double
      init() { self.timeIntervalSinceReferenceDate = _now() }
      init(timeIntervalSinceReferenceDate seconds: Double) { self.timeIntervalSinceReferenceDate = seconds }
      init(timeIntervalSince1970 seconds: Double) {
        self.timeIntervalSinceReferenceDate = seconds - 978307200
      }
      init(timeIntervalSinceNow seconds: Double) { self.timeIntervalSinceReferenceDate = _now() + seconds }
      init(timeInterval seconds: Double, since date: Date) {
        self.timeIntervalSinceReferenceDate = date.timeIntervalSinceReferenceDate + seconds
      }
      static var now: Date { Date() }
      static var distantPast: Date { Date(timeIntervalSinceReferenceDate: -63114076800) }
      static var distantFuture: Date { Date(timeIntervalSinceReferenceDate: 63113904000) }
      var timeIntervalSince1970: Double { timeIntervalSinceReferenceDate + 978307200 }
      var timeIntervalSinceNow: Double { timeIntervalSinceReferenceDate - _now() }
      func timeIntervalSince(_ other: Date) -> Double {
        timeIntervalSinceReferenceDate - other.timeIntervalSinceReferenceDate
      }
      func addingTimeInterval(_ seconds: Double) -> Date {
        Date(timeIntervalSinceReferenceDate: timeIntervalSinceReferenceDate + seconds)
      }
      mutating func addTimeInterval(_ seconds: Double) { timeIntervalSinceReferenceDate += seconds }
      func advanced(by seconds: Double) -> Date { addingTimeInterval(seconds) }
      func distance(to other: Date) -> Double { other.timeIntervalSince(self) }
      func compare(_ other: Date) -> ComparisonResult {
        self < other ? .orderedAscending : self == other ? .orderedSame : .orderedDescending
      }
      static func < (a: Date, b: Date) -> Bool {
        a.timeIntervalSinceReferenceDate < b.timeIntervalSinceReferenceDate
      }
      static func + (a: Date, seconds: Double) -> Date { a.addingTimeInterval(seconds) }
      static func - (a: Date, seconds: Double) -> Date { a.addingTimeInterval(0 - seconds) }
      static func += (a: inout Date, seconds: Double) { a = a + seconds }
      static func -= (a: inout Date, seconds: Double) { a = a - seconds }
      var description: String { _dateText(self, "yyyy-MM-dd HH:mm:ss", .gmt) + " +0000" }
      var debugDescription: String { description }
      func ISO8601Format() -> String { _dateText(self, "yyyy-MM-dd'T'HH:mm:ss", .gmt) + "Z" }
    }
    struct DateInterval: Hashable, Comparable {
      var start: Date
      var duration: Double
      init(start: Date, end: Date) {
        self.start = start
        self.duration = end.timeIntervalSince(start)
      }
      init(start: Date, duration: Double) {
        self.start = start
        self.duration = duration
      }
      var end: Date { start + duration }
      func contains(_ date: Date) -> Bool { date >= start && date <= end }
      func intersects(_ other: DateInterval) -> Bool { start <= other.end && other.start <= end }
      static func < (a: DateInterval, b: DateInterval) -> Bool {
        a.start == b.start ? a.duration < b.duration : a.start < b.start
      }
    }
    func _now() -> Double
    """#

  static let zone = #"""
    struct TimeZone: Hashable, CustomStringConvertible {
      let _seconds: Int
      let identifier: String
      init(_seconds: Int, identifier: String) {
        self._seconds = _seconds
        self.identifier = identifier
      }
      init?(secondsFromGMT seconds: Int) {
        if seconds < -64800 || seconds > 64800 { return nil }
        self._seconds = seconds
        self.identifier = seconds == 0 ? "GMT" : "GMT" + _zoneText(seconds, "")
      }
      init?(identifier: String) {
        if !["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Z"].contains(identifier) {
          _stop("Fatal error", "cells know the time zones 'UTC' and those of a distance from GMT, and not '" + identifier + "'")
        }
        self._seconds = 0
        self.identifier = "GMT"
      }
      init?(abbreviation: String) { self.init(identifier: abbreviation) }
      static var gmt: TimeZone { TimeZone(_seconds: 0, identifier: "GMT") }
      static var current: TimeZone { gmt }
      static var autoupdatingCurrent: TimeZone { gmt }
      func secondsFromGMT(for date: Date = Date()) -> Int { _seconds }
      func abbreviation(for date: Date = Date()) -> String? { identifier }
      var description: String { identifier + " (fixed)" }
    }
    func _zoneText(_ seconds: Int, _ colon: String) -> String {
      let minutes = (seconds < 0 ? 0 - seconds : seconds) / 60
      return (seconds < 0 ? "-" : "+") + _padded(minutes / 60, 2) + colon + _padded(minutes % 60, 2)
    }
    func _padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number < 0 ? 0 - number : number)
      let zeros = String(repeating: "0", count: _max(0, width - digits.count))
      return (number < 0 ? "-" : "") + zeros + digits
    }
    """#

  static let components = #"""
    struct DateComponents: Hashable {
      var calendar: Calendar?
      var timeZone: TimeZone?
      var era: Int?
      var year: Int?
      var month: Int?
      var day: Int?
      var hour: Int?
      var minute: Int?
      var second: Int?
      var nanosecond: Int?
      var weekday: Int?
      var weekdayOrdinal: Int?
      var quarter: Int?
      var weekOfMonth: Int?
      var weekOfYear: Int?
      var yearForWeekOfYear: Int?
      var dayOfYear: Int?
      init(
        calendar: Calendar? = nil, timeZone: TimeZone? = nil, era: Int? = nil, year: Int? = nil,
        month: Int? = nil, day: Int? = nil, hour: Int? = nil, minute: Int? = nil, second: Int? = nil,
        nanosecond: Int? = nil, weekday: Int? = nil, weekdayOrdinal: Int? = nil, quarter: Int? = nil,
        weekOfMonth: Int? = nil, weekOfYear: Int? = nil, yearForWeekOfYear: Int? = nil
      ) {
        self.calendar = calendar
        self.timeZone = timeZone
        self.era = era
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanosecond = nanosecond
        self.weekday = weekday
        self.weekdayOrdinal = weekdayOrdinal
        self.quarter = quarter
        self.weekOfMonth = weekOfMonth
        self.weekOfYear = weekOfYear
        self.yearForWeekOfYear = yearForWeekOfYear
        self.dayOfYear = nil
      }
      var date: Date? { (calendar ?? Calendar(identifier: .gregorian)).date(from: self) }
      var isValidDate: Bool {
        guard let month, month >= 1, month <= 12, let day, day >= 1 else { return false }
        return day <= _daysInMonth(year ?? 2001, month)
      }
      func value(for unit: Calendar.Component) -> Int? {
        switch unit {
        case .era: return era
        case .year: return year
        case .month: return month
        case .day: return day
        case .hour: return hour
        case .minute: return minute
        case .second: return second
        case .nanosecond: return nanosecond
        case .weekday: return weekday
        case .weekdayOrdinal: return weekdayOrdinal
        case .quarter: return quarter
        case .weekOfMonth: return weekOfMonth
        case .weekOfYear: return weekOfYear
        case .yearForWeekOfYear: return yearForWeekOfYear
        case .dayOfYear: return dayOfYear
        }
      }
      mutating func setValue(_ value: Int?, for unit: Calendar.Component) {
        switch unit {
        case .era: era = value
        case .year: year = value
        case .month: month = value
        case .day: day = value
        case .hour: hour = value
        case .minute: minute = value
        case .second: second = value
        case .nanosecond: nanosecond = value
        case .weekday: weekday = value
        case .weekdayOrdinal: weekdayOrdinal = value
        case .quarter: quarter = value
        case .weekOfMonth: weekOfMonth = value
        case .weekOfYear: weekOfYear = value
        case .yearForWeekOfYear: yearForWeekOfYear = value
        case .dayOfYear: dayOfYear = value
        }
      }
    }
    """#
}
