import { useWords } from '../../words/words.ts'

export default function Actors() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.actors}</h1>
      </header>
    </div>
  )
}
