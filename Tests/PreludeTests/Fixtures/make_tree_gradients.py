"""Makes tree_gradients.json: derivatives of order 1, 2 and 3 in a tree of tensors, by PyTorch in float64.

    python make_tree_gradients.py          # made with torch 2.15.0

The model is that of TreeGradientTests.swift: two dense layers with tanh in between. The loss after one
inner step with a learned rate for each layer is differentiated in the model and in the rates; the sum of
the squares of that, once more. Tensors are written flat, in the order of the tree.
"""
import json
import torch

torch.set_default_dtype(torch.float64)


def tensor(values, *shape):
    return torch.tensor(values).reshape(shape).requires_grad_()


W1 = tensor([0.5, -0.25, 0.75, 0.125, 1.0, -0.5], 2, 3)
B1 = tensor([0.1, -0.2, 0.3], 3)
W2 = tensor([0.6, -0.4, 0.2], 3, 1)
B2 = tensor([0.05], 1)
RATES = [tensor([0.1]), tensor([0.3])]
X = torch.tensor([[1.0, 2.0], [-1.0, 0.5], [0.25, -0.75], [2.0, 1.0]])
Y = torch.tensor([[1.0], [-1.0], [0.5], [0.0]])
X2, Y2 = X.flip(0) * 0.5, Y + 0.25


def loss(p, x, y):
    return ((torch.tanh(x @ p[0] + p[1]) @ p[2] + p[3] - y) ** 2).mean()


def after_step(p, rates):
    slopes = torch.autograd.grad(loss(p, X, Y), p, create_graph=True)
    moved = [w - rates[i // 2] * g for i, (w, g) in enumerate(zip(p, slopes))]
    return loss(moved, X2, Y2)


def flat(tensors):
    return [number for tensor in tensors for number in tensor.reshape(-1).tolist()]


model = [W1, B1, W2, B2]
first = torch.autograd.grad(loss(model, X, Y), model)
second = torch.autograd.grad(after_step(model, RATES), model + RATES, create_graph=True)
third = torch.autograd.grad(sum((g * g).sum() for g in second), model + RATES)
json.dump(
    {"first": flat(first), "second": flat(second), "third": flat(third)},
    open("tree_gradients.json", "w"), indent=1)
