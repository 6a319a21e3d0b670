import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { SourceReport } from '../../src/formats/source.ts'
import { findInputs, type InputOptions, itemsOf } from '../../src/library/inputs.ts'
import { findReport } from '../../src/library/read-item.ts'
import { GriotError } from '../../src/util/error.ts'

/** What came of one report of a file. */
export type Got = { readonly name: string; readonly report: SourceReport } | { readonly name: string; readonly error: GriotError }

/** Reads a file of these bytes as `griot read` does, up to its reports; names are told without the folder. */
export async function readFileOf(bytes: Uint8Array, name: string, options: InputOptions = {}): Promise<Got[]> {
  const folder = mkdtempSync(join(tmpdir(), 'griot-format-'))
  const plain = (text: string) => text.replaceAll(`${folder}/`, '')
  try {
    writeFileSync(join(folder, name), bytes)
    const { inputs } = await findInputs([join(folder, name)])
    const out: Got[] = []
    for (const input of inputs)
      for await (const item of itemsOf(input, options, Readable.from([]))) {
        const got =
          'error' in item
            ? item
            : await findReport(item).then(
                report => ({ name: item.name, report }),
                error => ({ name: item.name, error }),
              )
        if ('error' in got) assertSentence(got.error, folder)
        out.push({ ...got, name: plain(got.name) } as Got)
      }
    return out
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The reports alone; fails where something could not be read. */
export async function reportsOf(bytes: Uint8Array, name: string, options: InputOptions = {}): Promise<SourceReport[]> {
  return (await readFileOf(bytes, name, options)).map(got => {
    if ('error' in got) throw got.error
    return got.report
  })
}

/** The sentences about what could not be read. */
export async function failuresOf(bytes: Uint8Array, name: string, options: InputOptions = {}): Promise<string[]> {
  return (await readFileOf(bytes, name, options)).flatMap(got => ('error' in got ? [got.error.message] : []))
}

/** An error is the user's or the world's, names the file, and says how to mend it. */
function assertSentence(error: unknown, folder: string): void {
  if (!(error instanceof GriotError)) throw error
  assert.ok(error.message.includes(folder), `"${error.message}" names no file`)
  assert.ok(error.hint, `"${error.message}" names no mend`)
}
