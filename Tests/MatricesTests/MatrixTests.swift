import Testing
@testable import Matrices
