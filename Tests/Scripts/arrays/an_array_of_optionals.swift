let readings: [Int?] = [3, nil, 5]
print(readings)
print(readings.compactMap { $0 }.reduce(0, +))
for reading in readings {
  if let reading { print("got", reading) } else { print("missing") }
}
for case let value? in readings { print(value) }
print(readings[1] == nil, readings.first! as Any)
