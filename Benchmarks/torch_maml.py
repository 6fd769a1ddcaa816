"""MAML meta-iterations in PyTorch on the CPU, as a user would write them: the peer of the engine.

usage: torch_maml.py NET WAY SHOT TASKS ORDER ITERATIONS THREADS
  NET         pooled (the walkthrough's network), strided (the paper's), pooled32 (the first with 32
              filters) or colour84 (32 filters for 84×84 colour images, whose last maps are flattened)
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


def initial_parameters(net, way):
    """For each layer weight, bias, scale and offset; then the head's weight and bias."""
    filters = 32 if net in ("pooled32", "colour84") else 64
    parameters, inputs = [], 3 if net == "colour84" else 1
    for _ in range(4):
        weight = torch.empty(filters, inputs, 3, 3)
        torch.nn.init.kaiming_normal_(weight)
        parameters += [weight, torch.zeros(filters), torch.ones(filters), torch.zeros(filters)]
        inputs = filters
    head = torch.empty(way, filters * (25 if net == "colour84" else 1))
    torch.nn.init.kaiming_normal_(head)
    return [p.requires_grad_() for p in parameters + [head, torch.zeros(way)]]


def logits(net, parameters, x):
    for layer in range(4):
        weight, bias, scale, offset = parameters[4 * layer : 4 * layer + 4]
        stride = 2 if net == "strided" else 1
        x = F.conv2d(x, weight, bias, stride=stride, padding=1)
        x = F.relu(F.batch_norm(x, None, None, scale, offset, training=True))
        if net != "strided":
            x = F.max_pool2d(x, 2)
    x = x.flatten(1) if net == "colour84" else x.flatten(2).mean(2)
    return F.linear(x, parameters[16], parameters[17])


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
    parameters = initial_parameters(net, way)
    optimizer = torch.optim.Adam(parameters, 1e-3)
    image = (3, 84, 84) if net == "colour84" else (1, 28, 28)
    support_labels = torch.arange(way).repeat_interleave(shot)
    query_labels = torch.arange(way).repeat_interleave(QUERIES)

    def iterate():
        optimizer.zero_grad()
        for _ in range(tasks):
            support = torch.rand(way * shot, *image)
            query = torch.rand(way * QUERIES, *image)
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
