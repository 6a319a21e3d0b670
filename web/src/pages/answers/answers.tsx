import './answers.css'
import type { ComponentType } from 'react'
import { Link, useParams, useSearch } from 'wouter'
import { useWords } from '../../words/words.ts'
import { Brief } from './brief.tsx'
import { Changes } from './changes.tsx'
import { Missions } from './missions.tsx'
import { Neglect } from './neglect.tsx'
import { Power } from './power.tsx'
import { Presence } from './presence.tsx'
import { Relations } from './relations.tsx'

const QUESTIONS = ['brief', 'power', 'relations', 'presence', 'missions', 'neglect', 'changes'] as const
type Question = (typeof QUESTIONS)[number]
const PAGES: Record<Question, ComponentType> = {
  brief: Brief,
  power: Power,
  relations: Relations,
  presence: Presence,
  missions: Missions,
  neglect: Neglect,
  changes: Changes,
}

/** What the whole library answers: a question in the address, each with what it rests on. */
export default function Answers() {
  const { frame, answers: words } = useWords()
  const asked = useParams()['*']
  const search = useSearch()
  const question = QUESTIONS.find(each => each === asked) ?? 'brief'
  const Page = PAGES[question]
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.answers}</h1>
        <span className="soft">{words.says[question]}</span>
      </header>
      <nav aria-label={frame.pages.answers} className="questions no-print">
        {QUESTIONS.map(each => (
          <Link
            key={each}
            href={`/answers/${each}${search && `?${search}`}`}
            className="button small"
            aria-current={each === question ? 'page' : undefined}
          >
            {words.names[each]}
          </Link>
        ))}
      </nav>
      <Page />
    </div>
  )
}
