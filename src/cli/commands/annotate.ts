import { text as readAll } from 'node:stream/consumers'
import { Command } from 'commander'
import { GriotError } from '../../util/error.ts'
import type { World } from '../world.ts'

/** `griot annotate`: the linguistic layers of a text on standard input. */
export function annotateCommand({ stdin, stdout }: World): Command {
  return new Command('annotate')
    .description('Print the words, tags and dependency trees of a text on standard input (a blank line ends a paragraph)')
    .option('--conllu', 'as CoNLL-U, which is the only form there is')
    .option('--lang <code>', 'language of the text', 'en')
    .addHelpText('after', '\nExample:\n  echo "The talks resumed on Monday." | griot annotate --conllu')
    .action(async ({ lang }: { lang: string }) => {
      const { LANGUAGES, loadLanguage } = await import('../../lang/index.ts')
      const language = await loadLanguage(lang)
      if (!language)
        throw new GriotError('language-unknown', `Griot does not read the language "${lang}"`, { hint: `It reads ${LANGUAGES.join(', ')}` })
      const { annotate } = await import('../../annotate/annotate.ts')
      const { formatConllu } = await import('../../annotate/conllu.ts')
      const text = await readAll(stdin)
      const { sentences, words } = annotate(text, language)
      stdout.write(formatConllu(text, sentences, words))
    })
}
