import Glibc
import SystemFiles

/// A folder as somebody else may have packed it, beside one that is none of their business.
///
///     stranger/checkpoints    what may be used, full of ways out
///     stranger/plots          a link to where nothing may be written
///     outside                 what must stay as it is, and unread
struct StrangerFolder {
  let folder = TemporaryFolder()

  init() {
    let everywhere = FileAccess.everywhere
    for (path, text) in [
      ("outside/secret", "secret"), ("outside/sub/secret", "secret"),
      ("stranger/secret", "secret"), ("stranger/checkpoints-2/secret", "secret"),
      ("stranger/checkpoints/inside", "inside"), ("stranger/checkpoints/sub/deep", "inside"),
    ] {
      try? everywhere.write(
        Array(text.utf8), to: folder(path), lasting: .program, makingFolders: true)
    }
    for (name, target) in [
      ("link-out", "../../outside"), ("link-out-slash", "../../outside/"),
      ("link-absolute", folder("outside")), ("link-file", "../../outside/secret"),
      ("link-up", ".."), ("link-dot", "./../../outside"), ("link-round", "sub/../../../outside"),
      ("dangling", "../../outside/new"), ("dangling-in", "none"), ("link-in", "sub"),
      ("link-in-absolute", folder("stranger/checkpoints/sub")), ("loop", "loop"),
      ("chain", "chain-2"), ("chain-2", "sub/../chain-3"), ("chain-3", "../../outside"),
      ("sub/link-out", "../../../outside"), ("root", "/"), ("process-root", "/proc/self/root"),
      ("process", "/proc/self"), ("null", "/dev/null"), ("link-through", "link-out/secret"),
      ("new\nline", "../../outside"),
    ] {
      _ = unsafe symlink(target, inside(name))
    }
    _ = unsafe symlink("../outside", folder("stranger/plots"))
    _ = unsafe mkfifo(inside("pipe"), 0o666)
    socket(at: "socket")
  }

  /// The path of a name in the folder that may be used.
  func inside(_ name: String) -> String { folder("stranger/checkpoints/\(name)") }

  /// All that lies outside, with its bytes.
  var outside: [String] {
    ["outside", "outside/sub", "stranger", "stranger/checkpoints-2", "."].flatMap { place in
      folder.names(in: place).map { name in
        let bytes = (try? FileAccess.everywhere.read(folder("\(place)/\(name)"))) ?? []
        return "\(place)/\(name) \(bytes)"
      }
    }
  }

  /// Access to the one folder that may be used.
  func access(usingKernel: Bool, sizeLimit: Int = 1 << 20) -> FileAccess {
    let allowed = AllowedFolder.customary("checkpoints", in: folder("stranger"))
    return FileAccess(
      readable: [allowed], writable: [allowed], sizeLimit: sizeLimit, usingKernel: usingKernel)
  }

  private func socket(at name: String) {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(inside(name).utf8)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      for (index, byte) in path.enumerated() { unsafe bytes[index] = byte }
    }
    _ = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
