import Glibc

/// Lets the process have no more than so many bytes of addresses, as `ulimit -v` does.
func setAddressLimit(_ bytes: Int) {
  var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: .max)
  _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
}
