import { useEffect, useState } from 'react'
import {
  forgetIdeas,
  type IdeaPlace,
  type IdeaTable,
  type KeptIdeas,
  keepIdeas,
  keptIdeasText,
  keyOf,
  type OwnBrief,
  readKeptIdeas,
} from './kept-ideas.ts'

export interface IdeaTableState {
  /** Another for each place; absent while that is not known. */
  readonly key: string | undefined
  readonly table: IdeaTable
  /** What these ideas were asked with, where they were on the table before the page was opened. */
  readonly brief: OwnBrief | undefined
  /** What led to the page when they were asked for. */
  readonly start: string
  readonly change: (changed: (table: IdeaTable) => Partial<IdeaTable>) => void
  readonly clear: () => void
}

const emptyTable: IdeaTable = { ideas: [], note: null, seen: [], chosen: [], posts: new Map() }

/**
 * The table of a place. What was on it is there again for whoever comes back by the same way, or by none
 * in particular.
 */
export function useIdeaTable(place: IdeaPlace | undefined, start: string): IdeaTableState {
  const key = place && keyOf(place)
  const [state, setState] = useState(() => stateAt(key, start))
  if (state.key !== key) setState(stateAt(key, start))
  return {
    key,
    table: state.table,
    brief: state.brief,
    start: state.start,
    change: (changed) =>
      setState((known) =>
        // What comes late is not for the place that is looked at by then.
        known.key === key
          ? { ...known, table: { ...known.table, ...changed(known.table) } }
          : known,
      ),
    clear: () => {
      if (key !== undefined) forgetIdeas(key)
      setState({ key, table: emptyTable, brief: undefined, start })
    },
  }
}

/** Keeps what is on the table, and what was asked, for whoever comes back. */
export function useKeptTable(place: IdeaPlace | undefined, kept: KeptIdeas): void {
  const key = place && keyOf(place)
  const text = kept.table.ideas.length === 0 ? undefined : keptIdeasText(kept)
  useEffect(() => {
    if (key !== undefined && text !== undefined) keepIdeas(key, text)
  }, [key, text])
}

function stateAt(key: string | undefined, start: string) {
  const kept = key === undefined ? undefined : readKeptIdeas(key)
  return kept === undefined || (start !== '' && start !== kept.start)
    ? { key, table: emptyTable, brief: undefined, start }
    : { key, ...kept }
}
