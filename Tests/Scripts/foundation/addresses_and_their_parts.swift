import Foundation
let u = URL(string: "https://user@example.com:8080/a/b.txt?q=1&r=x%20y#frag")!
print(u.scheme!, u.host!, u.port!, u.path, u.query!, u.fragment!, u.lastPathComponent, u.pathExtension, u.absoluteString)
var c = URLComponents(); c.scheme = "https"; c.host = "ex.org"; c.path = "/s"; c.queryItems = [URLQueryItem(name: "q", value: "a b"), URLQueryItem(name: "n", value: "1")]
print(c.url!, c.string!, c.percentEncodedQuery!)
let d = URLComponents(string: "http://x.y/z?a=1&b=2")!; print(d.queryItems!.map { "\($0.name)=\($0.value ?? "")" }, d.host!)
print(URL(fileURLWithPath: "/tmp/x.swift").deletingPathExtension().lastPathComponent, u.deletingLastPathComponent().path, u.appendingPathComponent("z").path)
print(URL(string: "") == nil, u)
