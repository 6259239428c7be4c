import Algebra

/// What a layer does to its sums, by the name that files use.
public struct Activation: Hashable, Sendable {
  public let name: String
  /// The function of the language; the identity writes its argument alone.
  public let function: Name

  public var isIdentity: Bool { function == "identity" }

  public func applied(to expression: Expression) -> Expression {
    isIdentity ? expression : .call(function, expression)
  }

  public static let all: [Activation] = [
    Activation(name: "identity", function: "identity"),
    Activation(name: "sigmoid", function: "sigmoid"),
    Activation(name: "tanh", function: "tanh"),
    Activation(name: "relu", function: "relu"),
    Activation(name: "leaky-relu", function: "leakyrelu"),
    Activation(name: "softplus", function: "softplus"),
    Activation(name: "softmax", function: "softmax"),
    Activation(name: "gelu", function: "gelu"),
  ]

  public static func named(_ name: String) -> Activation? {
    all.first { $0.name == name }
  }
}
