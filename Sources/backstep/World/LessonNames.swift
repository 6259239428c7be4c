import Lessons

/// The lessons that can be named on the command line.
var lessonNames: [String] { LessonCatalog.all.map(\.id) }
