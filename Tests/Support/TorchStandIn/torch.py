"""A small stand-in for PyTorch, over NumPy: reverse mode, and no more of the
interface than Backstep's scripts call.

It knows nothing of Backstep. Each operation passes slopes back by the formula
that PyTorch documents for it, rounding included, and what PyTorch refuses is
refused here: a Python number where a tensor is wanted, a slope of a tensor
that nobody asked to keep, a second pass through a graph that was let go.
What passes here is no proof that PyTorch would take the script; what fails
here, it would not take.
"""

import math
import types

import numpy as np

float64 = np.float64
bool = np.bool_
_default = [np.float32]


def set_default_dtype(dtype):
    _default[0] = dtype


def get_default_dtype():
    return _default[0]


class Tensor:
    def __init__(self, data, parents=(), requires_grad=False):
        self.data = np.asarray(data)
        self.parents = [(p, back) for p, back in parents if p.requires_grad]
        self.requires_grad = requires_grad or len(self.parents) > 0
        if self.requires_grad and self.data.dtype.kind != "f":
            raise RuntimeError("only floating point tensors have slopes")
        self.is_leaf = not self.parents
        self._keeps = False
        self._freed = False
        self._grad = None

    # What it is.
    @property
    def shape(self):
        return self.data.shape

    @property
    def grad(self):
        return self._grad

    @grad.setter
    def grad(self, value):
        self._grad = value

    def __len__(self):
        return len(self.data)

    def __bool__(self):
        return self.data.item() != 0

    def item(self):
        return self.data.item()

    def tolist(self):
        return self.data.tolist()

    def detach(self):
        return Tensor(self.data)

    def to(self, dtype):
        return Tensor(self.data.astype(dtype), [(self, lambda g: g)])

    def requires_grad_(self):
        if not self.is_leaf:
            raise RuntimeError("only a leaf can be told to follow slopes")
        self.requires_grad = True
        return self

    def retain_grad(self):
        if not self.requires_grad:
            raise RuntimeError("can't retain_grad without requires_grad")
        self._keeps = True

    def backward(self, retain_graph=False):
        if self.data.size != 1:
            raise RuntimeError("slopes of a scalar only")
        if not self.requires_grad:
            raise RuntimeError("no tensor here requires grad")
        order, seen = [], set()

        def visit(node):
            if id(node) in seen:
                return
            seen.add(id(node))
            for parent, _ in node.parents:
                visit(parent)
            order.append(node)

        visit(self)
        slopes = {id(self): np.ones_like(self.data)}
        for node in reversed(order):
            slope = slopes.get(id(node))
            if slope is None:
                continue
            if node._freed and not node.is_leaf:
                raise RuntimeError("backward a second time: graph is freed")
            if node.is_leaf or node._keeps:
                old = 0 if node._grad is None else node._grad.data
                node._grad = Tensor(old + slope)
            for parent, back in node.parents:
                part = _unbroadcast(back(slope), parent.shape)
                slopes[id(parent)] = slopes.get(id(parent), 0) + part
            node._freed = not retain_graph

    # Another shape of the same entries.
    @property
    def T(self):
        if self.data.ndim != 2:
            raise RuntimeError("T of a tensor that is no matrix")
        return Tensor(self.data.T, [(self, lambda g: g.T)])

    def clone(self):
        return Tensor(self.data.copy(), [(self, lambda g: g)])

    def reshape(self, *sizes):
        return Tensor(
            self.data.reshape(*sizes),
            [(self, lambda g: g.reshape(self.shape))])

    def __getitem__(self, place):
        def back(g):
            whole = np.zeros_like(self.data)
            whole[place] = g
            return whole

        return Tensor(self.data[place], [(self, back)])

    def scatter(self, dim, places, value):
        data = self.data.copy()
        np.put_along_axis(data, places.data, value, dim)

        def back(g):
            g = g.copy()
            np.put_along_axis(g, places.data, 0.0, dim)
            return g

        return Tensor(data, [(self, back)])

    # Arithmetic, in which Python's numbers may take part.
    def __add__(self, other):
        other = _other(other)
        return Tensor(
            self.data + other.data,
            [(self, lambda g: g), (other, lambda g: g)])

    __radd__ = __add__

    def __neg__(self):
        return Tensor(-self.data, [(self, lambda g: -g)])

    def __sub__(self, other):
        return self + (-_other(other))

    def __rsub__(self, other):
        return _other(other) - self

    def __mul__(self, other):
        other = _other(other)
        return Tensor(
            self.data * other.data,
            [(self, lambda g: g * other.data),
             (other, lambda g: g * self.data)])

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _other(other)
        value = self.data / other.data
        return Tensor(
            value,
            [(self, lambda g: g / other.data),
             (other, lambda g: -g * (value / other.data))])

    def __rtruediv__(self, other):
        return _other(other) / self

    def __pow__(self, other):
        other = _other(other)
        value = self.data ** other.data
        return Tensor(
            value,
            [(self, lambda g: g * (other.data * np.where(
                other.data == 0, 0.0, self.data ** (other.data - 1)))),
             (other, lambda g: g * np.where(
                 (self.data == 0) & (other.data >= 0), 0.0,
                 value * np.log(self.data)))])

    def __rpow__(self, other):
        return _other(other) ** self

    def __matmul__(self, other):
        _tensor(other)
        if self.data.ndim != 2 or other.data.ndim != 2:
            raise RuntimeError("a product of tensors that are no matrices")
        return Tensor(
            self.data @ other.data,
            [(self, lambda g: g @ other.data.T),
             (other, lambda g: self.data.T @ g)])

    # Comparisons.
    def __lt__(self, other):
        return Tensor(self.data < _other(other).data)

    def __le__(self, other):
        return Tensor(self.data <= _other(other).data)

    def __gt__(self, other):
        return Tensor(self.data > _other(other).data)

    def __ge__(self, other):
        return Tensor(self.data >= _other(other).data)

    def __eq__(self, other):
        return Tensor(self.data == _other(other).data)

    def __and__(self, other):
        return Tensor(self.data & _other(other).data)

    def __or__(self, other):
        return Tensor(self.data | _other(other).data)

    def __invert__(self):
        return Tensor(~self.data)

    __hash__ = object.__hash__


