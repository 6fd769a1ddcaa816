enum Weekday: String, CaseIterable { case mon, tue, wed }
print(Weekday.allCases.count, Weekday.allCases.map(\.rawValue))
for day in Weekday.allCases { print(day) }
print(Weekday.allCases.firstIndex(of: .wed)!)
