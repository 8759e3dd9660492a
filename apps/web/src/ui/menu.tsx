import {
  cloneElement,
  type KeyboardEvent,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from 'react'

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<object>
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom'
  readonly className?: string
  /** {@link MenuItem}, {@link MenuSeparator}. */
  readonly children: ReactNode
}

export interface MenuItemProps {
  readonly icon?: ReactNode
  readonly tone?: 'plain' | 'danger'
  readonly disabled?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

// Menus bring what places and steers them, a quarter of a first load: fetched at the first reach for
// one. A pointer or the focus comes before the press, so that the press finds it there.
const load = () => import('./menu-popup.tsx')
const MenuPopup = lazy(async () => ({ default: (await load()).MenuPopup }))
export const MenuItem = lazy(async () => ({ default: (await load()).Item }))
export const MenuSeparator = lazy(async () => ({ default: (await load()).Separator }))

export function Menu(props: MenuProps) {
  const { trigger, align = 'end', side = 'bottom', className, children } = props
  const [opened, setOpened] = useState(false)
  const reach = () => void load()
  const resting = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: reach,
    onFocus: reach,
    onClick: () => setOpened(true),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      setOpened(true)
    },
  } as object)
  if (!opened) return resting
  return (
    <Suspense fallback={resting}>
      <MenuPopup trigger={trigger} align={align} side={side} className={className}>
        {children}
      </MenuPopup>
    </Suspense>
  )
}
