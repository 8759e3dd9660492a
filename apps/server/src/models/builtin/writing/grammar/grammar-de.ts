import { type Grammar, opening, words } from './grammar.ts'

const piece =
  '(?:post|beitrag|text|bildunterschrift|geschichte|story|artikel|ankündigung|etwas|reel|thread)'
const people = '(?:allen|den leuten|leuten|unseren \\p{L}+|der welt|kunden|den kunden)'

export const germanGrammar: Grammar = {
  everyday: words(
    'der|die|das|und|unser|unsere|unseren|unserem|wir|ihr|euch|mit|von|ist|sind|ein|eine|einen|für|über|auf|wie|warum|wer|was|haben|schreib|neue|neuer|neues|am|ab|nicht|uns|zum',
  ),
  asks: [
    opening('bitte', 'hallo'),
    opening('(?:kannst|könntest|könnt|können) (?:du|ihr|sie)(?: bitte)?'),
    opening(
      `(?:(?:schreib|schreibe|schreibt|schreiben sie|verfasse|verfasst|erstelle|erstellt|mach|macht)(?: (?:uns|mir))? )?(?:bitte )?(?:einen|ein|eine)? ?(?:(?!über)[\\p{L}-]+ ){0,2}?${piece} (?:über|zu|zum|zur|für|der|die|das)`,
    ),
    opening(
      '(?:schreib|schreibe|schreibt|schreiben sie|berichte|erzähl|erzähle|erzählt|sprich|rede)(?: (?:bitte|uns|etwas))? (?:über|von|vom)',
    ),
    opening(`(?:sag|sage|sagt|erzähl|erzähle) ${people}`, `erinnere (?:alle|alle daran)`),
    opening(
      'kündigt? an',
      'kündige an',
      'stelle? vor',
      'stellt vor',
      'erkläre|erklär|erklärt',
      'beschreibe|beschreib|beschreibt',
      'zeige|zeig|zeigt',
      'bewirb|bewerbt',
      'präsentiere|präsentiert',
      'beantworte|beantwortet',
      'erwähne|erwähnt',
      'feiere|feiert',
      'sag|sage|sagt',
    ),
    opening('über'),
    /^(?:stelle?|stellt|kündige?|kündigt)\s+(.+?)\s+(?:vor|an)$/iu,
  ],
  turned: [
    [/^wünsche? (?=allen|unseren|euch)/i, 'Wir wünschen '],
    [/^danke? (?=allen|unseren)/i, 'Danke an alle: '],
    [/^lade? (?=alle|euch)(.*) ein$/i, 'Wir laden $1 ein'],
  ],
  that: /^,?\s*dass\s+/i,
  asMainClause: verbSecond,
  manner:
    /^(?:(?:bitte )?(?:halte|haltet|mach|mache) (?:es|den|das)|erwähne|verwende|nutze|benutze|füge|vermeide|schreib|schreibe|ohne (?:emojis?|hashtags?)|mit (?:emojis?|hashtags?)|keine (?:emojis?|hashtags?)|der ton|ton)(?!\p{L})/iu,
  length:
    /,?\s+in (?:einem|zwei|drei|vier|fünf|wenigen|ein paar|\d+) (?:kurzen |einfachen )?(?:satz|sätzen|worten|zeilen|absätzen)(?= vor$|$)/i,
  frame:
    /^(?:(?:eine|ein|drei|fünf|\d+)\s+)?(?:[\p{L}-]+\s+)?(?:sache|dinge|geschichte|geschichten|tipps?|fakten|fragen|gründe|fehler) (?:über|zu|zum|zur|hinter|rund um)\s+|^was (?:die meisten|viele) (?:über|an) (?=.+ (?:falsch|nicht))/iu,
  question:
    /^(?:(?:was|warum|wieso|wie|wann|wo|wer|welche[rsn]?)(?: (?!ihr |du |wir |ich |man |sie |es )\p{L}+)? (?:ist|sind|macht|macht ihr|habt|haben|könnt|kann|kommt|esst|trinkt|mögt|gibt|braucht|heißt|bedeutet|wünscht)|(?:habt|seid|kennt|mögt|wollt|wisst|trinkt|esst|könnt|braucht|hast|bist|kennst|magst|willst) (?:ihr|du))(?!\p{L})/iu,
  clause: /^(?:wie|warum|wieso|was|wo|wann|wer|ob|weshalb)(?!\p{L})/iu,
  sentenceStart: opening(
    'wir|ich|ihr|du|es|man|sie|er|hier|heute|morgen|jetzt|bald|endlich|seit|ab|am|im|an|in|bis|nach|vor|zum|bei|für|wenn|weil|nur|nie|immer|niemand|alle|das ist|das sind|dies ist',
    'geöffnet|geschlossen|ausverkauft|zurück|neu|wieder|nicht|kein|keine',
    '\\d+',
  ),
  address: opening(
    'komm|kommt|besuch|besucht|probier|probiert|entdecke|entdeckt|hol|holt|lern|lernt|sichert|sicher|bestell|bestellt|meldet|melde|schaut|schau|feiert mit|macht mit|willkommen|danke|frohe|guten|schöne|herzlichen|teilt|sagt',
  ),
  finite: words(
    'ist|sind|war|waren|hat|haben|hatte|habt|wird|werden|kann|können|könnt|soll|sollte|muss|müssen|darf|gibt|gibt es|öffnet|öffnen|schließt|schließen|startet|starten|beginnt|beginnen|kommt|kommen|feiert|feiern|zieht|ziehen|backt|backen|bietet|bieten|sucht|suchen|findet|freut|freuen|macht|machen|geht|gehen|liefert|liefern|bleibt|bleiben|bringt|bringen|steht|stehen|endet|gewinnt|wurde',
  ),
  relative: /,\s(?:der|die|das|den|dem|was|wo|welche[rs]?)(?!\p{L})/iu,
  determiner:
    /^(?:unsere?|mein|meine|euer|eure|der|die|das|den|dem|ein|eine|einen|neue[rs]?|alle|jede[rsn]?|frische[rs]?|diese[rs]?|drei|zwei)(?=\s)/i,
  fresh: words('neu(?:e[nrms]?)?', 'erste[nrs]?', 'start', 'eröffnung'),
  voice: [
    [/(?<!\p{L})(?:euer|dein)(?!\p{L})/giu, 'unser'],
    [/(?<!\p{L})(?:eure|deine)(?!\p{L})/giu, 'unsere'],
    [/(?<!\p{L})(?:euren|deinen)(?!\p{L})/giu, 'unseren'],
    [/^was (?:ihr macht|du machst|sie tun|ihr tut|du tust)$/iu, 'was wir tun'],
    [/(?<!\p{L})euch$/iu, 'uns'],
  ],
  plain: [
    [/^unseren ((?:[\p{Ll}-]+en )*)(?=\p{Lu})/u, 'unser $1'],
    [/^einen ((?:[\p{Ll}-]+en )*)(?=\p{Lu})/u, 'ein $1'],
    [/^den ((?:[\p{Ll}-]+en )*)(?=\p{Lu})/u, 'der $1'],
    [/^(unser|ein) ((?:[\p{Ll}-]+er )*)([\p{Ll}-]+)en (?=\p{Lu})/u, '$1 $2$3er '],
    [/^der ([\p{Ll}-]+)en (?=\p{Lu}[\p{Ll}-]+(?:$| [\p{Ll}]))/u, 'der $1e '],
    [/^(?:unserem|unserer|dem|einem|einer) (?:[\p{Ll}-]+e[nrm] )*(?=\p{Lu})/u, ''],
  ],
}

const subject =
  /^((?:wir|ich|es|sie|ihr|man|(?:(?:unsere?|der|die|das|ein|eine|mein|meine)\s)?(?:\p{Ll}+\s)*\p{Lu}[\p{L}-]+)\s)(?:(.+)\s)?(\p{Ll}+)$/u
const separable =
  /^(um|an|auf|ab|aus|ein|vor|mit|zu|zurück|los|nach|weiter|teil)(?!tworten)(\p{Ll}{4,})$/u

/** "dass wir sonntags geöffnet haben" as a sentence of its own: the verb comes second. */
function verbSecond(clause: string): string {
  const [, who = '', middle, verb = ''] = subject.exec(clause) ?? []
  if (verb === '') return clause
  const [, prefix, stem] = separable.exec(verb) ?? []
  return [who.trim(), stem ?? verb, middle, prefix].filter(Boolean).join(' ')
}
