internal import SystemFiles
internal import Text

/// Where a kernel waits for its clients, as the file says that Jupyter names on the command line.
///
/// ```json
/// {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 50001, "iopub_port": 50002, "stdin_port": 50003,
///  "control_port": 50004, "hb_port": 50005, "signature_scheme": "hmac-sha256", "key": "a0436f6c"}
/// ```
public struct Connection: Sendable, Equatable {
  /// `tcp` or `ipc`.
  package var transport: String
  /// An address of this machine; with `ipc`, what the paths of the sockets begin with.
  package var host: String
  /// What signs messages; empty where nothing does.
  package var key: String
  /// The port of each channel; with `tcp`, 0 for any.
  package var ports: [Channel: Int]

  /// What a socket carries.
  package enum Channel: String, CaseIterable, Sendable {
    /// Requests, one after the other.
    case shell = "shell_port"
    /// Requests that are seen to at once.
    case control = "control_port"
    /// Questions to the person.
    case input = "stdin_port"
    /// What everybody may see.
    case output = "iopub_port"
    /// Whether the kernel lives.
    case heartbeat = "hb_port"
  }

  /// A connection at any free ports of this machine.
  package init(key: String) {
    transport = "tcp"
    host = "127.0.0.1"
    self.key = key
    ports = Dictionary(uniqueKeysWithValues: Channel.allCases.map { ($0, 0) })
  }

  /// Reads a connection file.
  public init(contentsOf path: String) throws(KernelError) {
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.everywhere.read(path, limit: 1 << 20)
    } catch {
      throw .file(error)
    }
    do {
      try self.init(parsing: String(decoding: bytes, as: UTF8.self))
    } catch let fault as ConnectionFault {
      throw .connection(path: path, reason: fault.reason)
    } catch let fault as JSONError {
      throw .connection(path: path, reason: "\(fault)")
    } catch {
      throw .connection(path: path, reason: "\(error)")
    }
  }

  package init(parsing text: String) throws {
    let value = try JSONValue(parsing: text)
    guard case .object = value else { throw ConnectionFault("it is no JSON object") }
    transport = value["transport"]?.string ?? "tcp"
    guard ["tcp", "ipc"].contains(transport) else {
      throw ConnectionFault("transport '\(transport)' is neither 'tcp' nor 'ipc'")
    }
    guard let host = value["ip"]?.string, !host.isEmpty else { throw ConnectionFault("no 'ip'") }
    guard let key = value["key"]?.string else { throw ConnectionFault("no 'key'") }
    let scheme = value["signature_scheme"]?.string ?? "hmac-sha256"
    guard scheme == "hmac-sha256" || key.isEmpty else {
      throw ConnectionFault("signature scheme '\(scheme)' is not 'hmac-sha256'")
    }
    (self.host, self.key, ports) = (host, key, [:])
    for channel in Channel.allCases {
      guard case .integer(let port)? = value[channel.rawValue], 0...65_535 ~= port else {
        throw ConnectionFault("no port from 0 to 65535 for '\(channel.rawValue)'")
      }
      ports[channel] = port
    }
  }

  /// The address of a channel, as libzmq takes it.
  package func address(_ channel: Channel) -> String {
    let port = ports[channel] ?? 0
    guard transport == "tcp" else { return "ipc://\(host)-\(port)" }
    let host = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    return "tcp://\(host):\(port == 0 ? "*" : "\(port)")"
  }
}

/// What is wrong with a connection file.
private struct ConnectionFault: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
