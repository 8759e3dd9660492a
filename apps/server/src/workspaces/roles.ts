import type { Role } from '@rheos/contract'
import { Refusal } from '../refusal.ts'

/** Who may do what; the only place that says so. */
const permissions = {
  generate: ['owner', 'admin', 'member'],
  edit: ['owner', 'admin', 'member'],
  publish: ['owner', 'admin'],
  manage_social_accounts: ['owner', 'admin'],
  manage_brands: ['owner', 'admin'],
  manage_workspace: ['owner', 'admin'],
  see_billing: ['owner', 'admin', 'member'],
  manage_billing: ['owner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Permission = keyof typeof permissions

export function may(member: { readonly role: Role }, permission: Permission): boolean {
  const roles: readonly Role[] = permissions[permission]
  return roles.includes(member.role)
}

export function assertMay(member: { readonly role: Role }, permission: Permission): void {
  if (may(member, permission)) return
  throw new Refusal(
    'forbidden',
    'Your role in this workspace does not allow this: ask its owner to do it.',
  )
}
