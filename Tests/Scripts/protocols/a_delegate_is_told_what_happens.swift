protocol DownloadDelegate: AnyObject { func progress(_ percent: Int); func finished() }
class Download {
  weak var delegate: DownloadDelegate?
  func run() {
    for p in stride(from: 50, through: 100, by: 50) { delegate?.progress(p) }
    delegate?.finished()
  }
}
class Screen: DownloadDelegate {
  func progress(_ percent: Int) { print(percent, "%") }
  func finished() { print("finished") }
}
let screen = Screen(), download = Download()
download.run()
download.delegate = screen
download.run()
