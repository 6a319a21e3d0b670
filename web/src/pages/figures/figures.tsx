import { useWords } from '../../words/words.ts'

export default function Figures() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.figures}</h1>
      </header>
    </div>
  )
}
