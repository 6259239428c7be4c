import CKernels
import Testing

@Suite struct ElementaryTests {}
