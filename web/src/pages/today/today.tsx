import { useWords } from '../../words/words.ts'

export default function Today() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.today}</h1>
      </header>
    </div>
  )
}
