import type { Post, PostChange } from '@rheos/contract'
import { hasCode, problemFrom } from '../../api/api-error.ts'
import { Autosave } from '../../api/autosave.ts'
import { isUnreached } from '../../api/use-autosave.ts'
import type { KeptEdits, KeptField, KeptFields } from './kept-edits.ts'
import {
  changeOf,
  type FieldEdit,
  type FieldName,
  fieldNames,
  isSameValue,
  isText,
  readField,
  withField,
} from './post-fields.ts'
import { altMax, bodyMax } from './post-limits.ts'
import { type Step, UndoStack } from './undo-stack.ts'

/** The same words were changed here and elsewhere: a person chooses. */
export interface Conflict {
  readonly fields: readonly FieldName[]
  readonly theirs: Post
}

export type DraftState =
  | 'clean'
  | 'saving'
  | 'saved'
  | 'offline'
  | 'failed'
  | 'too_long'
  | 'conflict'

/** What stays the same until something changes, for those who look at it. */
export interface DraftView {
  readonly post: Post
  readonly state: DraftState
  readonly error: unknown
  readonly conflict: Conflict | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** Where the edit of a field began: what the server held, at which revision. */
interface Ancestor {
  readonly value: unknown
  readonly revision: number
}

/** A request holds no more than this many characters; further fields go with the next. */
const requestMax = 60_000

/**
 * A post while it is edited: what is shown, what of it the server has, and how the two come together.
 * Each unsaved field is kept on this device the moment it is typed, saved soon after with what it was
 * when the edit began, and joined by the server with what others changed. What others changed
 * elsewhere is taken in as long as nothing unsaved stands in its field.
 */
export class PostDraft {
  readonly #send: (change: PostChange) => Promise<Post>
  readonly #kept: KeptEdits
  readonly #now: () => number
  readonly #autosave: Autosave<FieldEdit>
  readonly #listeners = new Set<() => void>()
  readonly #undo = new UndoStack()
  readonly #unsaved = new Set<FieldName>()
  readonly #ancestors = new Map<FieldName, Ancestor>()
  #server: Post
  #view: DraftView
  #reason: PostChange['reason']

