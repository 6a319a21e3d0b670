import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { formatModel, parseModel } from '../../src/resource/model.ts'
import type { Random } from '../random.ts'
import type { Network } from './network.ts'

/** Where a training stands: epochs and steps done. */
export interface Progress {
  epoch: number
  step: number
}

/** Keeps a training in a file, whole or not at all. */
export function keepState(file: string, of: string, net: Network, progress: Progress, random: Random): void {
  const arrays = net.all.flatMap(l => [
    [l.name, Float32Array.from(l.value.data)],
    [`${l.name} mean`, l.mean],
    [`${l.name} square`, l.square],
  ])
  writeFileSync(`${file}.part`, formatModel({ of, ...progress, random: random.state }, Object.fromEntries(arrays)))
  renameSync(`${file}.part`, file)
}

/** Takes up a training from a file if it is of the same kind (`of`); gives where it stands. */
export function resumeState(file: string, of: string, net: Network, random: Random): Progress {
  if (!existsSync(file)) return { epoch: 0, step: 0 }
  const state = parseModel(readFileSync(file), file)
  if (state.head.of !== of) return { epoch: 0, step: 0 }
  for (const { name, value, mean, square } of net.all) {
    value.data.set(state.numbers(name, 'f32'))
    mean.set(state.numbers(`${name} mean`, 'f32'))
    square.set(state.numbers(`${name} square`, 'f32'))
  }
  random.state = Number(state.head.random)
  return { epoch: Number(state.head.epoch), step: Number(state.head.step) }
}
