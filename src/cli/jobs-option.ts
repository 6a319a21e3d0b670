import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option } from 'commander'

/** How many reports are read at a time. */
export function jobsOption(): Option {
  return new Option('--jobs <n>', 'how many reports to read at a time').argParser(parseJobs).default(availableParallelism(), 'one a core')
}

function parseJobs(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('It is a number from 1 to 999.')
  return Number(value)
}
