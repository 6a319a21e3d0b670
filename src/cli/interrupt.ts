/** Ctrl-C ends a run between two steps, after `before`; a second one ends it at once. Gives what stops the watching. */
export function onInterrupt(before: () => void): () => void {
  const stop = (signal: NodeJS.Signals) => {
    before()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
