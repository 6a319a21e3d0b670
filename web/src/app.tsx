import { type ComponentType, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { Help } from './keys/help.tsx'
import { type Action, handleKey, useActions } from './keys/keys.ts'
import { Palette } from './keys/palette.tsx'
import { useFound } from './keys/use-found.ts'
import { Boundary } from './parts/boundary.tsx'
import { Icon, type IconName } from './parts/icons.tsx'
import { NewsBar } from './parts/news-bar.tsx'
import { SearchField } from './parts/search-field.tsx'
import { SettingsDialog } from './parts/settings-dialog.tsx'
import { Empty, Waiting } from './parts/states.tsx'
import { Toasts } from './parts/toast.tsx'
import { useSettings } from './settings.ts'
import { LanguageContext, useWords } from './words/words.ts'

/** Pages in the order of the rail. The key after "g" leads to each. */
const PAGES = [
  { name: 'today', path: '/today', key: 't', Page: lazy(() => import('./pages/today/today.tsx')) },
  { name: 'reading', path: '/reading', key: 'r', Page: lazy(() => import('./pages/reading/reading.tsx')) },
  { name: 'incidents', path: '/incidents', key: 'i', Page: lazy(() => import('./pages/incidents/incidents.tsx')) },
  { name: 'figures', path: '/figures', key: 'f', Page: lazy(() => import('./pages/figures/figures.tsx')) },
  { name: 'statements', path: '/statements', key: 's', Page: lazy(() => import('./pages/statements/statements.tsx')) },
  { name: 'actors', path: '/actors', key: 'a', Page: lazy(() => import('./pages/actors/actors.tsx')) },
  { name: 'reports', path: '/reports', key: 'l', Page: lazy(() => import('./pages/reports/reports.tsx')) },
  { name: 'answers', path: '/answers', key: 'w', Page: lazy(() => import('./pages/answers/answers.tsx')), aside: true },
  { name: 'sources', path: '/sources', key: 'o', Page: lazy(() => import('./pages/sources/sources.tsx')), aside: true },
  { name: 'rules', path: '/rules', key: 'u', Page: lazy(() => import('./pages/rules/rules.tsx')), aside: true },
] as const satisfies readonly { name: string; path: string; key: string; Page: ComponentType; aside?: boolean }[]

const SearchPage = lazy(() => import('./pages/search/search.tsx'))

export function App() {
  const { language } = useSettings()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageContext.Provider value={language}>
      <Frame />
    </LanguageContext.Provider>
  )
}

type Open = 'help' | 'palette' | 'settings' | null

function Frame() {
  const { frame } = useWords()
  const [location, go] = useLocation()
  const [open, setOpen] = useState<Open>(null)
  useKeys(setOpen)
  useActions(useMemo(() => commonActions(frame, go, setOpen), [frame, go]))
  const close = () => setOpen(null)
  return (
    <div className="frame">
      <a className="skip button main" href="#page">
        {frame.skip}
      </a>
      <Rail />
      <header className="bar no-print">
        <SearchField />
        <span className="grow" />
        <IconButton icon="keyboard" label={frame.shortcuts} onClick={() => setOpen('help')} />
        <IconButton icon="settings" label={frame.settings} onClick={() => setOpen('settings')} />
      </header>
      <main id="page" tabIndex={-1}>
        <NewsBar />
        <Boundary at={location}>
          <Suspense
            fallback={
              <div className="page">
                <Waiting />
              </div>
            }
          >
            <Switch>
              {PAGES.map(({ path, Page }) => (
                <Route key={path} path={`${path}/*?`} component={Page} />
              ))}
              <Route path="/search" component={SearchPage} />
              <Route path="/">
                <Redirect to="/today" replace />
              </Route>
              <Route>
                <Empty icon="search" title={frame.notFound} />
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
      </main>
      {open === 'help' && <Help onClose={close} />}
      {open === 'palette' && <Palette onClose={close} useFound={useFound} />}
      {open === 'settings' && <SettingsDialog onClose={close} />}
      <Toasts />
    </div>
  )
}

function IconButton({ icon, label, onClick }: { readonly icon: IconName; readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button plain icon" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}

function Rail() {
  const { frame } = useWords()
  const [location] = useLocation()
  return (
    <div className="rail no-print">
      <Link className="brand" href="/today">
        <img src="/icon.svg" alt="" width="26" height="26" />
        {frame.name}
      </Link>
      <nav aria-label={frame.pageList}>
        <ul>
          {PAGES.map(page => (
            <li key={page.name} className={'aside' in page ? 'aside' : undefined}>
              <Link href={page.path} aria-current={location.startsWith(page.path) ? 'page' : undefined}>
                <Icon name={page.name} />
                {frame.pages[page.name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** Keys work wherever the page is; Ctrl-K even while writing. */
function useKeys(open: (what: Open) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        open('palette')
      } else handleKey(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [open])
}

function commonActions(frame: ReturnType<typeof useWords>['frame'], go: (path: string) => void, open: (what: Open) => void): Action[] {
  return [
    ...PAGES.map(({ name, path, key }) => ({ keys: `g ${key}`, says: frame.pages[name], run: () => go(path), everywhere: true })),
    { keys: '/', says: frame.search, run: () => document.querySelector<HTMLInputElement>('#search')?.focus(), everywhere: true },
    { keys: '?', says: frame.shortcuts, run: () => open('help'), everywhere: true },
    { keys: null, says: frame.settings, run: () => open('settings'), everywhere: true },
  ]
}
