import type { Network } from './network.ts'

/** One step of Adam over all gradients, which are first cut to a norm of 5 and then cleared. */
export function adam(net: Network, rate: number, step: number): void {
  let norm = 0
  for (const { gradient } of net.all) for (let i = 0; i < gradient.data.length; i++) norm += gradient.data[i]! * gradient.data[i]!
  const cut = Math.min(1, 5 / Math.sqrt(norm + 1e-12))
  const [b1, b2] = [0.9, 0.95]
  const [c1, c2] = [rate / (1 - b1 ** step), 1 / (1 - b2 ** step)]
  for (const { value, gradient, mean, square } of net.all) {
    const [w, d] = [value.data, gradient.data]
    for (let i = 0; i < w.length; i++) {
      const x = d[i]! * cut
      if (x === 0 && square[i]! < 1e-20) continue
      mean[i] = b1 * mean[i]! + (1 - b1) * x
      square[i] = b2 * square[i]! + (1 - b2) * x * x
      w[i]! -= (c1 * mean[i]!) / (Math.sqrt(square[i]! * c2) + 1e-8)
    }
    d.fill(0)
  }
}
