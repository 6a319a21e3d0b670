import { loadReader } from '../../read/index.ts'
import { serveItems } from '../worker-pool.ts'
import { type ReadAgain, readAgain } from './read-again.ts'

await serveItems<object, ReadAgain>(async () => {
  const reader = await loadReader()
  return item => readAgain(reader, item)
})