def _unbroadcast(g, shape):
    while g.ndim > len(shape):
        g = g.sum(axis=0)
    axes = tuple(i for i, n in enumerate(shape) if n == 1 and g.shape[i] != 1)
    g = g.sum(axis=axes, keepdims=True) if axes else g
    if g.shape != shape:
        g = np.broadcast_to(g, shape)
    return g


def _tensor(value):
    if not isinstance(value, Tensor):
        raise TypeError(f"a tensor is wanted, not {type(value).__name__}")
    return value


def _other(value):
    if isinstance(value, Tensor):
        return value
    if not isinstance(value, (int, float)):
        raise TypeError(f"no operand: {type(value).__name__}")
    return Tensor(np.asarray(value, dtype=_default[0]))


# Tensors from nothing.
def tensor(data, dtype=None, requires_grad=False):
    array = np.array(data)
    if array.dtype == object:
        raise ValueError("a list of tensors is no tensor")
    if dtype is None:
        dtype = _default[0] if array.dtype.kind == "f" else array.dtype
    return Tensor(array.astype(dtype), requires_grad=requires_grad)


def as_tensor(data, dtype=None):
    if not isinstance(data, Tensor):
        return tensor(data, dtype=dtype)
    return data if dtype is None else data.to(dtype)


def ones(*sizes):
    return Tensor(np.ones(sizes, dtype=_default[0]))


def zeros(*sizes):
    return Tensor(np.zeros(sizes, dtype=_default[0]))


def eye(size):
    return Tensor(np.eye(size, dtype=_default[0]))


def ones_like(x):
    return Tensor(np.ones_like(_tensor(x).data))


def zeros_like(x):
    return Tensor(np.zeros_like(_tensor(x).data))


def full_like(x, value):
    return Tensor(np.full_like(_tensor(x).data, value))


# Functions of each entry.
def _entrywise(value, slope):
    def function(x):
        _tensor(x)
        y = np.asarray(value(x.data))
        return Tensor(y, [(x, lambda g: g * slope(x.data, y))])

    return function


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x < 0, e, 1.0) / (1.0 + e)


_erf = np.vectorize(math.erf, otypes=[float])
_erfc = np.vectorize(math.erfc, otypes=[float])

exp = _entrywise(np.exp, lambda x, y: y)
log = _entrywise(np.log, lambda x, y: 1 / x)
log1p = _entrywise(np.log1p, lambda x, y: 1 / (1 + x))
sqrt = _entrywise(np.sqrt, lambda x, y: 1 / (2 * y))
sin = _entrywise(np.sin, lambda x, y: np.cos(x))
cos = _entrywise(np.cos, lambda x, y: -np.sin(x))
sinh = _entrywise(np.sinh, lambda x, y: np.cosh(x))
cosh = _entrywise(np.cosh, lambda x, y: np.sinh(x))
tanh = _entrywise(np.tanh, lambda x, y: 1 - y * y)
abs = _entrywise(np.abs, lambda x, y: np.sign(x))
sign = _entrywise(np.sign, lambda x, y: 0.0)
sigmoid = _entrywise(_sigmoid, lambda x, y: (1 - y) * y)
relu = _entrywise(lambda x: np.maximum(x, 0), lambda x, y: y > 0)
erf = _entrywise(
    _erf, lambda x, y: 2 / math.sqrt(math.pi) * np.exp(-x * x))
