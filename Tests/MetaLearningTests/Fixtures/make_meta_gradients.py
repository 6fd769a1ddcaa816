"""Makes meta_gradients.json: the derivative of one task's query loss, by PyTorch in float64.

    python make_meta_gradients.py          # made with torch 2.15.0 and numpy 2.4.6

Both networks of Network+Convolutional.swift, 5-way 1-shot with 3 query images a class, 5 inner steps
of 0.1, second and first order. Parameters, images and labels follow from the formulas below, which
the tests have too; the file only holds the losses, the norm of each parameter's derivative, and some
of its components, the k-th at place hashed(k + 7919 j) mod count of parameter j in PyTorch's layout.
It also holds three steps of Adam on three numbers.
"""
import json
import numpy as np, torch, torch.nn.functional as F

WAY, SHOT, QUERIES, STEPS, RATE, CHANNELS = 5, 1, 3, 5, 0.1, 64
COMPONENTS = 24

def hashed(i):
    x = np.asarray(i, dtype=np.uint64) * 2654435761 % 2**32
    x = (x ^ (x >> 15)) * 2246822519 % 2**32
    return x ^ (x >> 13)

def unit(count, stream):
    """Numbers in 0..<1, exact in float32."""
    return (hashed(np.arange(count) + 1_000_003 * stream) >> 8).astype(np.float64) / 2**24

def rounded(values, shape):
    return torch.tensor(values.astype(np.float32).astype(np.float64).reshape(shape))

def parameters():
    made = []
    inputs = 1
    for block in range(4):
        count = CHANNELS * inputs * 9
        spread = (6 / (9 * inputs)) ** 0.5
        s = 4 * block
        made += [
            (f"conv{block+1}.weight", rounded((unit(count, s) * 2 - 1) * spread, (CHANNELS, inputs, 3, 3))),
            (f"conv{block+1}.bias", rounded(unit(CHANNELS, s + 1) - 0.5, (CHANNELS,))),
            (f"bn{block+1}.weight", rounded(unit(CHANNELS, s + 2) + 0.5, (CHANNELS,))),
            (f"bn{block+1}.bias", rounded(unit(CHANNELS, s + 3) - 0.5, (CHANNELS,))),
        ]
        inputs = CHANNELS
    made.append(("fc.weight", rounded((unit(WAY * CHANNELS, 16) * 2 - 1) * 0.3, (WAY, CHANNELS))))
    made.append(("fc.bias", rounded(unit(WAY, 17) - 0.5, (WAY,))))
    return [n for n, _ in made], [t.requires_grad_() for _, t in made]

def images(per_class, stream):
    """Each class has a pattern of 4×4 blocks; each image adds noise to it."""
    row, column = np.mgrid[0:28, 0:28]
    block = (row // 4) * 7 + column // 4
    made = []
    for label in range(WAY):
        pattern = (hashed(block + 49 * label + 500) % 3 == 0) * -2.0 + 1.0
        for number in range(per_class):
            noise = unit(784, stream + label * per_class + number).reshape(28, 28) - 0.5
            made.append((pattern + noise).astype(np.float32).astype(np.float64))
    labels = torch.arange(WAY).repeat_interleave(per_class)
    return torch.tensor(np.stack(made)).unsqueeze(1), labels

def forward(net, p, x):
    for block in range(4):
        w, b, g, s = p[4 * block:4 * block + 4]
        x = F.conv2d(x, w, b, stride=2 if net == "strided" else 1, padding=1)
        x = F.relu(F.batch_norm(x, None, None, g, s, training=True))
        if net == "pooled":
            x = F.max_pool2d(x, 2)
    return F.linear(x.flatten(2).mean(2), p[16], p[17])

def meta_gradient(net, second):
    names, start = parameters()
    support, support_labels = images(SHOT, 100)
    query, query_labels = images(QUERIES, 200)
    fast = start
    for _ in range(STEPS):
        loss = F.cross_entropy(forward(net, fast, support), support_labels)
        slope = torch.autograd.grad(loss, fast, create_graph=second)
        fast = [w - RATE * d for w, d in zip(fast, slope)]
    logits = forward(net, fast, query)
    loss = F.cross_entropy(logits, query_labels)
    slope = torch.autograd.grad(loss, start)
    result = {"network": net, "order": "second" if second else "first", "loss": loss.item(),
              "accuracy": (logits.argmax(1) == query_labels).double().mean().item(), "parameters": []}
    for j, (name, d) in enumerate(zip(names, slope)):
        if name.startswith("conv") and name.endswith("bias"):
            continue  # in front of batch normalization: 0 but for rounding
        flat = d.reshape(-1)
        places = [int(hashed(k + 7919 * j) % flat.numel()) for k in range(COMPONENTS)]
        result["parameters"].append(
            {"name": name, "norm": flat.norm().item(), "components": [flat[i].item() for i in places]})
    return result

def adam():
    x = torch.tensor([1.0, -2.0, 3.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([x], lr=0.01)
    steps = []
    for step in range(3):
        x.grad = torch.tensor([0.5, -0.25, 8.0], dtype=torch.float64) * (1 - step)
        optimizer.step()
        steps.append(x.tolist())
    return steps

json.dump({"adam": adam(),
           "metaGradients": [meta_gradient(net, second) for net in ["pooled", "strided"]
                             for second in [True, False]]},
          open("meta_gradients.json", "w"))
