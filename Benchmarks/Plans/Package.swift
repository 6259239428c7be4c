// swift-tools-version: 6.0
import PackageDescription

// A package of its own, so that the tutor's build knows nothing of it.
let package = Package(
  name: "plan-bench",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "backstep", path: "../..")],
  targets: [
    .executableTarget(
      name: "plan-bench",
      dependencies: [
        .product(name: "Algebra", package: "backstep"),
        .product(name: "Networks", package: "backstep"),
      ])
  ])
