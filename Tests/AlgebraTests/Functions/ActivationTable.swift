/// Activations and their slopes, computed with 60 digits and rounded once.
///
/// Numbers below the normal ones are given by their bits.
enum ActivationTable {
  struct Row {
    let z: Double
    let sigmoid: Double
    let sigmoidSlope: Double
    let tanh: Double
    let tanhSlope: Double
    let relu: Double
    let softplus: Double
  }

  static let rows: [Row] = [
    Row(
      z: 0.0, sigmoid: 0.5,
      sigmoidSlope: 0.25, tanh: 0.0,
      tanhSlope: 1.0, relu: 0.0,
      softplus: 0.6931471805599453),
    Row(
      z: -0.0, sigmoid: 0.5,
      sigmoidSlope: 0.25, tanh: 0.0,
      tanhSlope: 1.0, relu: 0.0,
      softplus: 0.6931471805599453),
    Row(
      z: 0.5, sigmoid: 0.6224593312018546,
      sigmoidSlope: 0.2350037122015945, tanh: 0.46211715726000974,
      tanhSlope: 0.7864477329659274, relu: 0.5,
      softplus: 0.9740769841801067),
    Row(
      z: -0.5, sigmoid: 0.37754066879814546,
      sigmoidSlope: 0.2350037122015945, tanh: -0.46211715726000974,
      tanhSlope: 0.7864477329659274, relu: 0.0,
      softplus: 0.4740769841801067),
    Row(
      z: 1.0, sigmoid: 0.7310585786300049,
      sigmoidSlope: 0.19661193324148185, tanh: 0.7615941559557649,
      tanhSlope: 0.4199743416140261, relu: 1.0,
      softplus: 1.3132616875182228),
    Row(
      z: -1.0, sigmoid: 0.2689414213699951,
      sigmoidSlope: 0.19661193324148185, tanh: -0.7615941559557649,
      tanhSlope: 0.4199743416140261, relu: 0.0,
      softplus: 0.3132616875182228),
    Row(
      z: 2.0, sigmoid: 0.8807970779778824,
      sigmoidSlope: 0.10499358540350652, tanh: 0.9640275800758169,
      tanhSlope: 0.07065082485316447, relu: 2.0,
      softplus: 2.1269280110429727),
    Row(
      z: -2.0, sigmoid: 0.11920292202211756,
      sigmoidSlope: 0.10499358540350652, tanh: -0.9640275800758169,
      tanhSlope: 0.07065082485316447, relu: 0.0,
      softplus: 0.1269280110429725),
    Row(
      z: 5.0, sigmoid: 0.9933071490757152,
      sigmoidSlope: 0.006648056670790155, tanh: 0.9999092042625951,
      tanhSlope: 0.0001815832309438067, relu: 5.0,
      softplus: 5.006715348489118),
    Row(
      z: -5.0, sigmoid: 0.0066928509242848554,
      sigmoidSlope: 0.006648056670790155, tanh: -0.9999092042625951,
      tanhSlope: 0.0001815832309438067, relu: 0.0,
      softplus: 0.006715348489118068),
    Row(
      z: 10.0, sigmoid: 0.9999546021312976,
      sigmoidSlope: 4.5395807735951673e-05, tanh: 0.9999999958776927,
      tanhSlope: 8.244614455767397e-09, relu: 10.0,
      softplus: 10.000045398899218),
    Row(
      z: -10.0, sigmoid: 4.5397868702434395e-05,
      sigmoidSlope: 4.5395807735951673e-05, tanh: -0.9999999958776927,
      tanhSlope: 8.244614455767397e-09, relu: 0.0,
      softplus: 4.539889921686465e-05),
    Row(
      z: 20.0, sigmoid: 0.9999999979388464,
      sigmoidSlope: 2.061153613941849e-09, tanh: 1.0,
      tanhSlope: 1.6993417021166355e-17, relu: 20.0,
      softplus: 20.000000002061153),
    Row(
      z: -20.0, sigmoid: 2.0611536181902037e-09,
      sigmoidSlope: 2.061153613941849e-09, tanh: -1.0,
      tanhSlope: 1.6993417021166355e-17, relu: 0.0,
      softplus: 2.061153620314381e-09),
    Row(
      z: 36.0, sigmoid: 0.9999999999999998,
      sigmoidSlope: 2.319522830243568e-16, tanh: 1.0,
      tanhSlope: 2.1520744640084553e-31, relu: 36.0,
      softplus: 36.0),
    Row(
      z: -36.0, sigmoid: 2.3195228302435686e-16,
      sigmoidSlope: 2.319522830243568e-16, tanh: -1.0,
      tanhSlope: 2.1520744640084553e-31, relu: 0.0,
      softplus: 2.319522830243569e-16),
    Row(
      z: 37.0, sigmoid: 0.9999999999999999,
      sigmoidSlope: 8.533047625744065e-17, tanh: 1.0,
      tanhSlope: 2.9125160713286574e-32, relu: 37.0,
      softplus: 37.0),
    Row(
      z: -37.0, sigmoid: 8.533047625744065e-17,
      sigmoidSlope: 8.533047625744065e-17, tanh: -1.0,
      tanhSlope: 2.9125160713286574e-32, relu: 0.0,
      softplus: 8.533047625744066e-17),
    Row(
      z: 40.0, sigmoid: 1.0,
      sigmoidSlope: 4.248354255291589e-18, tanh: 1.0,
      tanhSlope: 7.219405551381661e-35, relu: 40.0,
      softplus: 40.0),
    Row(
      z: -40.0, sigmoid: 4.248354255291589e-18,
      sigmoidSlope: 4.248354255291589e-18, tanh: -1.0,
      tanhSlope: 7.219405551381661e-35, relu: 0.0,
      softplus: 4.248354255291589e-18),
    Row(
      z: 100.0, sigmoid: 1.0,
      sigmoidSlope: 3.720075976020836e-44, tanh: 1.0,
      tanhSlope: 5.53558610694695e-87, relu: 100.0,
      softplus: 100.0),
    Row(
      z: -100.0, sigmoid: 3.720075976020836e-44,
      sigmoidSlope: 3.720075976020836e-44, tanh: -1.0,
      tanhSlope: 5.53558610694695e-87, relu: 0.0,
      softplus: 3.720075976020836e-44),
    Row(
      z: 709.0, sigmoid: 1.0,
      sigmoidSlope: 1.216780750623423e-308, tanh: 1.0,
      tanhSlope: 0.0, relu: 709.0,
      softplus: 709.0),
    Row(
      z: -709.0, sigmoid: 1.216780750623423e-308,
      sigmoidSlope: 1.216780750623423e-308, tanh: -1.0,
      tanhSlope: 0.0, relu: 0.0,
      softplus: 1.216780750623423e-308),
    Row(
      z: 710.0, sigmoid: 1.0,
      sigmoidSlope: Double(bitPattern: 0x33802FD28B3C3), tanh: 1.0,
      tanhSlope: 0.0, relu: 710.0,
      softplus: 710.0),
    Row(
      z: -710.0, sigmoid: Double(bitPattern: 0x33802FD28B3C3),
      sigmoidSlope: Double(bitPattern: 0x33802FD28B3C3), tanh: -1.0,
      tanhSlope: 0.0, relu: 0.0,
      softplus: Double(bitPattern: 0x33802FD28B3C3)),
    Row(
      z: 745.0, sigmoid: 1.0,
      sigmoidSlope: Double(bitPattern: 0x1), tanh: 1.0,
      tanhSlope: 0.0, relu: 745.0,
      softplus: 745.0),
    Row(
      z: -745.0, sigmoid: Double(bitPattern: 0x1),
      sigmoidSlope: Double(bitPattern: 0x1), tanh: -1.0,
      tanhSlope: 0.0, relu: 0.0,
      softplus: Double(bitPattern: 0x1)),
    Row(
      z: 800.0, sigmoid: 1.0,
      sigmoidSlope: 0.0, tanh: 1.0,
      tanhSlope: 0.0, relu: 800.0,
      softplus: 800.0),
    Row(
      z: -800.0, sigmoid: 0.0,
      sigmoidSlope: 0.0, tanh: -1.0,
      tanhSlope: 0.0, relu: 0.0,
      softplus: 0.0),
    Row(
      z: 1000.0, sigmoid: 1.0,
      sigmoidSlope: 0.0, tanh: 1.0,
      tanhSlope: 0.0, relu: 1000.0,
      softplus: 1000.0),
    Row(
      z: -1000.0, sigmoid: 0.0,
      sigmoidSlope: 0.0, tanh: -1.0,
      tanhSlope: 0.0, relu: 0.0,
      softplus: 0.0),
    Row(
      z: 1e-08, sigmoid: 0.5000000025,
      sigmoidSlope: 0.25, tanh: 1e-08,
      tanhSlope: 0.9999999999999999, relu: 1e-08,
      softplus: 0.6931471855599454),
    Row(
      z: -1e-08, sigmoid: 0.4999999975,
      sigmoidSlope: 0.25, tanh: -1e-08,
      tanhSlope: 0.9999999999999999, relu: 0.0,
      softplus: 0.6931471755599453),
    Row(
      z: 1e-300, sigmoid: 0.5,
      sigmoidSlope: 0.25, tanh: 1e-300,
      tanhSlope: 1.0, relu: 1e-300,
      softplus: 0.6931471805599453),
    Row(
      z: 0.3, sigmoid: 0.574442516811659,
      sigmoidSlope: 0.24445831169074586, tanh: 0.2913126124515909,
      tanhSlope: 0.9151369618266292, relu: 0.3,
      softplus: 0.8543552444685271),
    Row(
      z: 3.8492138, sigmoid: 0.9791476092344554,
      sigmoidSlope: 0.020417568564905585, tanh: 0.9990933316732687,
      tanhSlope: 0.0018125146060078286, relu: 3.8492138,
      softplus: 3.8702866722967295),
    Row(
      z: 2.82527343, sigmoid: 0.9440263708927823,
      sigmoidSlope: 0.05284058195178537, tanh: 0.9929934447783574,
      tanhSlope: 0.013964018627211224, relu: 2.82527343,
      softplus: 2.882874607959041),
  ]
}
