import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isWatched, putWatched, type WatchedFile } from '../../store/watch.ts'
import { addItems } from '../add/add-reports.ts'
import { type Failure, findInputs, type Input, type Item, itemsOf } from '../inputs.ts'
import type { Library } from '../open.ts'
import { toIso } from './clock.ts'
import { type Look, lookAt } from './look.ts'
import type { WatchOptions } from './options.ts'

/** Adds the files of a folder that are new or changed since the last look. A folder that is empty is no trouble: files may come. */
export async function lookInFolder(library: Library, path: string, { confidentiality, jobs, clock }: WatchOptions): Promise<Look> {
  const { inputs, failures: away } = await findInputs([path])
  const [trouble] = away.filter(({ error }) => error.code !== 'folder-empty')
  if (trouble) return lookAt(path, { trouble: { error: trouble.error, isNews: true, until: null } })
  const seen: WatchedFile[] = []
  const items = async function* (): AsyncGenerator<Item | Failure> {
    for (const input of inputs) {
      // As it is before it is read: what is written meanwhile is seen at the next look.
      const file = await describeFile(input)
      if (!file || isWatched(library.db, file)) continue
      yield* itemsOf(input, {}, nothing())
      seen.push(file)
    }
  }
  const { added, failures } = await addItems(library, items(), { jobs, confidentiality, addedAt: toIso(clock.now()) })
  library.write(() => {
    for (const file of seen) putWatched(library.db, file)
  })
  return lookAt(path, { added, failures })
}

/** Null where it went away meanwhile. */
async function describeFile({ path }: Input): Promise<WatchedFile | null> {
  if (path === null) return null
  try {
    const { size, mtimeMs } = await stat(path)
    return { path: resolve(path), size, modified: mtimeMs }
  } catch {
    return null
  }
}

async function* nothing(): AsyncGenerator<Buffer> {}
