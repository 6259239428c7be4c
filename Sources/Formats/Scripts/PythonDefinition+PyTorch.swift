/// Where the library's own function loses digits, or takes another slope at a
/// kink, the script defines one; its slope is the library's all the same.
extension PythonDefinition {
  static let torchSoftplus = PythonDefinition(
    "softplus",
    """
    def softplus(x):
        # torch.nn.functional.softplus is a straight line from 20 on.
        return torch.logaddexp(x, torch.zeros_like(x))
    """)

  static let torchNormalShare = PythonDefinition(
    "Phi",
    """
    def Phi(x):
        return 0.5 * torch.erfc(-x / math.sqrt(2.0))
    """)

  static let torchNormalDensity = PythonDefinition(
    "phi",
    """
    def phi(x):
        return torch.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)
    """)

  static let torchGelu = PythonDefinition(
    "gelu",
    """
    def gelu(x):
        # By erfc, which keeps its digits where erf is almost -1.
        return torch.clamp(x, min=-1e300) * Phi(x)  # and not -inf times 0
    """, needs: [torchNormalShare])

  static let torchSech = PythonDefinition(
    "sech",
    """
    def sech(x):
        e = torch.exp(-torch.abs(x))  # it never overflows
        return 2.0 * e / (1.0 + e * e)
    """)

  static let larger = PythonDefinition(
    "larger",
    """
    def larger(left, right, share):
        # The first has this share of the slope where the two are equal.
        first = torch.heaviside(
            (left - right).detach(), torch.tensor(share))
        return torch.where(first == 1, left, torch.where(
            first == 0, right, first * left + (1 - first) * right))
    """)

  static let smaller = PythonDefinition(
    "smaller",
    """
    def smaller(left, right, share):
        # The second has this share of the slope where the two are equal.
        second = torch.heaviside(
            (left - right).detach(), torch.tensor(share))
        return torch.where(second == 1, right, torch.where(
            second == 0, left, second * right + (1 - second) * left))
    """)

  private static let logRest = PythonDefinition(
    "log_rest",
    """
    def log_rest(z):
        # ln of the sum of exp in each column, less the largest entry, whose
        # own power is 1: the others alone are added, and keep their digits.
        top = torch.argmax(z, dim=0, keepdim=True)
        e = torch.exp(z - torch.gather(z, 0, top)).scatter(0, top, 0.0)
        return torch.log1p(torch.sum(e, dim=0, keepdim=True))
    """)

  static let torchLogSoftmax = PythonDefinition(
    "logsoftmax",
    """
    def logsoftmax(z):
        top = torch.argmax(z, dim=0, keepdim=True)
        return z - torch.gather(z, 0, top) - log_rest(z)
    """, needs: [logRest])

  static let torchLogSumExp = PythonDefinition(
    "lse",
    """
    def lse(z):
        top = torch.argmax(z, dim=0, keepdim=True)
        return torch.gather(z, 0, top) + log_rest(z)
    """, needs: [logRest])

  static let torchSumOthers = PythonDefinition(
    "sumothers",
    """
    def sumothers(a):
        # For each entry the sum of the others in its column.
        return torch.cat([
            torch.sum(torch.cat([a[:i], a[i + 1:]]), dim=0, keepdim=True)
            for i in range(len(a))])
    """)

  static let torchLogSumOthers = PythonDefinition(
    "lseothers",
    """
    def lseothers(z):
        # For each entry lse of the others in its column.
        if len(z) == 1:
            return torch.full_like(z, -inf)
        return torch.cat([
            lse(torch.cat([z[:i], z[i + 1:]])) for i in range(len(z))])
    """, needs: [torchLogSumExp])

  static let torchPassOthers = PythonDefinition(
    "passothers",
    """
    def passothers(z, slope):
        # What a slope in each entry of lseothers(z) sends to the others.
        rest = lseothers(z)
        return torch.cat([
            sum(slope[i:i + 1] * torch.exp(z[j:j + 1] - rest[i:i + 1])
                for i in range(len(z)) if i != j) + torch.zeros_like(z[:1])
            for j in range(len(z))])
    """, needs: [torchLogSumOthers])
}
