import { useWords } from '../../words/words.ts'

export default function Incidents() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.incidents}</h1>
      </header>
    </div>
  )
}
