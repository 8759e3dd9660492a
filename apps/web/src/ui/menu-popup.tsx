import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { MenuItemProps } from './menu.tsx'
import { popupClass, popupItemClass } from './popup-class.ts'

export interface MenuPopupProps {
  readonly trigger: ReactElement
  readonly align: 'start' | 'center' | 'end'
  readonly side: 'top' | 'bottom'
  readonly className: string | undefined
  readonly children: ReactNode
}

/** The menu itself, open from the start: it is loaded when it is first asked for. */
export function MenuPopup({ trigger, align, side, className, children }: MenuPopupProps) {
  return (
    <BaseMenu.Root defaultOpen>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} side={side} sideOffset={4} className="z-50">
          <BaseMenu.Popup
            className={classNames(
              popupClass,
              'max-h-(--available-height) max-w-xs min-w-48 overflow-y-auto',
              className,
            )}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

export function Item(props: MenuItemProps) {
  const { icon, tone = 'plain', disabled = false, onSelect, children } = props
  return (
    <BaseMenu.Item
      disabled={disabled}
      onClick={onSelect}
      className={classNames(popupItemClass, tone === 'danger' && 'text-danger')}
    >
      {icon}
      {children}
    </BaseMenu.Item>
  )
}

export function Separator() {
  return <BaseMenu.Separator className="mx-1 my-1 h-px bg-line" />
}
