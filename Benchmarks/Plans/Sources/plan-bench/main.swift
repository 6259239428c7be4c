import Foundation
import Algebra
import Matrices

// Run by Benchmarks/train.py, one line in and one line out, so that our
// rounds and those of the others take turns in one run:
//
//   plan-bench NAME
//   run COUNT        seconds and the cost after so many iterations
//   check            seconds for the slopes in all parameters, by two costs
//                    each, of the network as it was in the beginning
//   slope NAME ROW COLUMN
//   value NAME ROW COLUMN
let name = CommandLine.arguments.dropFirst().first ?? "xor"
guard let work = Work.all.first(where: { $0.name == name }) else {
  say("there is no work \(name); try: plan-bench xor")
  exit(1)
}
setvbuf(stdout, nil, _IOLBF, 0)

func say(_ words: Any...) {
  print(words.map { "\($0)" }.joined(separator: " "))
}

let clock = ContinuousClock()

func seconds(_ body: () throws -> Void) rethrows -> Double {
  try clock.measure(body) / .seconds(1)
}

let givens = try work.givens()
let worksheet = try work.description.worksheet()
var made: Plan?
let compiling = try seconds {
  made = try Plan(
    worksheet, shapes: givens.mapValues(\.shape), wanting: ["C"])
}
guard let plan = made else { exit(1) }
for (name, value) in givens { try plan.load(name, value) }
try plan.load("η", Matrix(scalar: 0.5))
say("compiled \(compiling) \(plan.stepCount) \(plan.bytes)")
var slopes: [Name: [[Double]]] = [:]

func check() throws {
  let parameters = worksheet.givens.filter { $0.role == .parameter }
    .map(\.name)
  let alterations = try Alterations(
    worksheet, shapes: givens.mapValues(\.shape), watching: "C",
    of: parameters)
  for (name, value) in givens { try alterations.load(name, value) }
  try alterations.settle()
  let step = 1e-4
  for name in parameters {
    guard let value = givens[name] else { continue }
    slopes[name] = try (0..<value.rows).map { row in
      try (0..<value.columns).map { column in
        let more = try alterations.value(altering: name, row, column, by: step)
        let less = try alterations.value(
          altering: name, row, column, by: -step)
        return ((more ?? .nan) - (less ?? .nan)) / (2 * step)
      }
    }
  }
}

while let line = readLine() {
  let words = line.split(separator: " ").map(String.init)
  switch words.first {
  case "run":
    let count = Int(words[1]) ?? 1
    let took = try seconds { try plan.run(times: count) }
    say("\(took) \(plan.number("C") ?? .nan)")
  case "check": say(try seconds(check))
  case "slope":
    say(slopes[Name(words[1])]?[Int(words[2]) ?? 0][Int(words[3]) ?? 0] ?? 0)
  case "value":
    let value = plan.value(Name(words[1]))
    say(value?[Int(words[2]) ?? 0, Int(words[3]) ?? 0] ?? .nan)
  default: exit(0)
  }
}