  constructor(options: {
    readonly post: Post
    readonly send: (change: PostChange) => Promise<Post>
    readonly kept: KeptEdits
    readonly now: () => number
    readonly delayMs?: number
  }) {
    this.#send = options.send
    this.#kept = options.kept
    this.#now = options.now
    this.#server = options.post
    this.#view = {
      post: options.post,
      state: 'clean',
      error: undefined,
      conflict: undefined,
      canUndo: false,
      canRedo: false,
    }
    this.#autosave = new Autosave((fields) => this.#save(fields), {
      isPassing: isUnreached,
      ...(options.delayMs !== undefined && { delayMs: options.delayMs }),
    })
    this.#autosave.subscribe(() => this.#show({}))
  }

  get view(): DraftView {
    return this.#view
  }

  get post(): Post {
    return this.#view.post
  }

  get hasUnsaved(): boolean {
    return this.#unsaved.size > 0
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Edits fields as one step that can be undone; `typing` joins the typing before it. */
  edit(edit: FieldEdit, step: { readonly label: string; readonly typing?: boolean }): void {
    const changes = (Object.keys(edit) as FieldName[])
      .map((name) => ({ name, before: readField(this.post, name), after: edit[name] as unknown }))
      .filter(({ before, after }) => !isSameValue(before, after))
    if (changes.length === 0) return
    this.#undo.push({ label: step.label, changes, at: this.#now() }, step.typing ?? false)
    this.#apply(new Map(changes.map(({ name, after }) => [name, after])))
  }

  /** The next save says that the text was rewritten by a model. */
  markRewritten(): void {
    this.#reason = 'rewrite'
    void this.flush()
  }

  /** Takes back the last step; answers what it was. */
  undo(): string | undefined {
    return this.#step(this.#undo.undo(), 'before')
  }

  redo(): string | undefined {
    return this.#step(this.#undo.redo(), 'after')
  }

  flush = (): Promise<void> => this.#autosave.flush()
  stop = (): void => this.#autosave.stop()
  resume = (): void => this.#autosave.resume()

  /** Takes in the post as the server has it now. */
  hear(post: Post): void {
    if (post.revision <= this.#server.revision) return
    this.#take(post, new Map(), this.#server.revision)
  }

  /** What another page of this device had not saved, edited again here. */
  async takeOver(): Promise<boolean> {
    const left = await this.#kept.takeOver()
    const edit = new Map<FieldName, unknown>()
    for (const [key, field] of Object.entries(left)) {
      const name = key as FieldName
      const { value, base, revision } = field as KeptField
      if (this.#unsaved.has(name) || isSameValue(value, readField(this.#server, name))) continue
      this.#ancestors.set(name, { value: base, revision })
      edit.set(name, value)
    }
    if (edit.size > 0) this.#apply(edit)
    else await this.#kept.forget()
    return edit.size > 0
  }

  /** Mine stands; what stood there stays in the history. */
  keepMine(): void {
    const { conflict } = this.#view
    if (conflict === undefined) return
    for (const name of conflict.fields) this.#ancestors.delete(name)
    this.#take(conflict.theirs, new Map(), this.#server.revision)
    for (const name of conflict.fields) this.#ancestors.delete(name)
    this.#show({ conflict: undefined })
    this.#queue(conflict.fields)
    void this.flush()
  }

  /** Theirs stands; what I had is in the history already. */
  takeTheirs(): void {
    const { conflict } = this.#view
    if (conflict === undefined) return
    this.#autosave.drop()
    for (const name of conflict.fields) {
      this.#unsaved.delete(name)
      this.#ancestors.delete(name)
    }
    this.#show({ conflict: undefined })
    this.#take(conflict.theirs, new Map(), this.#server.revision)
    this.#queue([...this.#unsaved])
    this.#keep()
  }

  close(): void {
    this.#kept.close()
  }

  #step(step: Step | undefined, side: 'before' | 'after'): string | undefined {
    if (step === undefined) return undefined
    const other = side === 'before' ? 'after' : 'before'
    // What was changed elsewhere since is not taken back with it.
    const fields = step.changes.filter((change) =>
      isSameValue(readField(this.post, change.name), change[other]),
    )
    this.#apply(new Map(fields.map((change) => [change.name, change[side]])))
    return step.label
  }

  #apply(fields: ReadonlyMap<FieldName, unknown>): void {
    let { post } = this.#view
    for (const [name, value] of fields) {
      post = withField(post, name, value)
      this.#unsaved.add(name)
    }
    this.#show({ post })
    this.#keep()
    this.#queue([...fields.keys()])
  }

  /** What is too long is kept on this device until it is shorter. */
  #queue(names: readonly FieldName[]): void {
    const blocked = new Set<FieldName>(this.#view.conflict?.fields)
    const edit = Object.fromEntries(
      names
        .filter((name) => !blocked.has(name) && !this.#isTooLong(name))
        .map((name) => [name, readField(this.post, name)]),
    ) as FieldEdit
    if (Object.keys(edit).length > 0) this.#autosave.change(edit)
  }

  #isTooLong(name: FieldName, post = this.post): boolean {
    const value: unknown = readField(post, name)
    if (name.endsWith('.thread'))
      return (value as readonly string[] | undefined)?.some(isOver) ?? false
    if (name === 'media' || name.endsWith('.media'))
      return (value as Post['media'] | undefined)?.some(({ alt }) => alt.length > altMax) ?? false
    return isText(name) && isOver(value)
  }

  async #save(edit: FieldEdit): Promise<void> {
    const blocked = new Set<FieldName>(this.#view.conflict?.fields)
    const names = (Object.keys(edit) as FieldName[]).filter(
      (name) => this.#unsaved.has(name) && !blocked.has(name),
    )
    const [now, later] = this.#fitting(names, edit)
    if (now.length === 0) return
    const revision = Math.min(
      this.#server.revision,
      ...now.map((name) => this.#ancestors.get(name)?.revision ?? this.#server.revision),
    )
    const changes = now.map((name) => ({
      name,
      value: edit[name] as unknown,
      base: this.#ancestorOf(name),
    }))
    const reason = this.#reason
    try {
      const post = await this.#send({
        ...changeOf(changes, revision),
        ...(reason !== undefined && { reason }),
      })
      this.#reason = undefined
      this.#take(post, new Map(changes.map(({ name, value }) => [name, value])), revision)
      this.#keep()
    } catch (error) {
      this.#meet(error)
      throw error
    }
    if (later.length > 0) this.#queue(later)
  }

  /** As much as a request holds; at least one field. */
  #fitting(names: readonly FieldName[], edit: FieldEdit): [FieldName[], FieldName[]] {
    let size = 0
    const now = names.filter((name, at) => {
      size += JSON.stringify([edit[name], this.#ancestorOf(name)]).length
      return at === 0 || size <= requestMax
    })
    return [now, names.filter((name) => !now.includes(name))]
  }

  #meet(error: unknown): void {
    if (!hasCode(error, 'edited_elsewhere')) return
    const { post: theirs, fields = [] } = problemFrom(error)
    if (theirs === undefined) return
    this.#show({ conflict: { theirs, fields: fields.map(({ path }) => path as FieldName) } })
  }

  #ancestorOf(name: FieldName): unknown {
    const ancestor = this.#ancestors.get(name)
    return ancestor === undefined ? readField(this.#server, name) : ancestor.value
  }

  /**
   * Brings what is shown in step with the server. A field without unsaved edits takes the server's
   * value; one that was typed in since it was `sent` remembers from where.
   */
  #take(post: Post, sent: ReadonlyMap<FieldName, unknown>, sentRevision: number): void {
    const before = this.#server
    let shown: Post = { ...post, ...onlyFields(this.post) }
    for (const name of fieldNames(before, post, this.post)) {
      const mine: unknown = readField(this.post, name)
      const theirs: unknown = readField(post, name)
      if (sent.has(name) && isSameValue(mine, sent.get(name))) {
        this.#unsaved.delete(name)
        this.#ancestors.delete(name)
      }
      if (!this.#unsaved.has(name)) {
        if (!isSameValue(mine, theirs) && !isOnlyTrimmed(name, mine, theirs))
          shown = withField(shown, name, theirs)
      } else if (sent.has(name)) {
        const value = sent.get(name)
        if (isSameValue(value, theirs)) this.#ancestors.delete(name)
        else this.#ancestors.set(name, { value, revision: sentRevision })
      } else if (!this.#ancestors.has(name) && !isSameValue(readField(before, name), theirs)) {
        this.#ancestors.set(name, { value: readField(before, name), revision: before.revision })
      }
    }
    this.#server = post
    this.#show({ post: shown })
  }

  /** Writes what is unsaved to this device. */
  #keep(): void {
    if (this.#unsaved.size === 0) {
      void this.#kept.forget().catch(() => undefined)
      return
    }
    const fields = [...this.#unsaved].map((name): [FieldName, KeptField] => [
      name,
      {
        value: readField(this.post, name),
        base: this.#ancestorOf(name),
        revision: this.#ancestors.get(name)?.revision ?? this.#server.revision,
      },
    ])
    // A browser that keeps nothing (a private window) still saves.
    void this.#kept.keep(Object.fromEntries(fields) as KeptFields).catch(() => undefined)
  }

  #show(change: Partial<DraftView>): void {
    const next = { ...this.#view, ...change }
    this.#view = {
      ...next,
      state: this.#stateOf(next),
      error: this.#autosave.error,
      canUndo: this.#undo.canUndo,
      canRedo: this.#undo.canRedo,
    }
    for (const listener of this.#listeners) listener()
  }

  #stateOf({ conflict, post }: DraftView): DraftState {
    if (conflict !== undefined) return 'conflict'
    const { state } = this.#autosave
    if (state === 'failed' || state === 'offline') return state
    if ([...this.#unsaved].some((name) => this.#isTooLong(name, post))) return 'too_long'
    return state === 'waiting' ? 'saving' : state
  }
}

function isOver(text: unknown): boolean {
  return typeof text === 'string' && text.length > bodyMax
}

/** The server keeps titles without the spaces around them; what is being typed keeps its own. */
function isOnlyTrimmed(name: FieldName, mine: unknown, theirs: unknown): boolean {
  return name === 'title' && String(mine).trim() === theirs
}

/** Of what is shown, the fields; the rest of a post is the server's to tell. */
function onlyFields(post: Post) {
  const { state, type, title, body, networks, media, carouselId, versions } = post
  return { state, type, title, body, networks, media, carouselId, versions }
}
