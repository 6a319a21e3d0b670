import { readFileSync } from 'node:fs'

/**
 * Milliseconds of a processor that the first threads of some processes have had until now: in Node and in a page of Chromium that is the one that
 * everything waits for. Others on the machine do not lengthen them. Not a number where the system does not tell; Linux does.
 */
export function processorOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ofProcess(pid), 0)
}

/** The first number counts nanoseconds. */
function ofProcess(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return Number.NaN
  }
}
