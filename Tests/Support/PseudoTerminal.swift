import CPseudoTerminal
import Foundation

/// A program running on a terminal of its own, and the person before it.
public final class PseudoTerminal {
  public static let patience = 10.0

  /// Everything that the program wrote.
  public private(set) var transcript: [UInt8] = []

  /// How much of the transcript has been expected already.
  private var read = 0
  private var size: (columns: Int, rows: Int)
  private let terminal: Int32
  private let process: Int32
  private var status: Int32?

  public init(_ program: Program, columns: Int = 80, rows: Int = 24) throws {
    size = (columns, rows)
    var terminal: Int32 = -1
    let process = program.withArrays { arguments, environment in
      pseudo_terminal_run(
        program.path, arguments, environment, program.folder,
        Int32(columns), Int32(rows), &terminal)
    }
    guard process > 0 else {
      throw Failure("cannot run \(program.path): error \(errno)")
    }
    self.process = process
    self.terminal = terminal
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    close(terminal)
  }
}

// MARK: - Sending

extension PseudoTerminal {
  /// Sends bytes as they are, once the program reads keys one by one.
  public func send(_ keys: String) throws {
    try waitUntilRaw()
    try sendNow(keys)
  }

  /// Sends bytes whatever the program is doing.
  public func sendNow(_ keys: String) throws {
    let deadline = Deadline.after(Self.patience)
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      // Read meanwhile: a program that cannot write does not read either.
      drain()
      let ready = deadline.waitBriefly(reading: [], writing: [terminal])
      guard !ready.isEmpty else {
        if deadline.isOver { throw failure("could not send \(keys)") }
        continue
      }
      let count = Array(bytes.prefix(512)).withUnsafeBytes {
        write(terminal, $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw failure("could not send \(keys)") }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Changes the size of the window; the program is told.
  public func resize(columns: Int, rows: Int) {
    size = (columns, rows)
    _ = pseudo_terminal_resize(terminal, Int32(columns), Int32(rows))
  }

  /// Sends a signal to whatever is in the foreground.
  public func signal(_ number: Int32) {
    let group = pseudo_terminal_foreground(terminal)
    if group > 0 { kill(-group, number) } else { kill(process, number) }
  }
}

// MARK: - Expecting

extension PseudoTerminal {
  /// Waits until the program writes the text, which is then read.
  ///
  /// - Returns: What came before it.
  @discardableResult
  public func expect(
    _ text: String, within seconds: Double = patience
  ) throws -> String {
    let wanted = Array(text.utf8)
    var before = ""
    try wait(for: "\"\(text)\"", within: seconds) {
      guard let found = transcript.firstRange(of: wanted, from: read) else {
        return false
      }
      before = String(
        decoding: transcript[read..<found.lowerBound], as: UTF8.self)
      read = found.upperBound
      return true
    }
    return before
  }

  /// Waits until keys are read one by one.
  ///
  /// A prompt is no sign of that: it is
  /// shown before, and keys sent in between are echoed by the system.
  public func waitUntilRaw(within seconds: Double = patience) throws {
    try wait(for: "keys to be read one by one", within: seconds) {
      !pseudo_terminal_is_canonical(terminal)
    }
  }

  /// Waits until no keys are read one by one: the program works.
  public func waitUntilCanonical(within seconds: Double = patience) throws {
    try wait(for: "the program to be at work", within: seconds) {
      pseudo_terminal_is_canonical(terminal)
    }
  }

  /// Waits until the program, a shell, has given the terminal to a job.
  public func waitForJob(within seconds: Double = patience) throws {
    try wait(for: "a job in the foreground", within: seconds) {
      let group = pseudo_terminal_foreground(terminal)
      return group > 0 && group != process
    }
  }

  /// Waits until the screen satisfies the condition.
  public func waitForScreen(
    _ what: String, within seconds: Double = patience,
    where condition: (Screen) -> Bool
  ) throws {
    try wait(for: what, within: seconds) { condition(screen) }
  }

  /// Waits for the end of the program.
  ///
  /// - Returns: Its exit code, or minus the signal that ended it.
  public func waitForExit(within seconds: Double = patience) throws -> Int {
    try wait(for: "the program to end", within: seconds) { hasEnded }
    drain()
    let status = status ?? 0
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : -Int(signal)
  }

  /// Whether the system edits and echoes lines, as it does for a shell.
  public var isCanonical: Bool { pseudo_terminal_is_canonical(terminal) }

  /// What a person sees.
  public var screen: Screen {
    var screen = Screen(columns: size.columns, rows: size.rows)
    screen.take(String(decoding: transcript, as: UTF8.self))
    return screen
  }

  private var hasEnded: Bool {
    if status != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    self.status = status
    return true
  }

  private func wait(
    for what: String, within seconds: Double, until isDone: () -> Bool
  ) throws {
    let deadline = Deadline.after(seconds)
    while true {
      drain()
      if isDone() { return }
      if deadline.isOver { throw failure("waited in vain for \(what)") }
      if deadline.waitBriefly(reading: [terminal]).isEmpty == false,
        !drain(), hasEnded
      {
        if isDone() { return }
        throw failure("the program ended before \(what)")
      }
    }
  }

  /// Reads what there is; false for nothing.
  @discardableResult
  private func drain() -> Bool {
    var hasRead = false
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 0) == 1 else { return hasRead }
      let count = Foundation.read(terminal, &chunk, chunk.count)
      guard count > 0 else { return hasRead }
      transcript += chunk[..<count]
      hasRead = true
    }
  }

  private func failure(_ what: String) -> Failure {
    let unread = transcript[min(read, transcript.count)...]
    return Failure(
      """
      \(what)
      not yet read: \(escaped(unread))
      everything:   \(escaped(transcript[...]))
      """)
  }
}

private func escaped(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
    $0.value < 0x20 || $0.value == 0x7F
      ? $0.escaped(asASCII: true) : String($0)
  }.joined()
}

extension [UInt8] {
  fileprivate func firstRange(of wanted: [UInt8], from start: Int)
    -> Range<Int>?
  {
    guard count - start >= wanted.count else { return nil }
    for first in start...(count - wanted.count)
    where self[first..<(first + wanted.count)].elementsEqual(wanted) {
      return first..<(first + wanted.count)
    }
    return nil
  }
}
