import CPseudoTerminal
import Foundation

/// What a program without a terminal wrote, and how it ended.
public struct ProcessOutcome: Hashable, Sendable {
  public var output: String
  public var error: String
  /// The exit code, or minus the signal that ended it.
  public var exitCode: Int

  public init(output: String, error: String, exitCode: Int) {
    self.output = output
    self.error = error
    self.exitCode = exitCode
  }
}

/// Runs a program on pipes.
///
/// - Parameters:
///   - program: What to run.
///   - input: What it reads; nil leaves it nothing to read (`/dev/null`).
///   - seconds: How long to wait before it is killed.
/// - Returns: What it wrote, and its exit code.
/// - Throws: ``Failure`` if it does not start, or not end in time.
public func runProcess(
  _ program: Program, input: [UInt8]? = nil, within seconds: Double = 30
) throws -> ProcessOutcome {
  let run = try ProcessRun(program, hasInput: input != nil)
  return try run.finish(input: input ?? [], within: seconds)
}

/// Runs a program that reads text.
public func runProcess(
  _ program: Program, input: String, within seconds: Double = 30
) throws -> ProcessOutcome {
  try runProcess(program, input: Array(input.utf8), within: seconds)
}

private final class ProcessRun {
  private let process: Int32
  private var input: Int32
  private var sources: [Int32]
  private var texts: [Int32: [UInt8]] = [:]

  init(_ program: Program, hasInput: Bool) throws {
    // Writing to a program that has ended is no reason to end the tests.
    signal(SIGPIPE, SIG_IGN)
    let stdin = hasInput ? try Self.pipe() : (open("/dev/null", O_RDONLY), -1)
    let stdout = try Self.pipe()
    let stderr = try Self.pipe()
    process = program.withArrays { arguments, environment in
      pipes_run(
        program.path, arguments, environment, program.folder, stdin.0,
        stdout.1, stderr.1)
    }
    for descriptor in [stdin.0, stdout.1, stderr.1] { close(descriptor) }
    input = stdin.1
    sources = [stdout.0, stderr.0]
    if process < 0 { throw Failure("cannot run \(program.path)") }
  }

  deinit { for descriptor in sources + [input] { close(descriptor) } }

  private static func pipe() throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { throw Failure("no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  func finish(input bytes: [UInt8], within seconds: Double) throws
    -> ProcessOutcome
  {
    let deadline = Deadline.after(seconds)
    let (output, error) = (sources[0], sources[1])
    if input >= 0 { _ = fcntl(input, F_SETFL, O_NONBLOCK) }
    var rest = bytes[...]
    while !sources.isEmpty {
      if deadline.isOver {
        kill(process, SIGKILL)
        throw Failure("still running after \(seconds) s: \(texts)")
      }
      if rest.isEmpty { closeInput() }
      let ready = deadline.waitBriefly(
        reading: sources, writing: input >= 0 ? [input] : [])
      if ready.contains(input) { rest = send(rest) }
      for source in sources where ready.contains(source) { take(from: source) }
    }
    closeInput()
    return ProcessOutcome(
      output: text(of: output), error: text(of: error),
      exitCode: try exitCode(by: deadline))
  }

  private func text(of source: Int32) -> String {
    String(decoding: texts[source] ?? [], as: UTF8.self)
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  private func send(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EAGAIN ? rest : [] }
    return rest.dropFirst(count)
  }

  private func take(from source: Int32) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(source, &chunk, chunk.count)
    if count > 0 {
      texts[source, default: []] += chunk[..<count]
    } else {
      close(source)
      sources.removeAll { $0 == source }
    }
  }

  private func exitCode(by deadline: Deadline) throws -> Int {
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) != process {
      if deadline.isOver {
        kill(process, SIGKILL)
        throw Failure("closed its output and does not end")
      }
      _ = deadline.waitBriefly(reading: [])
    }
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : -Int(signal)
  }
}
