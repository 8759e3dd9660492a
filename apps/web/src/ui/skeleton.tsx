import { classNames } from './class-names.ts'

/** The shape of something on its way; give it the size of what will stand there. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden="true" className={classNames('skeleton rounded-md', className)} />
}
