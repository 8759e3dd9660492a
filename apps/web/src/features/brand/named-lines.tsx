import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { quietControl } from './quiet-control.ts'

const max = 12

export interface Named {
  readonly names: readonly string[]
  /** A line on some of them, by name. */
  readonly lines: Readonly<Record<string, string>>
}

export interface NamedLinesProps extends Named {
  /** What one of them is called: "audience". */
  readonly one: string
  readonly namePlaceholder: string
  readonly linePlaceholder: string
  readonly onChange: (changed: Named) => void
}

/** Things with a name and a line on each, edited where they stand, and put in order. */
export function NamedLines(props: NamedLinesProps) {
  const { names, lines, one, onChange } = props
  const list = useRef<HTMLUListElement>(null)

  function rename(index: number, name: string): void {
    const old = names[index] ?? ''
    if (name === old || name === '' || names.includes(name)) return
    const { [old]: line, ...others } = lines
    onChange({
      names: names.with(index, name),
      lines: line === undefined ? others : { ...others, [name]: line },
    })
  }

  function move(index: number, step: 1 | -1): void {
    const name = names[index]
    if (name === undefined) return
    onChange({ names: names.toSpliced(index, 1).toSpliced(index + step, 0, name), lines })
  }

  function describe(name: string, line: string): void {
    onChange({ names, lines: { ...lines, [name]: line } })
  }

  return (
    <div>
      <ul ref={list} className="divide-y divide-line">
        {names.map((name, index) => (
          <NamedRow
            key={name}
            one={one}
            name={name}
            line={lines[name] ?? ''}
            taken={names}
            linePlaceholder={props.linePlaceholder}
            first={index === 0}
            last={index === names.length - 1}
            onRename={(next) => rename(index, next)}
            onDescribe={(line) => describe(name, line)}
            onMove={(step) => move(index, step)}
            onRemove={() => onChange({ names: names.toSpliced(index, 1), lines })}
          />
        ))}
      </ul>
      {names.length < max ? (
        <AddNamed
          one={one}
          placeholder={props.namePlaceholder}
          taken={names}
          onAdd={(name) => onChange({ names: [...names, name], lines })}
        />
      ) : (
        <p className="mt-3 text-sm text-muted">{max} at most.</p>
      )}
    </div>
  )
}

interface NamedRowProps {
  readonly one: string
  readonly name: string
  readonly line: string
  readonly taken: readonly string[]
  readonly linePlaceholder: string
  readonly first: boolean
  readonly last: boolean
  readonly onRename: (name: string) => void
  readonly onDescribe: (line: string) => void
  readonly onMove: (step: 1 | -1) => void
  readonly onRemove: () => void
}

function NamedRow(props: NamedRowProps) {
  const { one, name, line, first, last } = props
  const [typed, setTyped] = useState(name)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 py-2">
      <div className="grid min-w-0 gap-x-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Input
          aria-label={`Name of the ${one}`}
          className={`font-medium ${quietControl}`}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            props.onRename(typed.trim())
            if (typed.trim() === '' || props.taken.includes(typed.trim())) setTyped(name)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
          }}
        />
        <Input
          aria-label={`A line on ${name}`}
          className={quietControl}
          maxLength={300}
          placeholder={props.linePlaceholder}
          value={line}
          onChange={(event) => props.onDescribe(event.target.value)}
        />
      </div>
      <div className="flex">
        <IconButton
          size="sm"
          className="max-sm:hidden"
          label={`Move ${name} up`}
          icon={<ArrowUp size={15} aria-hidden="true" />}
          disabled={first}
          onClick={() => props.onMove(-1)}
        />
        <IconButton
          size="sm"
          className="max-sm:hidden"
          label={`Move ${name} down`}
          icon={<ArrowDown size={15} aria-hidden="true" />}
          disabled={last}
          onClick={() => props.onMove(1)}
        />
        <IconButton
          size="sm"
          label={`Remove ${name}`}
          icon={<X size={15} aria-hidden="true" />}
          onClick={props.onRemove}
        />
      </div>
    </li>
  )
}

interface AddNamedProps {
  readonly one: string
  readonly placeholder: string
  readonly taken: readonly string[]
  readonly onAdd: (name: string) => void
}

function AddNamed({ one, placeholder, taken, onAdd }: AddNamedProps) {
  const [name, setName] = useState('')
  const clean = name.trim()
  const isNew = clean !== '' && !taken.includes(clean)
  return (
    <form
      className="mt-2 flex max-w-md gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isNew) return
        onAdd(clean)
        setName('')
      }}
    >
      <Input
        aria-label={`New ${one}`}
        maxLength={200}
        placeholder={placeholder}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={!isNew} icon={<Plus size={16} aria-hidden="true" />}>
        Add
      </Button>
    </form>
  )
}
