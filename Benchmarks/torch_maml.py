"""MAML meta-iterations in PyTorch on the CPU, as a user would write them: the peer of the engine.

usage: torch_maml.py NET WAY SHOT TASKS ORDER ITERATIONS THREADS [FILE]
  NET         pooled (the walkthrough's network), strided (the paper's), pooled32 (the first with 32
              filters), colour84 (32 filters for 84×84 colour images, whose last maps are flattened)
              or sinusoid (two layers of 40 units; WAY is 1)
  ORDER       second or first
  FILE        the engine's parameters and one task: numbers of 32 bits, laid out as the engine does

Prints one line of JSON: the seconds of each iteration after a first one that is not counted, the
peak of resident memory in bytes, and the version of PyTorch. With a FILE, the derivative of that
task through one inner step, in the engine's order and layout.
"""

import json
import math
import os
import resource
import sys
import time

import torch
import torch.nn.functional as F


class Images:
    """Convolutional networks, and images of noise."""

    steps, rate, queries = 5, 0.1, 15

    def __init__(self, net, way, shot):
        self.net, self.way = net, way
        self.filters = 32 if net in ("pooled32", "colour84") else 64
        self.channels, self.side = (3, 84) if net == "colour84" else (1, 28)
        self.last = 5 if net == "colour84" else 1
        self.support_labels = torch.arange(way).repeat_interleave(shot)
        self.query_labels = torch.arange(way).repeat_interleave(self.queries)

    def initial_parameters(self):
        """For each layer weight, bias, scale and offset; then the head's weight and bias."""
        parameters, inputs = [], self.channels
        for _ in range(4):
            weight = torch.empty(self.filters, inputs, 3, 3)
            torch.nn.init.kaiming_normal_(weight)
            parameters += [weight, torch.zeros(self.filters)]
            parameters += [torch.ones(self.filters), torch.zeros(self.filters)]
            inputs = self.filters
        head = torch.empty(self.way, self.filters * self.last**2)
        torch.nn.init.kaiming_normal_(head)
        return parameters + [head, torch.zeros(self.way)]

    def answers(self, parameters, x):
        for layer in range(4):
            weight, bias, scale, offset = parameters[4 * layer : 4 * layer + 4]
            stride = 2 if self.net == "strided" else 1
            x = F.conv2d(x, weight, bias, stride=stride, padding=1)
            x = F.relu(F.batch_norm(x, None, None, scale, offset, training=True))
            if self.net != "strided":
                x = F.max_pool2d(x, 2)
        x = x.flatten(1) if self.net == "colour84" else x.flatten(2).mean(2)
        return F.linear(x, parameters[16], parameters[17])

    def loss(self, answers, labels):
        return F.cross_entropy(answers, labels)

    def draw(self):
        """The inputs and labels to learn from, and those to be judged by."""
        for labels in self.support_labels, self.query_labels:
            yield torch.rand(len(labels), self.channels, self.side, self.side), labels

    def read(self, take):
        """The same of a file's numbers."""
        for labels in self.support_labels, self.query_labels:
            images = take(len(labels), self.side, self.side, self.channels)
            yield images.permute(0, 3, 1, 2).contiguous(), labels

    def from_engine(self, parameter, take):
        """A parameter of this one's shape, which the engine keeps the other way around."""
        if parameter.dim() == 4:
            outputs, inputs, height, width = parameter.shape
            return take(height, width, inputs, outputs).permute(3, 2, 0, 1).contiguous()
        if parameter.dim() == 2:  # the rows of a map's pixels, channels last
            maps = take(self.last, self.last, self.filters, self.way)
            return maps.permute(3, 2, 0, 1).flatten(1).contiguous()
        return take(*parameter.shape)

    def to_engine(self, gradient):
        if gradient.dim() == 4:
            return gradient.permute(2, 3, 1, 0)
        if gradient.dim() == 2:
            return gradient.unflatten(1, (self.filters, self.last, self.last)).permute(2, 3, 1, 0)
        return gradient


class Sinusoids:
    """The paper's network of two layers, and sinusoids (Finn et al., 2017, section 5.1)."""

    steps, rate, sizes = 1, 0.01, [1, 40, 40, 1]

    def __init__(self, shot):
        self.shot = shot

    def initial_parameters(self):
        """For each layer weight and bias."""
        parameters = []
        for inputs, outputs in zip(self.sizes, self.sizes[1:]):
            weight = torch.empty(outputs, inputs)
            torch.nn.init.kaiming_normal_(weight)
            parameters += [weight, torch.zeros(outputs)]
        return parameters

    def answers(self, parameters, x):
        x = F.relu(F.linear(x, parameters[0], parameters[1]))
        x = F.relu(F.linear(x, parameters[2], parameters[3]))
        return F.linear(x, parameters[4], parameters[5])

    def loss(self, answers, values):
        return F.mse_loss(answers, values)

    def draw(self):
        height, phase = torch.empty(1).uniform_(0.1, 5), torch.empty(1).uniform_(0, math.pi)
        for _ in range(2):
            x = torch.empty(self.shot, 1).uniform_(-5, 5)
            yield x, height * torch.sin(x - phase)

    def read(self, take):
        for _ in range(2):
            yield take(self.shot, 1), take(self.shot, 1)

    def from_engine(self, parameter, take):
        if parameter.dim() == 2:
            return take(*reversed(parameter.shape)).T.contiguous()
        return take(*parameter.shape)

    def to_engine(self, gradient):
        return gradient.T if gradient.dim() == 2 else gradient


def query_loss(kind, parameters, support, query, steps, second_order):
    adapted = parameters
    for _ in range(steps):
        loss = kind.loss(kind.answers(adapted, support[0]), support[1])
        slope = torch.autograd.grad(loss, adapted, create_graph=second_order)
        adapted = [p - kind.rate * s for p, s in zip(adapted, slope)]
    return kind.loss(kind.answers(adapted, query[0]), query[1])


def derivative(kind, second_order, file):
    """The derivative of the task in a file, in the engine's layout."""
    numbers = torch.from_file(file, size=os.path.getsize(file) // 4, dtype=torch.float32)
    place = 0

    def take(*sizes):
        nonlocal place
        start, place = place, place + math.prod(sizes)
        return numbers[start:place].reshape(sizes).clone()

    parameters = [kind.from_engine(p, take).requires_grad_() for p in kind.initial_parameters()]
    support, query = kind.read(take)
    query_loss(kind, parameters, support, query, 1, second_order).backward()
    return [x for p in parameters for x in kind.to_engine(p.grad).flatten().tolist()]


def main():
    net, way, shot, tasks, order, iterations, threads = sys.argv[1:8]
    tasks, iterations = int(tasks), int(iterations)
    torch.set_num_threads(int(threads))
    torch.manual_seed(0)
    kind = Sinusoids(int(shot)) if net == "sinusoid" else Images(net, int(way), int(shot))
    if len(sys.argv) > 8:
        print(json.dumps(derivative(kind, order == "second", sys.argv[8])))
        return
    parameters = [p.requires_grad_() for p in kind.initial_parameters()]
    optimizer = torch.optim.Adam(parameters, 1e-3)

    def iterate():
        optimizer.zero_grad()
        for _ in range(tasks):
            support, query = kind.draw()
            loss = query_loss(kind, parameters, support, query, kind.steps, order == "second")
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
