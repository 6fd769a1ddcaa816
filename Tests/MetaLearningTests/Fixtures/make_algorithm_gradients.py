"""Makes algorithm_gradients.json: what MAML's relatives follow on one small task, by PyTorch in float64.

    python make_algorithm_gradients.py          # made with torch 2.15.0 and numpy 2.4.6

The network is conv 1→4 of stride 2, batch norm, ReLU, conv 4→4 of stride 2, batch norm, tanh, mean over
the image, dense 4→3, on 8×8 images. Parameters, images and what is learned besides follow from the
formulas below, which the tests have too; classes have unequal numbers of images. Arrays are in the
layouts of Swift: convolution weights [3, 3, in, out], dense weights [in, out].
"""
import json
import numpy as np, torch, torch.nn.functional as F

STEPS, RATE = 3, 0.25
SUPPORT, QUERY = [0, 0, 1, 2, 2, 2], [0, 1, 1, 2, 2]
SHAPES = [("conv1.weight", (3, 3, 1, 4)), ("conv1.bias", (4,)), ("bn1.weight", (4,)), ("bn1.bias", (4,)),
          ("conv2.weight", (3, 3, 4, 4)), ("conv2.bias", (4,)), ("bn2.weight", (4,)), ("bn2.bias", (4,)),
          ("fc.weight", (4, 3)), ("fc.bias", (3,))]
NAMES = [n for n, _ in SHAPES]

def hashed(i):
    x = np.asarray(i, dtype=np.uint64) * 2654435761 % 2**32
    x = (x ^ (x >> 15)) * 2246822519 % 2**32
    return x ^ (x >> 13)

def drawn(shape, stream, low, high):
    """Numbers between low and high, rounded to float32."""
    count = int(np.prod(shape))
    unit = (hashed(np.arange(count) + 1_000_003 * stream) >> 8).astype(np.float64) / 2**24
    return torch.tensor((low + (high - low) * unit).astype(np.float32).astype(np.float64).reshape(shape))

def start():
    return [drawn(s, j, *((0.5, 1.5) if n.startswith("bn") and n.endswith("weight") else (-0.8, 0.8)))
            .requires_grad_() for j, (n, s) in enumerate(SHAPES)]

def images(labels, stream):
    return torch.cat([drawn((1, 1, 8, 8), stream + i, -1, 1) + 0.5 * drawn((1, 1, 8, 8), 50 + l, -1, 1)
                      for i, l in enumerate(labels)]).float().double(), torch.tensor(labels)

support, query = images(SUPPORT, 100), images(QUERY, 200)

def body(p, x):
    for block, bend in enumerate([F.relu, torch.tanh]):
        w, b, g, s = p[4 * block:4 * block + 4]
        x = F.conv2d(x, w.permute(3, 2, 0, 1), b, stride=2, padding=1)
        x = bend(F.batch_norm(x, None, None, g, s, training=True))
    return x.flatten(2).mean(2)

def outputs(p, x):
    return body(p, x) @ p[8] + p[9]

def loss_of(p, data):
    return F.cross_entropy(outputs(p, data[0]), data[1])

def result(name, logits, slopes):
    """The last loss and accuracy, and the derivatives by name."""
    return {"name": name, "loss": F.cross_entropy(logits, query[1]).item(),
            "accuracy": (logits.argmax(1) == query[1]).double().mean().item(),
            "gradient": {n: [float(f"{v:.9g}") for v in d.reshape(-1).tolist()] for n, d in slopes.items()}}

