import type { LucideIcon } from 'lucide-react'

export interface ActionRowProps {
  readonly actions: readonly (LucideIcon | readonly [LucideIcon, string])[]
  readonly className?: string
}

/** What stands under a post to be pressed there; here it is only drawn. */
export function ActionRow({ actions, className = 'justify-between' }: ActionRowProps) {
  return (
    <div aria-hidden="true" className={`flex items-center text-(--preview-muted) ${className}`}>
      {actions.map((action) => {
        const [Icon, label] = Array.isArray(action) ? action : [action, '']
        return (
          <span
            key={label || Icon.displayName}
            className="flex items-center gap-1.5 text-xs font-medium"
          >
            <Icon className="size-4.5" strokeWidth={1.75} />
            {label}
          </span>
        )
      })}
    </div>
  )
}
