struct Version: Comparable {
  let major: Int, minor: Int
  static func < (a: Version, b: Version) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
}
let a = Version(major: 1, minor: 9), b = Version(major: 1, minor: 10)
print(a < b, a > b, a <= b, a >= b, a == b, max(a, b).minor, [b, a].sorted().first!.minor)
print((a...b).contains(Version(major: 1, minor: 9)))
