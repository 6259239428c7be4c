extension Optimizer {
  /// A step against the slope.
  public static let descent = Optimizer(
    "descent",
    summary: "Goes against the slope, by the rate times the slope.",
    source: "Cauchy, Méthode générale pour la résolution des systèmes "
      + "d'équations simultanées (1847)",
    rate: 0.1,
    lines: ["P ← P - η*dP"])
}