erfc = _entrywise(
    _erfc, lambda x, y: -2 / math.sqrt(math.pi) * np.exp(-x * x))


def _leaky_relu(x, slope):
    return _entrywise(
        lambda x: np.where(x > 0, x, slope * x),
        lambda x, y: np.where(x > 0, 1.0, slope))(x)


nn = types.SimpleNamespace(
    functional=types.SimpleNamespace(leaky_relu=_leaky_relu))


def clamp(x, min):
    return _entrywise(
        lambda x: np.maximum(x, min), lambda x, y: x >= min)(x)


def logaddexp(x, other):
    _tensor(x), _tensor(other)
    return Tensor(
        np.logaddexp(x.data, other.data),
        [(x, lambda g: g / (1 + np.exp(other.data - x.data))),
         (other, lambda g: g / (1 + np.exp(x.data - other.data)))])


def heaviside(x, value):
    if _tensor(x).requires_grad or _tensor(value).requires_grad:
        raise RuntimeError("heaviside has no slope")
    return Tensor(np.heaviside(x.data, value.data))


def isnan(x):
    return Tensor(np.isnan(_tensor(x).data))


def isfinite(x):
    return Tensor(np.isfinite(_tensor(x).data))


def where(which, left, right):
    _tensor(which), _tensor(left), _tensor(right)
    if which.data.dtype != np.bool_:
        raise RuntimeError("where wants a condition")
    return Tensor(
        np.where(which.data, left.data, right.data),
        [(left, lambda g: np.where(which.data, g, 0.0)),
         (right, lambda g: np.where(which.data, 0.0, g))])


# Sums, and functions of all entries.
def sum(x, dim=None, keepdim=False):
    _tensor(x)

    def back(g):
        if dim is not None and not keepdim:
            g = np.expand_dims(g, dim)
        return np.broadcast_to(g, x.shape)

    return Tensor(np.sum(x.data, axis=dim, keepdims=keepdim), [(x, back)])


def mean(x):
    return sum(x) / _tensor(x).data.size


def trace(x):
    return Tensor(
        np.trace(_tensor(x).data), [(x, lambda g: g * np.eye(len(x)))])


def diag(x):
    return Tensor(
        np.diag(_tensor(x).data), [(x, lambda g: np.diag(g))])


def _extremum(best):
    def function(x):
        value = best(_tensor(x).data)

        def back(g):
            ties = x.data == value
            return g * ties / np.sum(ties)

        return Tensor(value, [(x, back)])

    return function


amax = max = _extremum(np.max)
amin = min = _extremum(np.min)


def all(x):
    return Tensor(np.all(_tensor(x).data))


def any(x):
    return Tensor(np.any(_tensor(x).data))


def argmax(x, dim, keepdim=False):
    return Tensor(np.argmax(_tensor(x).data, axis=dim, keepdims=keepdim))


def gather(x, dim, places):
    def back(g):
        whole = np.zeros_like(x.data)
        np.put_along_axis(whole, places.data, g, dim)
        return whole

    return Tensor(
        np.take_along_axis(_tensor(x).data, places.data, dim), [(x, back)])


def nonzero(x):
    return Tensor(np.argwhere(_tensor(x).data))


def softmax(x, dim):
    e = np.exp(_tensor(x).data - np.max(x.data, axis=dim, keepdims=True))
    y = e / np.sum(e, axis=dim, keepdims=True)
    return Tensor(
        y, [(x, lambda g: (g - np.sum(g * y, axis=dim, keepdims=True)) * y)])


def cat(parts, dim=0):
    ends = np.cumsum([_tensor(p).shape[dim] for p in parts])

    def back(place):
        def cut(g):
            return np.split(g, ends[:-1], axis=dim)[place]

        return cut

    return Tensor(
        np.concatenate([p.data for p in parts], axis=dim),
        [(p, back(i)) for i, p in enumerate(parts)])


def stack(parts):
    return Tensor(
        np.stack([_tensor(p).data for p in parts]),
        [(p, (lambda i: lambda g: g[i])(i)) for i, p in enumerate(parts)])
