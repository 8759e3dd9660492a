import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** What becomes of a question to the database. */
type Fate = 'passes' | 'lost' | 'answer lost' | { readonly sqlState: string }

interface Trap {
  readonly statement: RegExp
  readonly fate: Fate
}

/**
 * The way to a PostgreSQL, with bad days. It knows as much of the protocol as it takes to tell one
 * question from the next.
 */
export class FaultyWire {
  /** Of the same database, by this way. */
  readonly url: string
  readonly #server: Server
  readonly #to: URL
  readonly #sockets = new Set<Socket>()
  #traps: readonly Trap[] = []
  #isDown = false

  private constructor(server: Server, to: URL) {
    this.#server = server
    this.#to = to
    const url = new URL(to)
    url.port = String((server.address() as AddressInfo).port)
    this.url = url.href
    server.on('connection', (client) => this.#join(client))
  }

  static async open(url: string): Promise<FaultyWire> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new FaultyWire(server, new URL(url))
  }

  /** Every connection breaks, and none is made until `mend`. */
  break(): void {
    this.#isDown = true
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Nothing bad happens any more. */
  mend(): void {
    this.#isDown = false
    this.#traps = []
  }

  /** Breaks as soon as somebody sends such a statement: the database does not hear of it. */
  breakBefore(statement: RegExp): void {
    this.#traps = [{ statement, fate: 'lost' }]
  }

  /** Breaks as soon as the database has done such a statement: nobody hears of it. */
  breakAfter(statement: RegExp): void {
    this.#traps = [{ statement, fate: 'answer lost' }]
  }

  /** Such a statement fails in the database with this SQLSTATE. */
  fail(statement: RegExp, sqlState: string): void {
    this.#traps = [{ statement, fate: { sqlState } }]
  }

  async close(): Promise<void> {
    this.break()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(client: Socket): void {
    if (this.#isDown) {
      client.destroy()
      return
    }
    const database = connect(Number(this.#to.port), this.#to.hostname)
    this.#keep(client, database)
    this.#keep(database, client)
    const questions = new Questions()
    let isAnswerLost = false
    client.on('data', (chunk) => {
      for (const question of questions.of(chunk)) {
        const fate = this.#fateOf(question)
        if (fate === 'lost') this.break()
        else if (typeof fate === 'object') database.write(failure(fate.sqlState))
        else {
          questions.prepare(question)
          database.write(question.bytes)
        }
        isAnswerLost ||= fate === 'answer lost'
      }
    })
    database.on('data', (chunk) => {
      if (!isAnswerLost) client.write(chunk)
      else if (isReady(chunk)) this.break()
    })
  }

  #keep(socket: Socket, other: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#sockets.delete(socket)
      other.destroy()
    })
  }

  #fateOf({ texts }: Question): Fate {
    const isIn = (trap: Trap) => texts.some((text) => trap.statement.test(text))
    return this.#traps.find(isIn)?.fate ?? 'passes'
  }
}

/** What the database answers in one go. */
interface Question {
  readonly bytes: Buffer
  /** The statements in it, and those prepared before that it runs by their names. */
  readonly texts: readonly string[]
  /** The texts of statements that it prepares, by name. */
  readonly prepared: ReadonlyMap<string, string>
}

interface Message {
  readonly letter: string
  readonly body: Buffer
}

/** Cuts what a client sends into questions: each up to a Query, a Sync or a password. */
class Questions {
  readonly #prepared = new Map<string, string>()
  #rest: Buffer = Buffer.alloc(0)
  #messages: Message[] = []
  #asked = 0
  #isStarted = false

  of(chunk: Buffer): readonly Question[] {
    this.#rest = Buffer.concat([this.#rest, chunk])
    const questions: Question[] = []
    for (let message = this.#next(); message !== undefined; message = this.#next()) {
      this.#messages.push(message)
      // Only the first message has no letter.
      if (message.letter === '' || 'QSXp'.includes(message.letter)) questions.push(this.#question())
    }
    return questions
  }

  /** The database gets to know these statements. */
  prepare({ prepared }: Question): void {
    for (const [name, text] of prepared) this.#prepared.set(name, text)
  }

  #next(): Message | undefined {
    const letterBytes = this.#isStarted ? 1 : 0
    const from = this.#asked
    if (this.#rest.length < from + letterBytes + 4) return undefined
    const end = from + letterBytes + this.#rest.readUInt32BE(from + letterBytes)
    if (this.#rest.length < end) return undefined
    const letter = this.#rest.toString('latin1', from, from + letterBytes)
    this.#asked = end
    this.#isStarted = true
    return { letter, body: this.#rest.subarray(from + letterBytes + 4, end) }
  }

  #question(): Question {
    const bytes = this.#rest.subarray(0, this.#asked)
    const texts: string[] = []
    const prepared = new Map<string, string>()
    for (const { letter, body } of this.#messages) {
      const [first = '', second = ''] = body.toString('latin1').split('\0', 2)
      if (letter === 'Q') texts.push(first)
      if (letter === 'P') texts.push(second)
      if (letter === 'P' && first !== '') prepared.set(first, second)
      if (letter === 'B') texts.push(this.#prepared.get(second) ?? '')
    }
    this.#rest = this.#rest.subarray(this.#asked)
    this.#asked = 0
    this.#messages = []
    return { bytes, texts, prepared }
  }
}

/** A question that the database itself answers with this failure, whatever state it is in. */
function failure(sqlState: string): Buffer {
  const message = 'could not extend file: No space left on device'
  const text = `do $$ begin raise exception '${message}' using errcode = '${sqlState}'; end $$\0`
  const head = Buffer.alloc(5)
  head.write('Q')
  head.writeUInt32BE(4 + Buffer.byteLength(text), 1)
  return Buffer.concat([head, Buffer.from(text)])
}

/** ReadyForQuery: what was asked is done, and kept. */
function isReady(chunk: Buffer): boolean {
  return (
    chunk.length >= 6 &&
    chunk.toString('latin1', chunk.length - 6, chunk.length - 1) === 'Z\0\0\0\x05'
  )
}
