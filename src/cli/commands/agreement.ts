import { Command } from 'commander'
import type { Agreement } from '../../library/decisions/agreement.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import { type Column, formatTable } from '../table.ts'
import type { World } from '../world.ts'

/** `griot agreement`: how often analysts agreed. */
export function agreementCommand(world: World): Command {
  const command = new Command('agreement')
    .description('Say how often analysts agreed with Griot so far, by kind of record, by rule, and by how sure it was')
    .option('--json', 'as JSON')
  return addLibraryOption(command)
    .addHelpText('after', '\nExample:\n  griot agreement')
    .action(async (options: LibraryOption & { json?: true }) => {
      const { countAgreement } = await import('../../library/decisions/agreement.ts')
      const table = await withLibrary(options, 'read', world, countAgreement)
      const { width } = screenOf(world)
      if (options.json) world.stdout.write(`${JSON.stringify(table, null, 2)}\n`)
      else if (table.decided === 0) world.stdout.write('No record was decided on. griot decide accept and griot decide reject do.\n')
      else {
        const parts: [string, readonly Agreement[]][] = [
          ['kind', table.kinds],
          ['rule', table.rules],
          ['confidence', table.confidence],
        ]
        world.stdout.write(parts.map(([head, rows]) => formatTable(rows, [{ head, cell: row => row.name }, ...COLUMNS], width)).join('\n'))
      }
    })
}

const COLUMNS: readonly Column<Agreement>[] = [
  { head: 'right', cell: row => String(row.right), align: 'right' },
  { head: 'wrong', cell: row => String(row.wrong), align: 'right' },
  { head: 'precision', cell: row => percent(row.precision), align: 'right' },
  { head: '95 %', cell: row => `${percent(row.low)} to ${percent(row.high)}` },
]

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
