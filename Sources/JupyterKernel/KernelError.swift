public import SystemFiles

/// Why a kernel cannot serve, or cannot be made known to Jupyter.
public enum KernelError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A library of the system cannot be opened, with the loader's reason.
  case noLibrary(reason: String)
  /// A socket cannot be made or connected, with libzmq's reason.
  case socket(reason: String)
  /// Nobody can be waited for at an address, with libzmq's reason.
  case bind(address: String, reason: String)
  /// A file cannot be read or written.
  case file(FileError)
  /// The connection file is none, with what is wrong with it.
  case connection(path: String, reason: String)
  /// The name of a kernel has other characters than Jupyter takes.
  case name(String)
  /// Nobody says where Jupyter looks for a user's kernels.
  case noHome

  /// The reason in words.
  public var description: String {
    switch self {
    case .noLibrary(let reason): "\(reason); 'apt install libzmq5 libmd0' installs what it needs"
    case .socket(let reason): "cannot make a socket: \(reason)"
    case .bind(let address, let reason): "cannot wait at '\(address)': \(reason)"
    case .file(let error): "\(error)"
    case .connection(let path, let reason): "'\(path)' is no connection file: \(reason)"
    case .name(let name):
      "'\(name)' cannot be the name of a kernel: it has letters, digits, '.', '_' and '-' alone"
    case .noHome: "neither JUPYTER_DATA_DIR nor HOME is set; --prefix says where to install"
    }
  }
}
