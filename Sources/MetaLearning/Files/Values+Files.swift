public import FewShotData
public import Images

/// Writes a picture as a `.png` file: −1 becomes black, 1 white.
public func save(_ image: Image, _ path: String) throws {
  try FileNameError.check(path, endsIn: ".png", for: "an image")
  try image.write(to: path)
}

/// Writes a table as a `.csv` file.
public func save(_ table: Table, _ path: String, separator: String = ",") throws {
  try table.write(to: path, separator: separator)
}
