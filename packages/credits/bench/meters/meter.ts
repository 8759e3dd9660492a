/** What every operation costs here: one standard image. */
export const PRICE = 5

/** So many that no measurement uses them up. */
export const PLENTY = 1_000_000_000_000

/** The connections of every candidate on PostgreSQL: the default of `pg`. */
export const CONNECTIONS_MAX = 10

/** One way to meter operations of {@link PRICE} credits. Workspaces are counted from 0. */
export interface Meter {
  /** Whether the credits were set aside; false when there are not enough. */
  hold(operationId: string, workspace: number): Promise<boolean>
  /** Spends all of what the operation set aside. */
  settle(operationId: string, workspace: number): Promise<void>
  close(): Promise<void>
}
