import { fillKnowledge } from '../../src/annotate/knowledge.ts'
import { type Parser, parseAll, type TaggedSentence } from '../../src/annotate/parse.ts'
import { findFeatures, type TaggerModel, tagSentence } from '../../src/annotate/tag.ts'
import { describe, WIDTH } from '../../src/annotate/word-features.ts'
import { UPOS } from '../../src/document/layers.ts'
import type { Sample } from './samples.ts'

/** Sentences that are parsed together. */
const TOGETHER = 2000

/** Parts of speech of sentences as the reader finds them: `taggerOf` gives the tagger of a sentence, the parser mends what it finds. */
export function tagSamples(samples: readonly Sample[], taggerOf: (sample: Sample) => TaggerModel, parser: Parser): Map<Sample, Uint8Array> {
  const tags = new Map<Sample, Uint8Array>()
  for (let from = 0; from < samples.length; from += TOGETHER) {
    const some = samples.slice(from, from + TOGETHER)
    const trees = parseAll(
      some.map(sample => tagForms(sample.forms, taggerOf(sample))),
      parser,
    )
    for (const [s, tree] of trees.entries()) tags.set(some[s] as Sample, tree.tags)
  }
  return tags
}

function tagForms(forms: readonly string[], { knowledge, features, ...model }: TaggerModel): TaggedSentence {
  const info = new Int32Array(forms.length * WIDTH)
  for (const [i, form] of forms.entries()) {
    describe(form, 0, form.length, info, i * WIDTH)
    fillKnowledge(form, info, i * WIDTH, knowledge)
  }
  const tags = new Uint8Array(forms.length)
  tagSentence(info, 0, forms.length, { knowledge, features, ...model }, tags)
  const feats = (tag: number, i: number) => features.strings[tag]?.[findFeatures(info, 0, forms.length, i, tags, features)] ?? '_'
  return { forms, upos: Array.from(tags, tag => UPOS[tag] as string), feats: Array.from(tags, feats) }
}
