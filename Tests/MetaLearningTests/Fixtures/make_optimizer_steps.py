"""Makes optimizer_steps.json: steps of torch.optim and of clipping, by PyTorch in float64.

    python make_optimizer_steps.py          # made with torch 2.15.0

Two tensors, whose gradients in step k are those of the formula below, which OptimizerTests.swift has
too. Recorded are the parameters after each of five steps, flat, and clipped gradients.
"""
import json
import torch

torch.set_default_dtype(torch.float64)
START = [torch.tensor([[1.0, -2.0], [0.5, 3.0]]), torch.tensor([0.25, -0.75, 4.0])]


def slopes(step):
    return [
        torch.tensor([[0.5, -0.25], [8.0, 1.0 - step]]),
        torch.tensor([0.125 * step, -1.0, 2.0 - 0.5 * step])]


def steps(make):
    parameters = [tensor.clone().requires_grad_() for tensor in START]
    optimizer = make(parameters)
    result = []
    for step in range(5):
        for parameter, slope in zip(parameters, slopes(step)):
            parameter.grad = slope
        optimizer.step()
        result.append([n for parameter in parameters for n in parameter.reshape(-1).tolist()])
    return result


def clipped(clip):
    parameters = [tensor.clone().requires_grad_() for tensor in START]
    for parameter, slope in zip(parameters, slopes(0)):
        parameter.grad = slope
    clip(parameters)
    return [n for parameter in parameters for n in parameter.grad.reshape(-1).tolist()]


optim, utils = torch.optim, torch.nn.utils
json.dump({
    "steps": {
        "sgd": steps(lambda p: optim.SGD(p, lr=0.1)),
        "sgdDecay": steps(lambda p: optim.SGD(p, lr=0.1, weight_decay=0.2)),
        "momentum": steps(lambda p: optim.SGD(p, lr=0.1, momentum=0.9)),
        "nesterov": steps(
            lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.2)),
        "adam": steps(lambda p: optim.Adam(p, lr=0.05)),
        "adamDecay": steps(
            lambda p: optim.Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.2)),
        "adamW": steps(lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.2)),
    },
    "clipped": {
        "norm": clipped(lambda p: utils.clip_grad_norm_(p, 1.5)),
        "largeNorm": clipped(lambda p: utils.clip_grad_norm_(p, 1000)),
        "value": clipped(lambda p: utils.clip_grad_value_(p, 0.75)),
    },
}, open("optimizer_steps.json", "w"), indent=1)
