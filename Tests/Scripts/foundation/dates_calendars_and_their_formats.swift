import Foundation
var cal = Calendar(identifier: .gregorian)
cal.timeZone = TimeZone(identifier: "UTC")!
let f = DateFormatter()
f.locale = Locale(identifier: "en_US_POSIX"); f.timeZone = TimeZone(secondsFromGMT: 0)
f.dateFormat = "yyyy-MM-dd HH:mm:ss"
let d = f.date(from: "2024-02-28 23:30:00")!
print(f.string(from: d), d.timeIntervalSince1970)
let next = cal.date(byAdding: .day, value: 2, to: d)!
print(f.string(from: next), cal.component(.weekday, from: next), cal.component(.year, from: d))
let c = cal.dateComponents([.year, .month, .day, .hour], from: d)
print(c.year!, c.month!, c.day!, c.hour!)
let made = cal.date(from: DateComponents(year: 2000, month: 1, day: 1, hour: 12))!
print(f.string(from: made))
let diff = cal.dateComponents([.day], from: made, to: d).day!
print(diff)
f.dateFormat = "EEEE, MMM d, yyyy 'at' h:mm a"
print(f.string(from: d))
print(cal.isDate(d, inSameDayAs: next), cal.startOfDay(for: d) == d, cal.range(of: .day, in: .month, for: d)!.count)
print(ISO8601DateFormatter().string(from: d), ISO8601DateFormatter().date(from: "2020-05-06T07:08:09Z")!.timeIntervalSince1970)
print(d < next, next.timeIntervalSince(d), d.addingTimeInterval(60) > d, max(d, next) == next)
print(Date(timeIntervalSince1970: 0), d.distance(to: next), Date(timeIntervalSinceReferenceDate: 0))
print((d..<next).contains(d), d + 30 > d, DateInterval(start: d, end: next).duration)
