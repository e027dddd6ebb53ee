import { CloseButton, Dialog } from "../Dialog.js";
import { Select } from "../Select.js";
import type { Settings } from "../state/settings.js";
import { words } from "../words.js";
import { Check } from "./Check.js";

interface SettingsDialogProps {
  settings: Settings;
  onSettings: (settings: Settings) => void;
  onClose: () => void;
}

const THEMES = Object.entries(words.settings.themes) as [Settings["theme"], string][];

/** What holds until it is changed; each change is kept at once. Hooks: `data-testid="setting-…"`. */
export function SettingsDialog({ settings, onSettings, onClose }: SettingsDialogProps) {
  const text = words.settings;
  const set = (change: Partial<Settings>) => onSettings({ ...settings, ...change });
  return (
    <Dialog name="settings" title={text.title} onClose={onClose}>
      <fieldset class="options">
        <legend>{text.recording}</legend>
        <Check name="keeps" checked={settings.keeps} onChange={(keeps) => set({ keeps })}>
          {text.keeps} <span class="muted">{text.keepsHint}</span>
        </Check>
      </fieldset>
      <fieldset class="options">
        <legend>{text.exports}</legend>
        <Check
          name="payloads"
          checked={settings.level === "keep-payloads"}
          onChange={(on) => set({ level: on ? "keep-payloads" : "strict" })}
        >
          {text.payloads} <span class="muted">{text.payloadsHint}</span>
        </Check>
        <Check name="emails" checked={settings.emails} onChange={(emails) => set({ emails })}>
          {text.emails}
        </Check>
        <Check name="ips" checked={settings.ips} onChange={(ips) => set({ ips })}>
          {text.ips}
        </Check>
        <label class="export-field">
          {words.export.own}
          <textarea
            rows={2}
            spellcheck={false}
            placeholder={words.export.ownHint}
            value={settings.own}
            onInput={(event) => set({ own: event.currentTarget.value })}
            data-testid="setting-own"
          />
        </label>
      </fieldset>
      <fieldset class="options">
        <legend>{text.look}</legend>
        <Select
          label={text.theme}
          isLabelled
          value={settings.theme}
          options={THEMES}
          onChoose={(theme) => set({ theme })}
          testId="setting-theme"
        />
      </fieldset>
      <CloseButton name="settings" label={text.close} />
    </Dialog>
  );
}
