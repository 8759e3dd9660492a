import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { Tag } from './chip.tsx'
import { classNames } from './class-names.ts'
import { controlClass } from './control-class.ts'
import { useFieldControl } from './field-context.ts'

export interface TagInputProps {
  readonly value: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
  readonly placeholder?: string
  readonly max?: number
  readonly maxLength?: number
  readonly disabled?: boolean
  readonly className?: string
}

/** Several short words or lines: Enter or a comma ends one, Backspace takes the last away. */
export function TagInput(props: TagInputProps) {
  const { value, onChange, max = 12, maxLength = 200, disabled = false } = props
  const [text, setText] = useState('')
  const full = value.length >= max

  function add(raw: string): void {
    const fresh = tagsIn(raw).map((tag) => tag.slice(0, maxLength))
    const next = [...new Set([...value, ...fresh])].slice(0, max)
    if (next.length !== value.length) onChange(next)
    setText('')
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // While a word is being composed (Japanese, Chinese …) Enter belongs to the composition.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add(text)
    }
    if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1))
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
    const pasted = event.clipboardData.getData('text')
    if (tagsIn(pasted).length < 2) return
    event.preventDefault()
    add(`${text}${pasted}`)
  }

  return (
    <div
      className={classNames(
        controlClass,
        'flex min-h-10 flex-wrap items-center gap-1.5 px-1.5 py-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-1 has-[input:focus-visible]:outline-accent',
        props.className,
      )}
    >
      {value.map((tag) => (
        <Tag
          key={tag}
          {...(disabled ? {} : { onRemove: () => onChange(value.filter((each) => each !== tag)) })}
        >
          {tag}
        </Tag>
      ))}
      <input
        {...useFieldControl()}
        dir="auto"
        value={text}
        disabled={disabled || full}
        maxLength={maxLength}
        placeholder={full ? `${max} at most` : value.length === 0 ? props.placeholder : 'Add'}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => add(text)}
        className="h-10 min-w-20 md:h-8 grow bg-transparent px-1.5 text-base outline-none"
      />
    </div>
  )
}

function tagsIn(text: string): readonly string[] {
  return text
    .split(/[,\n;]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
