import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly count?: number
}

export interface TabsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tabs: readonly Tab<Value>[]
  /** The panel of the tab that is open. */
  readonly children: ReactNode
}

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  return (
    <BaseTabs.Root
      value={props.value}
      onValueChange={(value: Value | null) => {
        if (value !== null) props.onChange(value)
      }}
    >
      <BaseTabs.List
        aria-label={props.label}
        className="flex gap-6 overflow-x-auto border-b border-line"
      >
        {props.tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px border-b-2 border-transparent py-2.5 text-sm font-medium whitespace-nowrap text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="ms-1.5 font-normal text-muted tabular-nums">{tab.count}</span>
            )}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      <BaseTabs.Panel value={props.value} className="pt-6 outline-offset-4">
        {props.children}
      </BaseTabs.Panel>
    </BaseTabs.Root>
  )
}
