import { Component, type ReactNode } from 'react'
import { Problem } from './states.tsx'

/** Says so where a page cannot be shown: its files do not come, or it has a fault. Another address tries again. */
export class Boundary extends Component<
  { readonly at: string; readonly children: ReactNode },
  { readonly error: unknown; readonly at: string }
> {
  override state = { error: null as unknown, at: this.props.at }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  static getDerivedStateFromProps({ at }: { readonly at: string }, state: { readonly error: unknown; readonly at: string }) {
    return at === state.at ? null : { error: null, at }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <div className="page">
        <Problem error={this.state.error} onRetry={() => location.reload()} />
      </div>
    )
  }
}
