import { Globe, ImageIcon, type LucideIcon, PenLine } from 'lucide-react'

export function actionIcon(action: string): LucideIcon {
  if (action.startsWith('image.')) return ImageIcon
  return action.startsWith('website.') ? Globe : PenLine
}
