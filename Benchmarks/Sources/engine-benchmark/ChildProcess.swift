import Foundation

/// Returns what a command prints; its errors go to ours.
func output(of command: [String], environment: [String: String] = [:]) throws -> Data {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: command[0])
  process.arguments = Array(command.dropFirst())
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw BenchmarkError.failed(
      command: command.joined(separator: " "), status: process.terminationStatus,
      output: String(decoding: data, as: UTF8.self))
  }
  return data
}

/// Returns the measurement that a command prints as JSON.
func measurement(of command: [String]) throws -> Measurement {
  try JSONDecoder().decode(Measurement.self, from: output(of: command))
}
