import { useWords } from '../../words/words.ts'

export default function Statements() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.statements}</h1>
      </header>
    </div>
  )
}
