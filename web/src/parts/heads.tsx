/** The heads of a table's columns; those of numbers stand over them. What is `silent` is heard, not seen. */
export function Heads({
  heads,
}: {
  readonly heads: readonly (string | { readonly label: string; readonly isNumber?: boolean; readonly isSilent?: boolean })[]
}) {
  return (
    <thead>
      <tr>
        {heads
          .map(head => (typeof head === 'string' ? { label: head } : head))
          .map(({ label, isNumber, isSilent }) => (
            <th key={label} scope="col" className={isNumber ? 'number' : undefined}>
              {isSilent ? <span className="unseen">{label}</span> : label}
            </th>
          ))}
      </tr>
    </thead>
  )
}
