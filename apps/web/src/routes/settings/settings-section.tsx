import type { ReactNode } from 'react'

export interface SettingsSectionProps {
  readonly id?: string
  readonly title: string
  readonly description?: ReactNode
  readonly children: ReactNode
}

/** A part of a settings page: what it is at the side, what can be done beside it. */
export function SettingsSection({ id, title, description, children }: SettingsSectionProps) {
  return (
    <section
      id={id}
      className="grid gap-x-12 gap-y-4 border-t border-line py-8 first:border-0 first:pt-0 lg:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div>
        <h2 className="font-semibold">{title}</h2>
        {description !== undefined && (
          <div className="mt-1 text-sm text-pretty text-muted">{description}</div>
        )}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
