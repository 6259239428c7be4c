import Presentation
import Testing

@testable import Teaching

/// Lessons that hold one of everything, and nothing more.
enum SmallLessons {
  static let straight = """
    # A line

    Needs nothing. Gives a line through 0. About 1 minute.

    ```worksheet
    w1 = 2   parameter
    x  = 3   input
    y  = 7   input
    z1 = w1*x
    C  = ½(z1 - y)^2   cost
    ```

    The line is `z1`, and it is `= z1`.

    ```ask
    What is `C` here?
    answer: ½(z1 - y)^2
    wrong: (z1 - y)^2
      You left out the half.
    hint: how far is `z1` from `y`?
    hint: square that, and halve it
    right: it is half a square
    ```

    It is half a square.

    ## The slope {#slope}

    Its slope in `z1` is `δ1`.

    ```derivation
    δ1 = dC/dz1
       = D(½(z1 - y)^2, z1)   by definition of C
       = z1 - y               by power rule
    note: half of two is one
    ```

    ```ask
    Which way does `C` go when `w1` grows?
    choice: x*(z1 - y) < 0
      Down.
    choice: x*(z1 - y) >= 0
      Up.
      reply: Is `z1` above `y`?
    right: `z1` is below `y`
    ```

    ```ask
    Bring `C` below 1/10.
    until: C < 1/10
    answer: set w1 = 7/3
    right: you did it
    ```

    ## The end {#end}

    ```show
    dw1 = δ1*x
    δ1 + 1
    ```

    ```run
    print C
    ```

    That is all.
    """

  static let matrices = """
    # Two by two

    Needs *straight*. Gives a product.

    ```worksheet
    W1 = [1 2; 3 4]   parameter
    x  = [1; 2]       input
    z1 = W1 @ x
    C  = ½*sum(z1.^2)   cost
    ```

    The product is `z1`.

    ```show
    z1 = W1 @ x
    ```

    ```set
    W1[1,1] = 5
    ```

    Now `W1[1,1]` is `= W1[1,1]`.

    ## More {#more}

    The cost is `C`.
    """

  static func lesson(_ id: String, _ text: String) throws -> Lesson {
    try Lesson(id: id, text: text) { other in
      other == "straight"
        ? try? LessonDocument(id: other, reading: straight) : nil
    }
  }

  static let library: LessonLibrary = {
    let lessons = [("straight", straight), ("matrices", matrices)].compactMap {
      try? lesson($0.0, $0.1)
    }
    return LessonLibrary(lessons)
  }()

  static func session(
    _ id: String = "straight", page: Page = Page(),
    progress: ProgressRecord = ProgressRecord()
  ) -> Session {
    Session(library: library, page: page, progress: progress, opening: id)
  }
}

extension Session {
  /// Types lines and gives the last reply.
  @discardableResult
  mutating func type(_ lines: String...) -> Reply {
    lines.reduce(Reply()) { _, line in reply(to: line) }
  }

  /// All that going on and back could disturb.
  var standing: Standing {
    Standing(place: place, alterations: alterations, prompt: prompt)
  }

  struct Standing: Equatable {
    let place: Place
    let alterations: Alterations
    let prompt: String
  }
}