def adapt(name, second, rate, weights=None, rows=None, moving=range(10), extra={}):
    """Inner steps by hand; rate(step, tensor) is a number or a tensor; rows replaces normalization."""
    theta = start()
    weights = weights or [0] * STEPS + [1]
    def normalized(p, step):
        return [rows[NAMES[j]][step] if rows and NAMES[j] in rows else t for j, t in enumerate(p)]
    fast, total = theta, 0
    for step in range(STEPS):
        if weights[step]:
            total = total + weights[step] * loss_of(normalized(fast, max(0, step - 1)), query)
        now = normalized(fast, step)
        slopes = torch.autograd.grad(loss_of(now, support), [now[j] for j in moving], create_graph=second)
        if not second:
            slopes = [d.detach() for d in slopes]
        fast = list(fast)
        for j, d in zip(moving, slopes):
            fast[j] = fast[j] - rate(step, j) * d
    last = normalized(fast, max(0, STEPS - 1))
    logits = outputs(last, query[0])
    total = total + weights[STEPS] * F.cross_entropy(logits, query[1])
    leaves = dict(zip(NAMES, theta)) | extra
    slopes = torch.autograd.grad(total, list(leaves.values()), allow_unused=True)
    return result(name, logits, {n: torch.zeros_like(t) if d is None else d
                                 for (n, t), d in zip(leaves.items(), slopes)})

def order(second):
    return "second" if second else "first"

def anil(second):
    return adapt(f"ANIL {order(second)}", second, lambda step, j: RATE, moving=[8, 9])

def meta_sgd(second):
    rates = [drawn(s, 300 + j, -0.1, 0.5).requires_grad_() for j, (_, s) in enumerate(SHAPES)]
    return adapt(f"MetaSGD {order(second)}", second, lambda step, j: rates[j],
                 extra={f"rates.{n}": r for n, r in zip(NAMES, rates)})

def maml_plus_plus(second, name, own_normalization):
    rates = drawn((STEPS, 10), 400, -0.1, 0.5).requires_grad_()
    extra, rows = {"rates": rates}, None
    if own_normalization:
        rows = {n: drawn((STEPS, 4), 500 + j, *((0.5, 1.5) if n.endswith("weight") else (-0.8, 0.8)))
                .requires_grad_() for j, n in enumerate(NAMES) if n.startswith("bn")}
        extra |= {f"steps.{n}": r for n, r in rows.items()}
    # A quarter of the way: each early step has three quarters of its third, the last has the rest.
    return adapt(f"{name} {order(second)}", second, lambda step, j: rates[step, j],
                 weights=[0, 0.25, 0.25, 0.5], rows=rows, extra=extra)

def proto_net():
    theta = start()
    embedded, labels = body(theta, support[0]), support[1]
    means = torch.stack([embedded[labels == c].mean(0) for c in range(3)])
    logits = -torch.cdist(body(theta, query[0]).unsqueeze(0), means.unsqueeze(0))[0] ** 2
    slopes = torch.autograd.grad(F.cross_entropy(logits, query[1]), theta, allow_unused=True)
    return result("ProtoNet", logits, {n: torch.zeros_like(t) if d is None else d
                                       for n, t, d in zip(NAMES, theta, slopes)})

def reptile():
    """Batches of 4 of all 11 images: the first of each class, then the second, and so on."""
    theta = start()
    x, y = torch.cat([support[0], query[0]]), torch.cat([support[1], query[1]])
    rank = [int((y[:i] == y[i]).sum()) for i in range(len(y))]
    places = sorted(range(len(y)), key=lambda i: (rank[i], int(y[i]), i))
    fast = theta
    for step in range(STEPS):
        batch = [places[(4 * step + k) % len(places)] for k in range(4)]
        slopes = torch.autograd.grad(loss_of(fast, (x[batch], y[batch])), fast)
        fast = [(w - RATE * d).detach().requires_grad_() for w, d in zip(fast, slopes)]
    return result("Reptile", outputs(fast, query[0]),
                  {n: (a - b) / RATE for n, a, b in zip(NAMES, theta, fast)})

json.dump([anil(True), anil(False), meta_sgd(True), meta_sgd(False),
           maml_plus_plus(True, "rates and losses", False), maml_plus_plus(False, "rates and losses", False),
           maml_plus_plus(True, "everything", True), maml_plus_plus(False, "everything", True),
           proto_net(), reptile()], open("algorithm_gradients.json", "w"))
