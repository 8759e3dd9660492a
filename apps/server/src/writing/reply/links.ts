/** Endings by which a bare name is taken for an address. */
const endings =
  'com|net|org|info|biz|io|co|ai|app|dev|me|tv|uk|de|fr|es|it|nl|be|at|ch|eu|us|ca|au|ie|pl|pt|se|no|dk|fi|ru|cn|jp|in|br|mx|shop|store|site|online|xyz|link|click|top|page|blog|news|live|pro|cloud|tech|club|space|website|ly|gg|gl|to|cc|example|test|invalid'

const address = new RegExp(
  `(?:[a-z][a-z0-9+.-]*://|mailto:|javascript:|data:)\\S+|www\\.\\S+|[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+|(?:[\\p{L}\\p{N}-]+\\.)+(?:${endings})(?![\\p{L}\\p{N}-])(?:[/?#:]\\S*)?`,
  'giu',
)

/** The addresses in a text: of pages with and without a scheme, and of people. */
export function linksIn(text: string): readonly string[] {
  return (text.match(address) ?? []).map(plainLink)
}

/** Which addresses a text may have: those in what the person said, whatever else was read. */
export class KnownLinks {
  readonly #known: ReadonlySet<string>

  constructor(said: readonly string[]) {
    this.#known = new Set(said.flatMap(linksIn).map(comparable))
  }

  /** `text` without addresses that nobody gave. */
  keepIn(text: string): string {
    return text.replace(address, (found) =>
      this.#known.has(comparable(plainLink(found))) ? found : tailOf(found),
    )
  }
}

/** A full stop or a bracket behind an address belongs to the sentence. */
function tailOf(found: string): string {
  return found.slice(plainLink(found).length)
}

function plainLink(found: string): string {
  return found.replace(/[.,;:!?"'”’»)\]}>…]+$/u, '')
}

function comparable(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
}
