import { useWords } from '../../words/words.ts'

export default function Reports() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.reports}</h1>
      </header>
    </div>
  )
}
