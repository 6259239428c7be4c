import Foundation
import Terminal

// Commands: `work` waits for Ctrl-C, `hang` takes no note of it, `quit` ends
// with exit code 7.

let environment = ProcessInfo.processInfo.environment
let arguments = CommandLine.arguments.dropFirst()
Interrupts.install()

// Signals may reach any thread; this one is there to get them.
if arguments.contains("--thread") {
  Thread.detachNewThread { while true { sleep(1000) } }
}

let history = History(path: environment["PROBE_HISTORY"])
let reader = terminalReader(
  history: history, edits: !arguments.contains("--no-edit"),
  environment: environment)

let words = ["delta1", "delta2", "derive", "weight"]

func complete(_ line: String, _ cursor: Int) -> Completion {
  let typed = line.prefix(cursor)
  let start = typed.lastIndex(of: " ").map { typed.index(after: $0) }
  let word = typed[(start ?? typed.startIndex)...]
  let from = typed.count - word.count
  if word == "\\delta" {
    return Completion(replaceFrom: from, candidates: ["δ"])
  }
  let candidates = words.filter { $0.hasPrefix(word) }
  return Completion(replaceFrom: from, candidates: candidates, suffix: " ")
}

func say(_ text: String) {
  do {
    try Output.standard.write(text + "\n")
  } catch {
    exit(0)
  }
}

func work() {
  say("working")
  while !Interrupts.isRaised { usleep(1000) }
  say("stopped: \(Interrupts.takeRaised())")
}

func hang() {
  say("hanging")
  while true { usleep(1000) }
}

if let editor = reader as? EditLine {
  editor.completer = complete
  if !editor.knowsTerminal { say("unknown terminal") }
}

var number = 1
loop: while true {
  do {
    switch try reader.read(prompt: "\(number)> ") {
    case .line("work"): work()
    case .line("hang"): hang()
    case .line("quit"): exit(7)
    case .line(let line): say("line: \(line)")
    case .interrupted: say("interrupted")
    case .end:
      say("end")
      break loop
    }
  } catch {
    say("\(error)")
  }
  number += 1
}
