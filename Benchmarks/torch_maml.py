"""MAML meta-iterations in PyTorch on the CPU, as a user would write them: the peer of the engine.

usage: torch_maml.py NET WAY SHOT TASKS ORDER ITERATIONS THREADS
  NET         pooled (the walkthrough's network) or strided (the paper's)
  ORDER       second or first

Prints one line of JSON: the seconds of each iteration after a first one that is not counted, the
peak of resident memory in bytes, and the version of PyTorch.
"""

import json
import resource
import sys
import time

import torch
import torch.nn.functional as F

STEPS, RATE, QUERIES = 5, 0.1, 15


def initial_parameters(way):
    """For each layer weight, bias, scale and offset; then the head's weight and bias."""
    parameters, inputs = [], 1
    for _ in range(4):
        weight = torch.empty(64, inputs, 3, 3)
        torch.nn.init.kaiming_normal_(weight)
        parameters += [weight, torch.zeros(64), torch.ones(64), torch.zeros(64)]
        inputs = 64
    head = torch.empty(way, 64)
    torch.nn.init.kaiming_normal_(head)
    return [p.requires_grad_() for p in parameters + [head, torch.zeros(way)]]


def logits(net, parameters, x):
    for layer in range(4):
        weight, bias, scale, offset = parameters[4 * layer : 4 * layer + 4]
        stride = 1 if net == "pooled" else 2
        x = F.conv2d(x, weight, bias, stride=stride, padding=1)
        x = F.relu(F.batch_norm(x, None, None, scale, offset, training=True))
        if net == "pooled":
            x = F.max_pool2d(x, 2)
    return F.linear(x.flatten(2).mean(2), parameters[16], parameters[17])


def query_loss(net, parameters, support, support_labels, query, query_labels, second_order):
    adapted = parameters
    for _ in range(STEPS):
        loss = F.cross_entropy(logits(net, adapted, support), support_labels)
        slope = torch.autograd.grad(loss, adapted, create_graph=second_order)
        adapted = [p - RATE * s for p, s in zip(adapted, slope)]
    return F.cross_entropy(logits(net, adapted, query), query_labels)


def main():
    net, way, shot, tasks, order, iterations, threads = sys.argv[1:]
    way, shot, tasks, iterations = int(way), int(shot), int(tasks), int(iterations)
    torch.set_num_threads(int(threads))
    torch.manual_seed(0)
    parameters = initial_parameters(way)
    optimizer = torch.optim.Adam(parameters, 1e-3)
    support_labels = torch.arange(way).repeat_interleave(shot)
    query_labels = torch.arange(way).repeat_interleave(QUERIES)

    def iterate():
        optimizer.zero_grad()
        for _ in range(tasks):
            support = torch.rand(way * shot, 1, 28, 28)
            query = torch.rand(way * QUERIES, 1, 28, 28)
            loss = query_loss(
                net, parameters, support, support_labels, query, query_labels, order == "second")
            (loss / tasks).backward()
        optimizer.step()

    iterate()
    seconds = []
    for _ in range(iterations):
        start = time.perf_counter()
        iterate()
        seconds.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"seconds": seconds, "peakBytes": peak, "version": torch.__version__}))


if __name__ == "__main__":
    main()
