import Foundation

/// The program's environment, as it was when the program began.
let environment = ProcessInfo.processInfo.environment

/// Opens what a shell may have closed, as with `<&-`: otherwise the first
/// file that is opened takes its place and is read or written in its stead.
func openMissingDescriptors() {
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
  where fcntl(descriptor, F_GETFD) < 0 {
    // The lowest free descriptor, and those below are open by now.
    _ = open("/dev/null", O_RDWR)
  }
}
