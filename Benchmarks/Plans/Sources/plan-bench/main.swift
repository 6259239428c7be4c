import Algebra
import Foundation
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
  print("there is no work \(name); try: plan-bench xor")
  exit(1)
}

let bench = try Bench(work)
say("compiled", bench.compiling, bench.plan.stepCount, bench.plan.bytes)
while let line = readLine() {
  let words = line.split(separator: " ").map(String.init)
  switch words.first {
  case "run":
    let took = try bench.run(Int(words[1]) ?? 1)
    say(took, bench.plan.number("C") ?? .nan)
  case "check": say(try bench.check())
  case "slope":
    let row = bench.slopes[Name(words[1])]?[Int(words[2]) ?? 0] ?? []
    say(row[Int(words[3]) ?? 0])
  case "value":
    let value = bench.plan.value(Name(words[1]))
    say(value?[Int(words[2]) ?? 0, Int(words[3]) ?? 0] ?? .nan)
  default: exit(0)
  }
}

func say(_ words: Any...) {
  print(words.map { "\($0)" }.joined(separator: " "))
  fflush(nil)
}
