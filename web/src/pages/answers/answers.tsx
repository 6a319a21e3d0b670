import { useWords } from '../../words/words.ts'

export default function Answers() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.answers}</h1>
      </header>
    </div>
  )
}
