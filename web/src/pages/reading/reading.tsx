import { useWords } from '../../words/words.ts'

export default function Reading() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.reading}</h1>
      </header>
    </div>
  )
}
