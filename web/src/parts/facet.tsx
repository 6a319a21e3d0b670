/** How often each value stands, the most frequent first; choosing one narrows the list. */
export function Facet({
  title,
  counts,
  onChoose,
}: {
  readonly title: string
  readonly counts: readonly { readonly value: string; readonly label?: string | undefined; readonly count: number }[]
  readonly onChoose: (value: string) => void
}) {
  if (counts.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {counts.slice(0, 10).map(({ value, label, count }) => (
          <li key={value}>
            <button type="button" onClick={() => onChoose(value)}>
              <span>{label ?? value}</span>
              <span className="soft numeric">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
