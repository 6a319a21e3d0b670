import { useWords } from '../../words/words.ts'

export default function Rules() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.rules}</h1>
      </header>
    </div>
  )
}
