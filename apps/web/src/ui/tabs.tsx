import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly count?: number
  /** Stands after the label: what is special about it. */
  readonly mark?: ReactNode
}

export interface TabsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tabs: readonly Tab<Value>[]
  /** Beside the tabs: what makes another one. */
  readonly end?: ReactNode
  /** Of the row of tabs: where it stays when one scrolls. */
  readonly barClass?: string | undefined
  readonly panelClass?: string
  /** The panel of the tab that is open. */
  readonly children: ReactNode
}

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever way a tab was opened, it is to be seen.
  useEffect(() => showActive(list.current), [props.value])
  return (
    <BaseTabs.Root
      value={props.value}
      onValueChange={(value: Value | null) => {
        if (value !== null) props.onChange(value)
      }}
    >
      <div className={classNames('flex items-center gap-3 border-b border-line', props.barClass)}>
        <BaseTabs.List
          ref={list}
          aria-label={props.label}
          className="-mb-px flex min-w-0 grow gap-6 overflow-x-auto"
        >
          {props.tabs.map((tab) => (
            <BaseTabs.Tab
              key={tab.value}
              value={tab.value}
              className="border-b-2 border-transparent py-2.5 text-sm font-medium whitespace-nowrap text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:text-ink"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="ms-1.5 font-normal text-muted tabular-nums">{tab.count}</span>
              )}
              {tab.mark}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {props.end}
      </div>
      <BaseTabs.Panel
        value={props.value}
        className={classNames('outline-offset-4', props.panelClass ?? 'pt-6')}
      >
        {props.children}
      </BaseTabs.Panel>
    </BaseTabs.Root>
  )
}

/** Moves the row of tabs only: the page stays where it is. */
function showActive(list: HTMLElement | null): void {
  const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]')
  if (!list || !tab) return
  const row = list.getBoundingClientRect()
  const { left, right } = tab.getBoundingClientRect()
  if (left < row.left) list.scrollBy({ left: left - row.left })
  if (right > row.right) list.scrollBy({ left: right - row.right })
}
