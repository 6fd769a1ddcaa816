internal import Glibc
internal import Notebook
internal import NotebookSession
internal import Publishing
internal import SystemFiles

/// The pictures that a notebook's prose shows, beside a copy of the notebook in another folder.
///
/// Only what is a picture and is below the notebook's folder is copied, to the same place below the copy's.
/// Another file that is there stays.
struct CopiedPictures {
  private let paths: [String]
  private let (folder, other): (String, String)

  /// The pictures of a notebook in a folder, for a copy of it in another.
  init(of document: NotebookDocument, in folder: String, for other: String) {
    paths = Self.areOne(folder, other) ? [] : ProsePictures.paths(in: document)
    (self.folder, self.other) = (folder, other)
  }

  /// Copies them, and says which could not be copied.
  func write() throws {
    // A stranger's notebook must not carry away what is not beside it, nor write over what is.
    let source = FileAccess(readable: [.named(folder)], writable: [], sizeLimit: 1 << 26)
    let target = FileAccess(
      readable: [.named(other)], writable: [.named(other)], sizeLimit: 1 << 26)
    for path in paths {
      guard let bytes = try? source.read("\(folder)/\(path)"), ProsePictures.isPicture(bytes) else {
        complain(
          "mamlnb: the picture '\(path)' is not copied; expected a PNG, JPEG, GIF, WebP or SVG below "
            + "the notebook's folder")
        continue
      }
      let place = "\(other)/\(path)"
      do throws(FileError) {
        if try FileAccess.everywhere.kind(of: place) == nil {
          try target.write(bytes, to: place, makingFolders: true)
        } else if (try? target.read(place)) != bytes {
          complain(
            "mamlnb: the picture '\(path)' is not copied; '\(place)' is there, and is another")
        }
      } catch {
        complain("mamlnb: the picture '\(path)' is not copied: \(error)")
      }
    }
  }

  /// Whether two paths lead to one folder.
  private static func areOne(_ folder: String, _ other: String) -> Bool {
    var (one, two) = (Glibc.stat(), Glibc.stat())
    guard unsafe stat(folder, &one) == 0, unsafe stat(other, &two) == 0 else { return false }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }
}
