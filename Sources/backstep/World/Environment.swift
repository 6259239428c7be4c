#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the program asks of its environment, as it was when it began.
let environment: [String: String] = {
  let names = [
    "COLUMNS", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "TERM",
    "XDG_CONFIG_HOME", "XDG_STATE_HOME",
  ]
  return names.reduce(into: [:]) { known, name in
    known[name] = getenv(name).map { String(cString: $0) }
  }
}()

/// Opens what a shell may have closed, as with `<&-`: otherwise the first
/// file that is opened takes its place and is read or written in its stead.
func openMissingDescriptors() {
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
  where fcntl(descriptor, F_GETFD) < 0 {
    // The lowest free descriptor, and those below are open by now.
    _ = open("/dev/null", O_RDWR)
  }
}
