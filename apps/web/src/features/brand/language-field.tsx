import { Select } from '../../ui/select.tsx'

const tags = [
  'en',
  'en-GB',
  'en-US',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pt-BR',
  'nl',
  'da',
  'sv',
  'nb',
  'fi',
  'pl',
  'cs',
  'el',
  'tr',
  'uk',
  'ru',
  'ar',
  'he',
  'hi',
  'ja',
  'ko',
  'zh',
] as const

export interface LanguageFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The language posts are written in; one that the website brought stays in the list. */
export function LanguageField({ value, onChange }: LanguageFieldProps) {
  const offered: readonly string[] =
    value === '' || tags.some((tag) => tag === value) ? tags : [value, ...tags]
  return (
    <div className="max-w-xs">
      <Select
        label="Language"
        value={value}
        options={[
          { value: '', label: 'Not set' },
          ...offered.map((tag) => ({ value: tag, label: languageName(tag) })),
        ]}
        onChange={onChange}
      />
    </div>
  )
}

/** `de-AT` as `Austrian German`. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
