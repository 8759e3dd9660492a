import { BooksDesk } from './books-desk.ts'
import { MarginDesk } from './margin.ts'
import { PaymentsDesk } from './payments-desk.ts'
import { PriceDesk } from './price-desk.ts'
import { WorkspaceDesk } from './workspace-desk.ts'
import { WorkspaceSearch } from './workspace-search.ts'

/** What an operator can see and do. */
export interface OperatorsDesk {
  readonly search: WorkspaceSearch
  readonly workspace: WorkspaceDesk
  readonly prices: PriceDesk
  readonly margin: MarginDesk
  readonly payments: PaymentsDesk
  readonly books: BooksDesk
}

type Parts = ConstructorParameters<typeof WorkspaceSearch>[0] &
  ConstructorParameters<typeof WorkspaceDesk>[0] &
  ConstructorParameters<typeof PriceDesk>[0] &
  ConstructorParameters<typeof MarginDesk>[0] &
  ConstructorParameters<typeof BooksDesk>[0] &
  Omit<ConstructorParameters<typeof PaymentsDesk>[0], 'provider' | 'events'> & {
    readonly billingProvider: ConstructorParameters<typeof PaymentsDesk>[0]['provider']
    readonly billingEvents: ConstructorParameters<typeof PaymentsDesk>[0]['events']
  }

export function openOperatorsDesk(parts: Parts): OperatorsDesk {
  const { billingProvider: provider, billingEvents: events } = parts
  return {
    search: new WorkspaceSearch(parts),
    workspace: new WorkspaceDesk(parts),
    prices: new PriceDesk(parts),
    margin: new MarginDesk(parts),
    payments: new PaymentsDesk({ ...parts, provider, events }),
    books: new BooksDesk(parts),
  }
}
