import Foundation

/// Python, where the machine has it with NumPy.
public enum Python {
  /// A python3 that can import NumPy; nothing where there is none.
  public static let withNumPy: String? = candidates.first {
    let program = Program(
      path: $0, arguments: ["-c", "import numpy"], environment: surrounding)
    return (try? runProcess(program, within: 60))?.exitCode == 0
  }

  /// Why a test that needs it does nothing.
  public static let absence =
    "skipped: no python3 with NumPy is on this machine"

  /// The folder of a module that stands in for PyTorch.
  public static let torchStandIn = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("TorchStandIn").path

  /// How a script ended, and what it printed.
  public struct Outcome: Decodable, Sendable {
    public let code: Int
    public let output: String
  }

  /// Runs scripts, each as if it were alone, in one Python.
  ///
  /// - Parameters:
  ///   - scripts: Their texts.
  ///   - modules: Folders in which modules are found first.
  ///   - seconds: How long all may take.
  /// - Returns: For each script how it ended; nothing where there is no
  ///   Python with NumPy.
  /// - Throws: ``Failure`` if they do not end in time.
  public static func run(
    _ scripts: [String], modules: [String] = [], within seconds: Double = 120
  ) throws -> [Outcome]? {
    guard let withNumPy else { return nil }
    let folder = try TemporaryFolder()
    let paths = try scripts.enumerated().map { place, text in
      try folder.write(text, to: "script\(place).py")
    }
    let driver = try folder.write(driver, to: "run_all.py")
    let search = modules.joined(separator: ":")
    let program = Program(
      path: withNumPy, arguments: [driver] + paths,
      environment: surrounding.merging(["PYTHONPATH": search]) { $1 })
    let outcome = try runProcess(program, within: seconds)
    guard outcome.exitCode == 0 else { throw Failure(outcome.error) }
    return try JSONDecoder().decode(
      [Outcome].self, from: Data(outcome.output.utf8))
  }

  private static var surrounding: [String: String] {
    let own = ProcessInfo.processInfo.environment
    return [
      "PATH": own["PATH"] ?? "/usr/bin:/bin", "HOME": own["HOME"] ?? "/",
      "PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1",
    ]
  }

  private static var candidates: [String] {
    let folders = (surrounding["PATH"] ?? "").split(separator: ":")
    return (folders.map(String.init) + ["/usr/bin"]).map { $0 + "/python3" }
      .filter { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let driver = """
    import contextlib, io, json, runpy, sys, traceback

    outcomes = []
    for path in sys.argv[1:]:
        output, code = io.StringIO(), 0
        with contextlib.redirect_stdout(output):
            try:
                runpy.run_path(path, run_name="__main__")
            except SystemExit as end:
                code = end.code or 0
            except BaseException:
                code = 70
                traceback.print_exc(file=output)
        outcomes.append({"code": code, "output": output.getvalue()})
    print(json.dumps(outcomes))
    """
}
