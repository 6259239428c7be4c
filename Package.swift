// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "backstep",
  platforms: [.macOS(.v15)],
  products: [
    // MARK: - Public API
    .executable(name: "backstep", targets: ["backstep"]),
    .library(name: "Algebra", targets: ["Algebra"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Teaching", targets: ["Teaching"]),
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // MARK: - The program
    .executableTarget(
      name: "backstep",
      dependencies: [
        "Publishing", "Teaching", "Terminal", "Lessons", "Formats", "Algebra",
        "Presentation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["README.md"]),

    // MARK: - Implementation details
    .target(name: "Presentation", exclude: ["README.md"]),
    .target(name: "CKernels", exclude: ["README.md"]),
    .target(name: "Matrices", exclude: ["README.md"]),
    .target(
      name: "Algebra",
      dependencies: [
        "CKernels", "Matrices", "Presentation",
        .product(name: "RealModule", package: "swift-numerics"),
      ], exclude: ["README.md"]),
    .target(
      name: "Networks",
      dependencies: [
        "Algebra", .product(name: "RealModule", package: "swift-numerics"),
      ], exclude: ["README.md"]),
    .target(
      name: "Formats", dependencies: ["Networks", "Presentation"],
      exclude: ["README.md"]),
    .target(
      name: "Teaching",
      dependencies: ["Networks", "Presentation"],
      exclude: ["README.md"]),
    .target(
      name: "Publishing",
      dependencies: [
        "Teaching", "Algebra", "Matrices", "Presentation",
      ],
      exclude: ["README.md"]),
    .systemLibrary(
      name: "CEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(
      name: "CLineEditor", dependencies: ["CEdit"], exclude: ["README.md"],
      linkerSettings: [.linkedLibrary("edit")]),
    .target(
      name: "Terminal", dependencies: ["CLineEditor", "Presentation"],
      exclude: ["README.md"]),
    .target(name: "CLessons", path: "Lessons", exclude: ["README.md"]),
    .target(
      name: "Lessons", dependencies: ["CLessons"], exclude: ["README.md"]),

    // MARK: - Tests
    .testTarget(
      name: "PresentationTests", dependencies: ["Presentation", "TestSupport"],
      exclude: ["Pictures/Recorded"]),
    .testTarget(
      name: "MatricesTests", dependencies: ["Matrices", "TestSupport"]),
    .testTarget(
      name: "CKernelsTests", dependencies: ["CKernels", "TestSupport"]),
    .testTarget(
      name: "AlgebraTests", dependencies: ["Algebra", "TestSupport"]),
    .testTarget(
      name: "NetworksTests",
      dependencies: ["CKernels", "Networks", "Formats", "TestSupport"],
      exclude: ["Oracles"]),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "TestSupport"]),
    .testTarget(
      name: "TeachingTests",
      dependencies: ["Teaching", "Lessons", "TestSupport"],
      exclude: [
        "LessonFormat/Fixtures", "LessonFormat/Wrong", "Lint/Wrong",
        "Transcripts/Recorded",
      ]),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Publishing", "Teaching", "Lessons", "TestSupport", "backstep",
      ],
      exclude: ["Lessons", "Recorded"]),
    .testTarget(
      name: "BackstepTests",
      dependencies: [
        "Algebra", "TestSupport", "backstep", "Teaching", "Presentation",
        "Formats", "Lessons",
      ],
      exclude: ["Transcripts"]),
    .testTarget(
      name: "DocumentationTests", dependencies: ["TestSupport", "backstep"]),
    .target(
      name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal"),
    .target(
      name: "CCountedMemory", path: "Tests/Support/CCountedMemory"),
    .target(
      name: "TestSupport",
      dependencies: ["CCountedMemory", "CKernels", "CPseudoTerminal"],
      path: "Tests/Support",
      exclude: [
        "CCountedMemory", "CPseudoTerminal", "README.md", "TorchStandIn",
      ]),
    .executableTarget(
      name: "line-editor-probe", dependencies: ["Terminal"],
      path: "Tests/LineEditorProbe", exclude: ["README.md"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "TestSupport", "line-editor-probe"]),
    .testTarget(name: "LessonsTests", dependencies: ["Lessons"]),
  ],
  cLanguageStandard: .gnu2x
)
