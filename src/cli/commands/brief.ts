import { Command, Option } from 'commander'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { sayWithheld } from '../say-withheld.ts'
import { addDayOptions, parseIsoDay } from '../wanted-options.ts'
import type { World } from '../world.ts'

interface BriefOptions extends LibraryOption {
  readonly place?: string
  readonly from?: string
  readonly to?: string
  readonly since?: string
  readonly asKnownOn?: string
  readonly lang: 'en' | 'fr'
  readonly json?: true
  readonly md?: true
  readonly html?: string
  readonly docx?: string
  readonly confidentiality: 'public' | 'restricted' | 'confidential'
}

/** `griot brief`: what is known of a country. */
export function briefCommand(world: World): Command {
  const command = new Command('brief')
    .description('Write what is known of a country: what happened, how many, who said what; every sentence with the words that it rests on')
    .argument('<country>', 'its name, or its code: TGO')
    .option('--place <name>', 'only what lies in this division or town of it')
    .addOption(new Option('--since <day>', 'tell first what became known after this day').argParser(parseIsoDay))
    .addOption(new Option('--as-known-on <day>', 'only what had been published by the end of this day').argParser(parseIsoDay))
    .addOption(
      new Option('--lang <code>', 'the language of the sentences; quotations stay as they are').choices(['en', 'fr']).default('en'),
    )
    .option('--md', 'as Markdown on standard output, which is the usual')
    .option('--html <file>', 'as a page that needs no other file')
    .option('--docx <file>', 'as a Word document')
    .addOption(
      new Option('--confidentiality <level>', 'the most closed reports that it may rest on')
        .choices(['public', 'restricted', 'confidential'])
        .default('public'),
    )
    .option('--json', 'a sentence a line, as JSON')
  return addLibraryOption(addDayOptions(command, 'happened (where that is not told, was published)'))
    .addHelpText('after', '\nExamples:\n  griot brief TGO --from 2025-03-01\n  griot brief Togo --since 2025-05-01 --html togo.html')
    .action(async (country: string, { library, json, md: _, html, docx, lang, ...wanted }: BriefOptions) => {
      const { writeBrief } = await import('../../answers/brief/brief.ts')
      const { briefToPaper } = await import('../../answers/brief/paper.ts')
      const { writePaper } = await import('../write-paper.ts')
      const brief = await withLibrary(library === undefined ? {} : { library }, 'read', world, library =>
        writeBrief(library, { ...wanted, country, language: lang }),
      )
      sayWithheld(brief.withheld, brief.wanted.confidentiality ?? 'public', world)
      if (!json) await writePaper(briefToPaper(brief), { html, docx }, world)
      else
        for (const { section, template, text, values, evidence } of brief.sections.flatMap(each => each.sentences))
          world.stdout.write(`${JSON.stringify({ section, template, text, values, evidence })}\n`)
    })
}
