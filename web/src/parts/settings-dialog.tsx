import { changeSettings, type Settings, useSettings } from '../settings.ts'
import { LANGUAGE_NAMES, type LanguageCode, useWords } from '../words/words.ts'
import { Dialog } from './dialog.tsx'

/** Theme, language and the name that decisions are signed with. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { frame } = useWords()
  const { theme, language, reviewer } = useSettings()
  return (
    <Dialog title={frame.settings} onClose={onClose}>
      <div className="filters">
        <label>
          {frame.language}
          <select value={language} onChange={event => changeSettings({ language: event.target.value as LanguageCode })}>
            {Object.entries(LANGUAGE_NAMES).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {frame.theme}
          <select value={theme} onChange={event => changeSettings({ theme: event.target.value as Settings['theme'] })}>
            {Object.entries(frame.themes).map(([name, says]) => (
              <option key={name} value={name}>
                {says}
              </option>
            ))}
          </select>
        </label>
        <label>
          {frame.reviewer}
          <input value={reviewer} maxLength={80} onChange={event => changeSettings({ reviewer: event.target.value })} />
        </label>
      </div>
      <p className="soft small">{frame.reviewerSays}</p>
    </Dialog>
  )
}
