"""Writes maml_second_order.json: meta-gradients of one task by PyTorch in double precision.

    python3 Tests/Fixtures/maml_second_order.py > Tests/Fixtures/maml_second_order.json

Both networks of MAML on Omniglot at 4 filters, 5 ways, 1 support and 2 query images per class, 28x28,
5 inner steps of gradient descent at 0.1 on all parameters, mean cross entropy; the derivative of
the query loss after the last step in the initial parameters, exact ("metaGradient") and with the
inner gradients taken as constants ("firstOrder").

- "maxPool": 4 x [conv 3x3, padding 1, bias -> batch norm -> ReLU -> max pool 2] -> linear
- "strided": 4 x [conv 3x3, stride 2, padding "same" as TensorFlow's, bias -> batch norm -> ReLU]
  -> mean over the 2x2 pixels -> linear

Batch norm uses the batch's own mean and variance (divided by the count), epsilon 1e-5.

Images and parameters are not stored but drawn in single precision from
    state <- (1103515245 * state + 12345) mod 2^31, value = 2 * state / 2^31 - 1
started at 1 + the array's number: 0 support images, 1 query images, 2... the parameters in the order of
"names". A parameter is offset + scale * value, rounded to single precision. Images are NHWC with
the label of row i being i mod 5. Arrays are written in the shapes that mamlnb has: convolution
weights [3, 3, in, out], linear weights [in, out].

"innerGradient" and "hessianVector" are the support loss's gradient at the initial parameters and the
product of its Hessian with that gradient.
"""

import json

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
FILTERS, WAYS, SUPPORT, QUERY, STEPS, RATE = 4, 5, 1, 2, 5, 0.1


def draw(number, shape, offset=0.0, scale=1.0):
    count = int(torch.tensor(shape).prod())
    state, values = 1 + number, []
    for _ in range(count):
        state = (1103515245 * state + 12345) % 2**31
        values.append(2 * state / 2**31 - 1)
    exact = torch.tensor(values).float() * torch.tensor(scale).float() + torch.tensor(offset).float()
    return exact.double().reshape(shape)


def parameters():
    specification = []
    channels = 1
    for layer in range(1, 5):
        bound = (6 / (9 * channels)) ** 0.5
        specification += [
            (f"conv{layer}.weight", (3, 3, channels, FILTERS), 0.0, bound),
            (f"conv{layer}.bias", (FILTERS,), 0.0, 0.1),
            (f"norm{layer}.scale", (FILTERS,), 1.0, 0.1),
            (f"norm{layer}.offset", (FILTERS,), 0.0, 0.1),
        ]
        channels = FILTERS
    specification += [("head.weight", (FILTERS, WAYS), 0.0, 0.5), ("head.bias", (WAYS,), 0.0, 0.1)]
    return [
        (name, shape, offset, float(torch.tensor(scale).float()))
        for name, shape, offset, scale in specification
    ]


def network(kind, values, images):
    x = images.permute(0, 3, 1, 2)
    for layer in range(4):
        weight, bias, scale, offset = values[4 * layer : 4 * layer + 4]
        if kind == "strided":
            size = x.shape[-1]
            total = max(((size + 1) // 2 - 1) * 2 + 3 - size, 0)
            before, after = total // 2, total - total // 2
            x = F.conv2d(
                F.pad(x, (before, after, before, after)), weight.permute(3, 2, 0, 1), bias, stride=2
            )
        else:
            x = F.conv2d(x, weight.permute(3, 2, 0, 1), bias, padding=1)
        x = F.relu(F.batch_norm(x, None, None, scale, offset, training=True, eps=1e-5))
        if kind == "maxPool":
            x = F.max_pool2d(x, 2)
    return x.mean((2, 3)) @ values[16] + values[17]


def task(kind):
    specification = parameters()
    values = [
        draw(2 + i, shape, offset, scale).requires_grad_()
        for i, (_, shape, offset, scale) in enumerate(specification)
    ]
    rows = [WAYS * SUPPORT, WAYS * QUERY]
    images = [draw(i, (n, 28, 28, 1)) for i, n in enumerate(rows)]
    labels = [torch.arange(n) % WAYS for n in rows]

    def loss(values, part):
        return F.cross_entropy(network(kind, values, images[part]), labels[part])

    def meta_gradient(second_order):
        adapted, losses = values, []
        for _ in range(STEPS):
            support = loss(adapted, 0)
            losses.append(support.item())
            gradients = torch.autograd.grad(support, adapted, create_graph=second_order)
            adapted = [v - RATE * g for v, g in zip(adapted, gradients)]
        query = loss(adapted, 1)
        return losses, query.item(), torch.autograd.grad(query, values)

    inner = torch.autograd.grad(loss(values, 0), values, create_graph=True)
    direction = [g.detach() for g in inner]
    product = torch.autograd.grad(sum((g * d).sum() for g, d in zip(inner, direction)), values)
    support_losses, query_loss, exact = meta_gradient(True)
    _, _, first_order = meta_gradient(False)
    named = lambda arrays: {
        name: [float(f"{x:.9g}") for x in array.detach().flatten().tolist()]
        for (name, *_), array in zip(specification, arrays)
    }
    return {
        "supportLosses": support_losses,
        "queryLoss": query_loss,
        "innerGradient": named(inner),
        "hessianVector": named(product),
        "metaGradient": named(exact),
        "firstOrder": named(first_order),
    }


print(
    json.dumps(
        {
            "madeBy": f"maml_second_order.py, torch {torch.__version__}, float64",
            "filters": FILTERS, "ways": WAYS, "support": SUPPORT, "query": QUERY,
            "steps": STEPS, "rate": RATE,
            "names": [
                {"name": name, "shape": shape, "offset": offset, "scale": scale}
                for name, shape, offset, scale in parameters()
            ],
            "maxPool": task("maxPool"),
            "strided": task("strided"),
        },
        separators=(",", ":"),
    )
)
