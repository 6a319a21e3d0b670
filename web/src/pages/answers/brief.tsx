import { useContext } from 'react'
import { Link, useSearchParams } from 'wouter'
import { urlOf } from '../../api/client.ts'
import type { BriefAnswer } from '../../api/types.ts'
import { recordPath } from '../../parts/record-row.tsx'
import { shortId } from '../../parts/short-id.ts'
import { LanguageContext, useWords } from '../../words/words.ts'
import { Answer } from './answer.tsx'
import { Asked } from './asked.tsx'
import { Evidence } from './evidence.tsx'

/** The brief of a country: every sentence with the words that it rests on; to keep as a page, a document or Markdown. */
export function Brief() {
  const { answers: words } = useWords()
  const lang = useContext(LanguageContext)
  const [params] = useSearchParams()
  const country = params.get('country')
  const query = country ? { country, from: params.get('from'), to: params.get('to'), since: params.get('since'), lang } : null
  return (
    <>
      <Asked
        fields={[
          { name: 'country', label: words.country },
          { name: 'from', label: words.from, isDay: true },
          { name: 'to', label: words.to, isDay: true },
          { name: 'since', label: words.since, isDay: true },
        ]}
      />
      <Answer<BriefAnswer> path="brief" query={query} isEmpty={({ reports }) => reports === 0}>
        {({ country: { name }, sections }) => (
          <article className="brief" lang={lang}>
            <div className="row no-print">
              <h2 className="grow">{name}</h2>
              {(['html', 'docx', 'md'] as const).map(format => (
                <a key={format} className="button small" href={urlOf('answers/brief', { ...query, format })} download={`${name}.${format}`}>
                  {words.formats[format]}
                </a>
              ))}
            </div>
            {sections.map(({ name: section, sentences }) => (
              <section key={section}>
                <h3>{words.sections[section] ?? section}</h3>
                {sentences.map(sentence => (
                  <Sentence key={`${sentence.template} ${sentence.text}`} sentence={sentence} />
                ))}
              </section>
            ))}
          </article>
        )}
      </Answer>
    </>
  )
}

/** A sentence whose parts lead to the words that they rest on. */
function Sentence({ sentence: { pieces, evidence } }: { readonly sentence: BriefAnswer['sections'][number]['sentences'][number] }) {
  return (
    <p>
      {pieces.map(({ text, evidence: [first] }, i) =>
        first ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces keep their order.
          <Link key={i} href={recordPath(shortId(first.record))} className="piece" title={first.quote}>
            {text}
          </Link>
        ) : (
          text
        ),
      )}{' '}
      <Evidence ids={evidence.map(({ record }) => record)} />
    </p>
  )
}
