import { useWords } from '../../words/words.ts'

export default function Sources() {
  const { frame } = useWords()
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.sources}</h1>
      </header>
    </div>
  )
}
