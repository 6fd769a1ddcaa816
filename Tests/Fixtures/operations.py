"""Writes operations.json: values and derivatives of tensor operations by PyTorch in double precision.

    python3 Tests/Fixtures/operations.py > Tests/Fixtures/operations.json

Each case has the shapes of its inputs, "value" (what the operation makes of them) and "orders": with
y = operation(inputs) and f = sum(c * y^3), the gradients of f in all inputs; of the sum of those
gradients times t1; and of the sum of these times t2. The cube makes every order of a linear operation
differ from zero.

Inputs, c, t1 and t2 are not stored but drawn in single precision from
    state <- (1103515245 * state + 12345) mod 2^31, value = 2 * state / 2^31 - 1
started at 1 + the array's number: input i has the number i, c the number 100, t1 of input i 200 + i,
t2 of input i 300 + i. Images are NHWC here; PyTorch gets them as NCHW.
"""

import json

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def draw(number, shape):
    count = int(torch.tensor(shape).prod()) if len(shape) else 1
    state, values = 1 + number, []
    for _ in range(count):
        state = (1103515245 * state + 12345) % 2**31
        values.append(2 * state / 2**31 - 1)
    return torch.tensor(values, dtype=torch.float32).double().reshape(list(shape))


def pooled(x, window, stride):
    return F.avg_pool2d(x.permute(0, 3, 1, 2), window, stride).permute(0, 2, 3, 1)


def deviation(x, axes, keep=False):
    return torch.sqrt(torch.var(x, axes, unbiased=False, keepdim=keep))


def standardized(x, scale, offset, epsilon=1e-5):
    # Written out: the third derivative of torch 2.13's own layer_norm is wrong (that of a row of one
    # element, a constant, is not 0).
    centred = x - x.mean(-1, keepdim=True)
    variance = (centred * centred).mean(-1, keepdim=True)
    return centred / torch.sqrt(variance + epsilon) * scale + offset


MASK = [[1.0, 0.0, 1.0], [0.0, 0.0, 2.0]]
CASES = {
    "sin": ([[3, 5]], torch.sin),
    "sin of nothing": ([[0, 5]], torch.sin),
    "cos": ([[7]], torch.cos),
    "tan": ([[2, 1, 3]], torch.tan),
    "abs": ([[2, 3]], torch.abs),
    "clamped": ([[11]], lambda x: torch.clamp(x, -0.5, 0.25)),
    "matmul of stacks": ([[2, 3, 4], [2, 4, 5]], torch.matmul),
    "matmul of repeated stacks": ([[2, 1, 3, 4], [3, 4, 2]], torch.matmul),
    "matmul of a matrix and a stack": ([[3, 4], [5, 4, 1]], torch.matmul),
    "matmul of a stack and a matrix": ([[2, 3, 1, 4], [4, 3]], torch.matmul),
    "matmul of a stack and a vector": ([[2, 3, 4], [4]], torch.matmul),
    "matmul of a vector and a stack": ([[3], [2, 3, 2]], torch.matmul),
    "matmul of no matrices": ([[0, 3, 4], [0, 4, 5]], torch.matmul),
    "matmul of a transposed stack": ([[4, 3, 2], [2, 4, 5]], lambda a, b: a.permute(2, 1, 0) @ b),
    "where": ([[2, 3], [3]], lambda x, y: torch.where(torch.tensor(MASK) != 0, x, y)),
    "part": ([[4, 5, 6]], lambda x: x[1:3, 2, 3:]),
    "part of the end": ([[4, 5, 6]], lambda x: x[:, -1, :2]),
    "taking": ([[2, 3, 4]], lambda x: x[:, [2, 0, 2, 2]]),
    "taking along the last": ([[3, 4]], lambda x: x[:, [3, 1]]),
    "taking nothing": ([[3, 4]], lambda x: x[[]]),
    "stacked": ([[2, 3], [2, 3]], lambda x, y: torch.stack([x, y, x], 1)),
    "concatenated": ([[2, 3], [2, 1]], lambda x, y: torch.cat([x, y, x], 1)),
    "sorted": ([[3, 5]], lambda x: torch.sort(x, -1).values),
    "sorted along the first": ([[4, 3]], lambda x: torch.sort(x, 0, descending=True).values),
    "sorted along the middle": ([[2, 5, 3]], lambda x: torch.sort(x, 1).values),
    "topK": ([[3, 7]], lambda x: torch.topk(x, 2).values),
    "topK along the first": ([[6, 3, 2]], lambda x: torch.topk(x, 3, 0).values),
    "cumulativeSum": ([[2, 5]], lambda x: torch.cumsum(x, -1)),
    "cumulativeSum along the first": ([[4, 1, 3]], lambda x: torch.cumsum(x, 0)),
    "cumulativeSum along the middle": ([[2, 3, 4]], lambda x: torch.cumsum(x, 1)),
    "cumulativeSum of nothing": ([[2, 0]], lambda x: torch.cumsum(x, 1)),
    "averagePool": ([[2, 5, 7, 3]], lambda x: pooled(x, 2, 2)),
    "averagePool overlapping": ([[1, 5, 4, 2]], lambda x: pooled(x, 3, 1)),
    "averagePool apart": ([[2, 7, 6, 1]], lambda x: pooled(x, 2, 3)),
    "layerNorm": ([[2, 3, 5], [5], [5]], standardized),
    "layerNorm of one": ([[3, 1], [1], [1]], lambda x, s, o: standardized(x, s, o, 0.5)),
    "norm": ([[3, 4]], lambda x: torch.linalg.vector_norm(x)),
    "norm along the first": ([[3, 4]], lambda x: torch.linalg.vector_norm(x, dim=0)),
    "norm along two": ([[2, 3, 4]], lambda x: torch.linalg.vector_norm(x, dim=(0, 2), keepdim=True)),
    "standardDeviation": ([[3, 4]], lambda x: deviation(x, (0, 1))),
    "standardDeviation along the last": ([[2, 5]], lambda x: deviation(x, (1,), True)),
    "variance along two": ([[2, 3, 4]], lambda x: torch.var(x, (0, 2), unbiased=False)),
    "max along the first": ([[4, 3]], lambda x: torch.amax(x, 0)),
    "min along two": ([[2, 3, 4]], lambda x: torch.amin(x, (0, 2))),
}


def gradients(output, inputs):
    parts = torch.autograd.grad(output, inputs, create_graph=True, allow_unused=True)
    return [torch.zeros_like(x) if g is None else g for g, x in zip(parts, inputs)]


def record(shapes, operation):
    inputs = [draw(i, shape).requires_grad_() for i, shape in enumerate(shapes)]
    y = operation(*inputs)
    f = (draw(100, y.shape) * y**3).sum()
    orders = []
    for order in range(3):
        g = gradients(f, inputs) if f.requires_grad else [torch.zeros_like(x) for x in inputs]
        orders.append([part.detach().flatten().tolist() for part in g])
        base = 200 + 100 * order
        f = sum((draw(base + i, part.shape) * part).sum() for i, part in enumerate(g))
    return {
        "shapes": shapes,
        "shape": list(y.shape),
        "value": y.detach().flatten().tolist(),
        "orders": orders,
    }


print(
    json.dumps(
        {name: record(*case) for name, case in CASES.items()},
        separators=(",", ":"),
    )
)
