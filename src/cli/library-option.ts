import type { Command } from 'commander'
import type { Library, OpenOptions } from '../library/open.ts'
import type { World } from './world.ts'

/** Which library a command is about. */
export interface LibraryOption {
  readonly library?: string
}

/** Where a library lies that nobody named. */
export const USUAL_LIBRARY = 'library.griot'

/** Adds --library to a command. */
export function addLibraryOption(command: Command): Command {
  return command.option('--library <file>', `the library (else what GRIOT_LIBRARY names, else ${USUAL_LIBRARY})`)
}

/** Where the library lies that a command is about. */
export function libraryPath({ library }: LibraryOption, { env }: Pick<World, 'env'>): string {
  return library ?? (env.GRIOT_LIBRARY || USUAL_LIBRARY)
}

/** Opens the library that a command is about, does something with it, and closes it whatever happens. */
export async function withLibrary<T>(
  option: LibraryOption,
  use: OpenOptions['for'],
  world: World,
  action: (library: Library) => Promise<T> | T,
): Promise<T> {
  const { openLibrary } = await import('../library/open.ts')
  const say = (sentence: string) => world.stderr.write(`griot: ${sentence}\n`)
  const library = openLibrary(libraryPath(option, world), {
    for: use,
    onWait: () => say('Another process is writing the library; waiting for it.'),
    onMigrated: copy => say(`The library was brought up to date; a copy of it as it was is ${copy}.`),
  })
  try {
    return await action(library)
  } finally {
    library.close()
  }
}
