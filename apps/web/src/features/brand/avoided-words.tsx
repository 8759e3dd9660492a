import type { AvoidedWord } from '@rheos/contract'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { quietControl } from './quiet-control.ts'

const max = 100

export interface AvoidedWordsProps {
  readonly words: readonly AvoidedWord[]
  readonly onChange: (words: AvoidedWord[]) => void
}

/** Words that the brand does not use, each with what it says instead where there is something. */
export function AvoidedWords({ words, onChange }: AvoidedWordsProps) {
  return (
    <div>
      <ul>
        {words.map(({ word, instead }, index) => (
          <li
            key={word}
            className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto] items-center gap-2"
          >
            <span dir="auto" className="line-through decoration-muted">
              {word}
            </span>
            <span aria-hidden="true" className="text-muted rtl:rotate-180">
              →
            </span>
            <Input
              aria-label={`Instead of ${word}`}
              className={quietControl}
              maxLength={80}
              placeholder="nothing"
              value={instead}
              onChange={(event) =>
                onChange(words.with(index, { word, instead: event.target.value }))
              }
            />
            <IconButton
              size="sm"
              label={`Allow ${word}`}
              icon={<X size={15} aria-hidden="true" />}
              onClick={() => onChange(words.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      {words.length < max && <AddWord words={words} onAdd={(word) => onChange([...words, word])} />}
    </div>
  )
}

function AddWord(props: {
  readonly words: readonly AvoidedWord[]
  readonly onAdd: (word: AvoidedWord) => void
}) {
  const [word, setWord] = useState('')
  const [instead, setInstead] = useState('')
  const clean = word.trim()
  const isNew =
    clean !== '' && !props.words.some((known) => known.word.toLowerCase() === clean.toLowerCase())
  return (
    <form
      className="mt-2 grid gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isNew) return
        props.onAdd({ word: clean, instead: instead.trim() })
        setWord('')
        setInstead('')
      }}
    >
      <Input
        aria-label="Word to avoid"
        maxLength={80}
        placeholder="cheap"
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <Input
        aria-label="What to say instead"
        maxLength={80}
        placeholder="good value, or nothing"
        value={instead}
        onChange={(event) => setInstead(event.target.value)}
      />
      <Button type="submit" disabled={!isNew} icon={<Plus size={16} aria-hidden="true" />}>
        Add
      </Button>
    </form>
  )
}
