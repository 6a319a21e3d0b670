import { useWords } from '../../words/words.ts'

export default function Search() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.searchShort}</h1>
      </header>
    </div>
  )
}
