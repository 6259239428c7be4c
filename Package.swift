// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "backstep",
  platforms: [.macOS(.v13)],
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
        "Teaching", "Terminal", "Lessons", "Formats",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: - Implementation details
    .target(name: "Presentation"),
    .target(name: "Matrices"),
    .target(
      name: "Algebra",
      dependencies: [
        "Matrices", "Presentation",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(name: "Networks", dependencies: ["Algebra"]),
    .target(name: "Formats", dependencies: ["Networks"]),
    .target(
      name: "Teaching",
      dependencies: ["Networks", "Presentation"]),
    .systemLibrary(
      name: "CEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(name: "CLineEditor", dependencies: ["CEdit"]),
    .target(name: "Terminal", dependencies: ["CLineEditor", "Presentation"]),
    .target(name: "CLessons", path: "Lessons", exclude: ["README.md"]),
    .target(name: "Lessons", dependencies: ["CLessons"]),

    // MARK: - Tests
    .testTarget(name: "PresentationTests", dependencies: ["Presentation"]),
    .testTarget(name: "MatricesTests", dependencies: ["Matrices"]),
    .testTarget(name: "AlgebraTests", dependencies: ["Algebra"]),
  ]
)
